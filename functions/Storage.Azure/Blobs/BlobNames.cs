namespace Reconciliation.Storage.Azure.Blobs;

/// <summary>Names that come from outside, made safe for use as a part of a blob's name.</summary>
internal static class BlobNames
{
    private const int MostCharacters = 200;

    private static readonly string[] Unfinished = [".tmp", ".part", ".filepart"];

    /// <summary>True for the name of a file that the inbox takes up: no path, not hidden, not still being written.</summary>
    public static bool CanWait(string name) =>
        name.Length is > 0 and <= MostCharacters && name[0] != '.' && name[^1] != '.' && name == Last(name) && !name.Any(char.IsControl)
        && !Unfinished.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that every system takes, as much like the given one as can be, its ending kept.</summary>
    public static string Plain(string name)
    {
        var safe = string.Concat(Last(name).Select(c => char.IsControl(c) || ":*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        if (safe.Length == 0)
            return "file";
        if (safe.Length <= MostCharacters)
            return safe;
        var ending = Path.GetExtension(safe) is { Length: <= 10 } extension ? extension : "";
        var cut = MostCharacters - ending.Length;
        // A character of two halves is not cut in two.
        return safe[..(char.IsHighSurrogate(safe[cut - 1]) ? cut - 1 : cut)] + ending;
    }

    /// <summary>A hash as a part of a name; throws <see cref="ArgumentException"/> for anything but 64 hexadecimal digits in small letters.</summary>
    public static string Hash(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? sha256
            : throw new ArgumentException($"'{sha256}' is not a SHA-256 in lower-case hexadecimal.", nameof(sha256));

    private static string Last(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
}
