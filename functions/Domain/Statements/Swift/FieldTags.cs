namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// Tells fields from lines of text. Texts wrap anywhere, so that a line may begin with <c>:KO:</c> or with the rest of
/// a time, <c>:26:37</c>: a line is a field only if it begins with one of the tags that these messages have.
/// </summary>
internal static class FieldTags
{
    private const int LongestTag = 5;

    /// <summary>What the start of a line is; <see cref="FieldTag.None"/> for a line of text.</summary>
    /// <param name="line">A line without its end.</param>
    /// <param name="value">What follows the tag.</param>
    /// <param name="departs">The tag is not written as the standard has it.</param>
    public static FieldTag Read(ReadOnlySpan<char> line, out ReadOnlySpan<char> value, out bool departs)
    {
        value = line;
        departs = false;
        if (line.Length < 4 || line[0] != ':')
            return FieldTag.None;
        if (line[3] == ':' && OfEntry(line[1], line[2]) is var frequent && frequent != FieldTag.None)
        {
            value = line[4..];
            return frequent;
        }

        var end = line[1..Math.Min(line.Length, LongestTag + 2)].IndexOf(':');
        if (end < 0)
            return WithoutSecondColon(line, out value, out departs);
        var name = line.Slice(1, end);
        value = line[(end + 2)..];
        var tag = Standard(name);
        if (tag != FieldTag.None)
            return tag;
        departs = true;
        name = name.TrimEnd();
        return name is "60" or "62" && BalanceField.IsLikely(value)
            ? name is "60" ? FieldTag.OpeningBalance : FieldTag.ClosingBalance
            : Standard(name);
    }

    /// <summary><c>:62FC240131EUR10,00</c></summary>
    private static FieldTag WithoutSecondColon(ReadOnlySpan<char> line, out ReadOnlySpan<char> value, out bool departs)
    {
        value = line[4..];
        departs = true;
        return line[1..4] is "60F" or "60M" or "62F" or "62M" && BalanceField.IsLikely(value)
            ? Standard(line[1..4])
            : FieldTag.None;
    }

    /// <summary>The number of a field as the standard writes it, for messages.</summary>
    public static string NumberOf(FieldTag tag) => tag switch
    {
        FieldTag.Reference => "20",
        FieldTag.RelatedReference => "21",
        FieldTag.DateTime => "13D",
        FieldTag.Account => "25",
        FieldTag.StatementNumber => "28C",
        FieldTag.FloorLimit => "34F",
        FieldTag.OpeningBalance or FieldTag.PageOpeningBalance => "60",
        FieldTag.Entry => "61",
        FieldTag.ClosingBalance or FieldTag.PageClosingBalance => "62",
        FieldTag.AvailableBalance => "64",
        FieldTag.Information => "86",
        FieldTag.DebitTotal => "90D",
        FieldTag.CreditTotal => "90C",
        FieldTag.Private => "NS",
        FieldTag.None or FieldTag.Block or FieldTag.MessageEnd => "envelope",
    };

    /// <summary>Most fields are one of these two.</summary>
    private static FieldTag OfEntry(char first, char second) => (first, second) switch
    {
        ('6', '1') => FieldTag.Entry,
        ('8', '6') => FieldTag.Information,
        _ => FieldTag.None,
    };

    private static FieldTag Standard(ReadOnlySpan<char> name) => name switch
    {
        "61" => FieldTag.Entry,
        "86" => FieldTag.Information,
        "20" => FieldTag.Reference,
        "21" => FieldTag.RelatedReference,
        "13" or "13D" => FieldTag.DateTime,
        "25" or "25P" => FieldTag.Account,
        "28" or "28C" => FieldTag.StatementNumber,
        "34F" => FieldTag.FloorLimit,
        "60F" => FieldTag.OpeningBalance,
        "60M" => FieldTag.PageOpeningBalance,
        "62F" => FieldTag.ClosingBalance,
        "62M" => FieldTag.PageClosingBalance,
        "64" or "65" or "64F" or "65F" => FieldTag.AvailableBalance,
        "90D" => FieldTag.DebitTotal,
        "90C" => FieldTag.CreditTotal,
        "NS" or "NSF" => FieldTag.Private,
        _ => FieldTag.None,
    };
}
