using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>The arithmetic of one statement: opening + booked entries = closing, stated counts and sums.</summary>
internal sealed class StatementArithmetic(StatementOpened opened)
{
    private readonly RunningTotal _booked = new(opened.Currency);
    private readonly EntryTotals _totals = new(opened.Currency);
    private readonly BookedAmounts? _amounts = opened is { Kind: StatementKind.EndOfDay, Opening: not null } ? new BookedAmounts() : null;
    private bool _isTorn;

    /// <summary>What the entries come to so far.</summary>
    public EntryTotals Totals => _totals;

    /// <summary>What was torn cannot add up; saying so beside the tear would only hide it.</summary>
    public void Hear(Diagnostic error) => _isTorn |= error.Rule == DiagnosticRules.FileCut || error.Rule == DiagnosticRules.SyntaxInvalid;

    public void Add(StatementEntry entry)
    {
        _totals.Add(entry);
        if (!entry.IsBooked)
            return;
        _booked.Add(entry.Amount);
        _amounts?.Add(entry);
    }

    public IEnumerable<Diagnostic> Findings(StatementClosed closed)
    {
        if (_isTorn)
            return [];
        if (_totals.Credits is not { } credits || _totals.Debits is not { } debits || _booked.Amount is not { } booked)
            return [DiagnosticRules.AmountInvalid.At(
                $"{Wording.Of(opened)}: the entries come to {_totals}, more than any account can hold.", closed.Line, "entries")];
        return
        [
            .. BalanceFindings(closed, booked),
            .. TotalFindings("credits", closed.Credits, _totals.CreditCount, credits, closed.Line),
            .. TotalFindings("debits", closed.Debits, _totals.DebitCount, debits, closed.Line),
        ];
    }

    private IEnumerable<Diagnostic> BalanceFindings(StatementClosed closed, Money booked)
    {
        if (opened.Kind != StatementKind.EndOfDay)
            yield break;
        if (opened.Opening is not { } opening || closed.Closing is not { } closing)
        {
            // OFX has no opening balance by design; continuity with the previous statement proves it instead.
            if (opened.Format is not (StatementFormat.Ofx or StatementFormat.Csv))
                yield return DiagnosticRules.BalanceMissing.At(
                    $"{Wording.Of(opened)} states no {(opened.Opening is null ? "opening" : "closing")} balance.", closed.Line);
            yield break;
        }

        var expected = new RunningTotal(opened.Currency);
        expected.Add(opening.Amount);
        expected.Add(booked);
        if (expected.Amount == closing.Amount)
            yield break;
        var difference = new RunningTotal(opened.Currency);
        difference.Add(closing.Amount);
        difference.Add(-opening.Amount);
        difference.Add(-booked);
        yield return DiagnosticRules.BalanceMismatch.At(
            $"{Wording.Of(opened)}: opening {opening.Amount} and booked entries of {booked} come to {expected}, but the closing balance says {closing.Amount}; the difference is {difference}.",
            closed.Line, "closing balance", closing.Amount.ToDecimalString());
        if (difference.Amount is not { } apart || _amounts is null)
            yield break;
        var mismatch = new Mismatch(opened, opening.Amount, closed, closing.Amount, apart, _totals);
        foreach (var explanation in MismatchExplanations.Of(mismatch, _amounts))
            yield return explanation;
    }

    private IEnumerable<Diagnostic> TotalFindings(string what, StatedTotal? stated, int count, Money sum, int line)
    {
        if (stated?.Count is { } statedCount && statedCount != count)
            yield return DiagnosticRules.TotalMismatch.At(
                $"{Wording.Of(opened)}: the bank states {statedCount} {what}, the file holds {count}.", line, what, $"{statedCount}");
        if (stated?.Sum is { } statedSum && statedSum != sum)
            yield return DiagnosticRules.TotalMismatch.At(
                $"{Wording.Of(opened)}: the bank states {what} of {statedSum}, the entries come to {sum}.", line, what, statedSum.ToDecimalString());
    }
}
