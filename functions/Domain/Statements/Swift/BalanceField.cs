namespace Reconciliation.Domain.Statements.Swift;

/// <summary>The parts of a balance, fields 60a, 62a, 64 and 65: mark, date, currency, amount (<c>C240131EUR10,00</c>).</summary>
internal readonly ref struct BalanceField
{
    /// <summary>A debit balance: the holder owes the bank.</summary>
    public bool IsDebit { get; private init; }

    /// <summary>The six figures of the date, YYMMDD.</summary>
    public ReadOnlySpan<char> Date { get; private init; }

    /// <summary>The capitals where the currency stands; empty for none.</summary>
    public ReadOnlySpan<char> Currency { get; private init; }

    /// <summary>What stands where the amount does.</summary>
    public ReadOnlySpan<char> Amount { get; private init; }

    /// <summary>The text begins as a balance does: mark and six figures.</summary>
    public static bool IsLikely(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[0] is 'C' or 'D' && !text[1..7].ContainsAnyExceptInRange('0', '9');

    /// <summary>Splits a balance; false where it does not begin as one.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out BalanceField balance)
    {
        balance = default;
        text = text.Trim();
        if (!IsLikely(text))
            return false;
        var rest = text[7..];
        var letters = rest.IndexOfAnyExceptInRange('A', 'Z');
        letters = letters < 0 ? rest.Length : letters;
        balance = new BalanceField
        {
            IsDebit = text[0] == 'D',
            Date = text[1..7],
            Currency = rest[..letters],
            Amount = rest[letters..],
        };
        return true;
    }
}
