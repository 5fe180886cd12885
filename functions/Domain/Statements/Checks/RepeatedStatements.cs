using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>
/// Finds statements that stand twice in a file: of one account, with one number, the same balances, as many entries of
/// the same sums. Looks among the first 10,000 statements.
/// </summary>
internal sealed class RepeatedStatements
{
    private const int MostStatements = 10_000;

    private readonly Dictionary<ulong, StatementOpened> _seen = [];

    /// <summary>The finding about a statement that has ended; null for none.</summary>
    public Diagnostic? Find(StatementOpened opened, StatementClosed closed, EntryTotals totals)
    {
        // Without entries nothing can be entered twice; without balances nothing tells a repetition from a like day.
        if (totals.CreditCount + totals.DebitCount == 0 || opened.Opening is null || closed.Closing is null)
            return null;
        var key = KeyOf(opened, closed, totals);
        if (_seen.TryGetValue(key, out var first))
            return DiagnosticRules.StatementRepeated.At(
                $"{Wording.Of(opened)} stands in the file before{(first.Line == 0 ? "" : $", at line {first.Line}")}, with the same balances and sums.", opened.Line, "statement", opened.Number ?? opened.Id);
        if (_seen.Count < MostStatements)
            _seen.Add(key, opened);
        return null;
    }

    private static ulong KeyOf(StatementOpened opened, StatementClosed closed, EntryTotals totals)
    {
        var key = EntryKey.New();
        key.Add(opened.Account.Value);
        key.Add(opened.Currency.Code);
        key.Add((long)opened.Kind);
        key.Add(opened.Number);
        Add(ref key, opened.Opening);
        Add(ref key, closed.Closing);
        key.Add(totals.CreditCount);
        key.Add(totals.DebitCount);
        key.Add(totals.ToString());
        return key.Value;
    }

    private static void Add(ref EntryKey key, Balance? balance)
    {
        key.Add(balance?.Amount.MinorUnits ?? 0);
        key.Add(balance?.Day?.DayNumber ?? 0);
    }
}
