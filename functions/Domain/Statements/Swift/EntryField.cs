namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// The parts of field 61, statement line: <c>6!n[4!n]2a[1!a]15d1!a3!c16x[//16x]</c> and a supplementary line. Only the
/// grammar; what the parts mean is decided elsewhere.
/// </summary>
internal readonly ref struct EntryField
{
    /// <summary>The six figures of the value date, YYMMDD.</summary>
    public ReadOnlySpan<char> ValueDate { get; private init; }

    /// <summary>The four figures of the entry date, MMDD; empty for none.</summary>
    public ReadOnlySpan<char> EntryDate { get; private init; }

    /// <summary>C, D, RC, RD, EC or ED.</summary>
    public ReadOnlySpan<char> Mark { get; private init; }

    /// <summary>The amount as written.</summary>
    public ReadOnlySpan<char> Amount { get; private init; }

    /// <summary>The transaction type, <c>NTRF</c>; empty for none.</summary>
    public ReadOnlySpan<char> Type { get; private init; }

    /// <summary>The reference for the account owner; empty for none.</summary>
    public ReadOnlySpan<char> OwnerReference { get; private init; }

    /// <summary>The reference of the bank, after <c>//</c>; empty for none.</summary>
    public ReadOnlySpan<char> BankReference { get; private init; }

    /// <summary>The lines after the first.</summary>
    public ReadOnlySpan<char> Supplementary { get; private init; }

    /// <summary>Splits field 61; false where it has no date, no mark or no amount, and then <paramref name="missing"/> names it.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out EntryField field, out string missing)
    {
        field = default;
        var rest = AfterBlanks(text);
        missing = "value date";
        var valueDate = Figures(rest, 6);
        if (valueDate.IsEmpty)
            return false;
        rest = rest[valueDate.Length..];
        var entryDate = Figures(rest, 4);
        rest = AfterBlanks(rest[entryDate.Length..]);

        missing = "debit/credit mark";
        var mark = rest[..MarkLength(rest)];
        if (mark.IsEmpty)
            return false;
        rest = AfterBlanks(rest[mark.Length..]);
        var fundsCode = rest.Length > 0 && char.IsAsciiLetterUpper(rest[0]) ? 1 : 0;
        rest = AfterBlanks(rest[fundsCode..]);

        missing = "amount";
        var amount = rest[..AmountLength(rest)];
        if (amount.IsEmpty)
            return false;
        field = Of(valueDate, entryDate, mark, amount, rest[amount.Length..].TrimStart(' '));
        return true;
    }

    private static EntryField Of(
        ReadOnlySpan<char> valueDate, ReadOnlySpan<char> entryDate, ReadOnlySpan<char> mark, ReadOnlySpan<char> amount, ReadOnlySpan<char> rest)
    {
        var lineEnd = rest.IndexOf('\n');
        var line = lineEnd < 0 ? rest : rest[..lineEnd];
        var supplementary = lineEnd < 0 ? [] : rest[(lineEnd + 1)..];
        var type = line.IsEmpty || !char.IsAsciiLetter(line[0]) ? [] : line[..Math.Min(4, line.Length)];
        var references = line[type.Length..];
        var slashes = references.IndexOf("//");
        return new EntryField
        {
            ValueDate = valueDate,
            EntryDate = entryDate,
            Mark = mark,
            Amount = amount,
            Type = type.Trim(),
            OwnerReference = (slashes < 0 ? references : references[..slashes]).Trim(),
            BankReference = slashes < 0 ? [] : references[(slashes + 2)..].Trim(),
            Supplementary = supplementary,
        };
    }

    /// <summary>The first characters if they are so many figures; empty otherwise.</summary>
    private static ReadOnlySpan<char> Figures(ReadOnlySpan<char> rest, int count)
    {
        if (rest.Length < count)
            return [];
        foreach (var character in rest[..count])
        {
            if (!char.IsAsciiDigit(character))
                return [];
        }

        return rest[..count];
    }

    private static int AmountLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || rest[length] is ',' or '.'))
            length++;
        return length;
    }

    private static int MarkLength(ReadOnlySpan<char> rest)
    {
        if (rest.Length >= 2 && rest[0] is 'R' or 'E' && rest[1] is 'C' or 'D')
            return 2;
        return rest.Length >= 1 && rest[0] is 'C' or 'D' ? 1 : 0;
    }

    /// <summary>Blanks pad an absent entry date; some banks wrap the line before the amount.</summary>
    private static ReadOnlySpan<char> AfterBlanks(ReadOnlySpan<char> rest)
    {
        while (!rest.IsEmpty && rest[0] is ' ' or '\n')
            rest = rest[1..];
        return rest;
    }
}
