using System.Text;
using System.Text.RegularExpressions;

namespace Reconciliation.Fuzz.Mutations;

/// <summary>Changes to what a file says, byte for byte outside of them: lines, tags, numbers, words.</summary>
internal static partial class TextMutations
{
    public static byte[] SwapLines(byte[] file, Random random) => Swapped(file, random, Line());

    public static byte[] SwapTags(byte[] file, Random random) => Swapped(file, random, Tag());

    /// <summary>A line, or what stands between two tags of one name, over and over.</summary>
    public static byte[] RepeatRecord(byte[] file, Random random)
    {
        var text = Text(file);
        if (Any(text, random, random.Next(2) == 0 ? Line() : Element()) is not { } record)
            return file;
        var times = Math.Min(1 << random.Next(1, 12), 200_000 / record.Length + 1);
        return Bytes(text.Insert(record.Index, string.Concat(Enumerable.Repeat(record.Value, times))));
    }

    /// <summary>A tag opened over and over, and closed as often or never.</summary>
    public static byte[] Nest(byte[] file, Random random)
    {
        var text = Text(file);
        if (Any(text, random, Opening()) is not { } opening)
            return file;
        var depth = 1 << random.Next(1, 12);
        var closing = random.Next(2) == 0 ? string.Concat(Enumerable.Repeat($"</{opening.Groups[1].Value}>", depth)) : "";
        return Bytes(text.Insert(opening.Index, string.Concat(Enumerable.Repeat(opening.Value, depth)) + closing));
    }

    public static byte[] ReplaceNumber(byte[] file, Random random) => Replaced(file, random, Number(), Words.Numbers);

    public static byte[] ReplaceWord(byte[] file, Random random) => Replaced(file, random, Word(), Words.OfFormats);

    public static byte[] InsertWord(byte[] file, Random random) => ByteMutations.Inserted(
        file, random.Next(file.Length + 1), Bytes(Words.OfFormats[random.Next(Words.OfFormats.Count)]));

    public static byte[] ChangeLineEnds(byte[] file, Random random)
    {
        string[] ends = ["\r\n", "\r", "\n", "", "\n\n", "\u0085"];
        return Bytes(Text(file).Replace("\r", "", StringComparison.Ordinal).Replace("\n", ends[random.Next(ends.Length)], StringComparison.Ordinal));
    }

    private static byte[] Replaced(byte[] file, Random random, Regex what, IReadOnlyList<string> by)
    {
        var text = Text(file);
        return Any(text, random, what) is { } found
            ? Bytes(string.Concat(text.AsSpan(0, found.Index), by[random.Next(by.Count)], text.AsSpan(found.Index + found.Length)))
            : file;
    }

    private static byte[] Swapped(byte[] file, Random random, Regex what)
    {
        var text = Text(file);
        if (Any(text, random, what) is not { } one || Any(text, random, what) is not { } other)
            return file;
        var (first, second) = one.Index <= other.Index ? (one, other) : (other, one);
        if (first.Index + first.Length > second.Index)
            return file;
        return Bytes(string.Concat(text.AsSpan(0, first.Index), second.Value, text.AsSpan((first.Index + first.Length)..second.Index))
            + first.Value + text[(second.Index + second.Length)..]);
    }

    /// <summary>One of the places that a pattern fits, near a place drawn; null for none.</summary>
    private static Match? Any(string text, Random random, Regex what)
    {
        var found = what.Match(text, random.Next(text.Length + 1));
        found = found.Success ? found : what.Match(text);
        return found is { Success: true, Length: > 0 } ? found : null;
    }

    private static string Text(byte[] file) => Encoding.Latin1.GetString(file);

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    [GeneratedRegex(@"[^\n]*\n")]
    private static partial Regex Line();

    [GeneratedRegex(@"</?[\w:.]{1,40}>|^:\d\d\w?:", RegexOptions.Multiline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<([\w:.]{1,40})>")]
    private static partial Regex Opening();

    [GeneratedRegex(@"<([\w:.]{1,40})>[^<]{0,200}</\1>|<(Ntry|TxDtls|Stmt|STMTTRN)>[^\0]{0,6000}?</\2>")]
    private static partial Regex Element();

    [GeneratedRegex(@"\d+(?:[.,]\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[A-Za-z]{2,12}")]
    private static partial Regex Word();
}
