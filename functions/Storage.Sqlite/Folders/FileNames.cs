using System.Text;

namespace Reconciliation.Storage.Sqlite.Folders;

/// <summary>Names that come from outside, made safe for use in a folder.</summary>
internal static class FileNames
{
    private const int MostBytes = 120;

    /// <summary>True for the name of a file directly in a folder of this system: no path, and not hidden.</summary>
    public static bool IsPlain(string name) =>
        name.Length > 0 && name[0] != '.' && Path.GetFileName(name) == name && !name.Contains('\0', StringComparison.Ordinal);

    /// <summary>A name that every system takes, as much like the given one as can be; at most 120 bytes, its ending kept.</summary>
    public static string Plain(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Select(c => char.IsControl(c) || ":*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        return safe.Length == 0 ? "file" : Shorten(safe);
    }

    /// <summary>A hash as a part of a path; throws <see cref="ArgumentException"/> for anything but 64 hexadecimal digits in small letters.</summary>
    public static string Hash(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? sha256
            : throw new ArgumentException($"'{sha256}' is not a SHA-256 in lower-case hexadecimal.", nameof(sha256));

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes)
            return name;
        var ending = Path.GetExtension(name) is { Length: <= 10 } extension ? extension : "";
        var kept = new StringBuilder();
        var room = MostBytes - Encoding.UTF8.GetByteCount(ending);
        foreach (var rune in name.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
                break;
            kept.Append(rune);
        }

        return kept.Append(ending).ToString();
    }
}
