using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements;

/// <summary>
/// The arithmetic that a statement must obey by itself: opening + booked entries = closing, stated counts and sums.
/// Works along the parts as they pass, so that it costs no memory.
/// </summary>
public static class StatementChecks
{
    /// <summary>The same parts, each finding standing right after the statement's end that it speaks of.</summary>
    public static IEnumerable<StatementPart> Apply(IEnumerable<StatementPart> parts)
    {
        Running? running = null;
        var statements = 0;
        var errors = 0;
        foreach (var part in parts)
        {
            yield return part;
            switch (part)
            {
                case StatementOpened opened:
                    running = new Running(opened);
                    statements++;
                    break;
                case StatementEntry entry:
                    running!.Add(entry);
                    break;
                case StatementClosed closed:
                    foreach (var finding in running!.Findings(closed))
                        yield return finding;
                    running = null;
                    break;
                case Diagnostic { Severity: Severity.Error } error:
                    errors++;
                    running?.Hear(error);
                    break;
            }
        }

        if (statements == 0 && errors == 0)
            yield return DiagnosticRules.NoStatement.At("The file holds no statement.");
    }

    private sealed class Running(StatementOpened opened)
    {
        private readonly RunningTotal _booked = new(opened.Currency);
        private readonly RunningTotal _credits = new(opened.Currency);
        private readonly RunningTotal _debits = new(opened.Currency);
        private int _creditCount;
        private int _debitCount;
        private bool _isTorn;

        /// <summary>What was torn cannot add up; saying so beside the tear would only hide it.</summary>
        public void Hear(Diagnostic error) => _isTorn |= error.Rule == DiagnosticRules.FileCut || error.Rule == DiagnosticRules.SyntaxInvalid;

        public void Add(StatementEntry entry)
        {
            if (entry.IsBooked)
                _booked.Add(entry.Amount);
            // What only says something (BAI2 type 890) is in no count of the bank.
            if (entry.Status == EntryStatus.Information && entry.Amount.IsZero)
                return;
            if (entry.Amount.IsNegative)
            {
                _debits.Add(-entry.Amount);
                _debitCount++;
            }
            else
            {
                _credits.Add(entry.Amount);
                _creditCount++;
            }
        }

        public IEnumerable<Diagnostic> Findings(StatementClosed closed)
        {
            if (_isTorn)
                yield break;
            if (_credits.Amount is not { } credits || _debits.Amount is not { } debits || _booked.Amount is not { } booked)
            {
                yield return DiagnosticRules.AmountInvalid.At(
                    $"{Name()}: the entries come to {_credits} and {_debits}, more than any account can hold.", closed.Line, "entries");
                yield break;
            }

            foreach (var finding in BalanceFindings(closed, booked))
                yield return finding;
            foreach (var finding in TotalFindings("credits", closed.Credits, _creditCount, credits, closed.Line))
                yield return finding;
            foreach (var finding in TotalFindings("debits", closed.Debits, _debitCount, debits, closed.Line))
                yield return finding;
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
                        $"{Name()} states no {(opened.Opening is null ? "opening" : "closing")} balance.", closed.Line);
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
                $"{Name()}: opening {opening.Amount} and booked entries of {booked} come to {expected}, but the closing balance says {closing.Amount}; the difference is {difference}.",
                closed.Line, "closing balance", closing.Amount.ToDecimalString());
        }

        private IEnumerable<Diagnostic> TotalFindings(string what, StatedTotal? stated, int count, Money sum, int line)
        {
            if (stated?.Count is { } statedCount && statedCount != count)
                yield return DiagnosticRules.TotalMismatch.At(
                    $"{Name()}: the bank states {statedCount} {what}, the file holds {count}.", line, what);
            if (stated?.Sum is { } statedSum && statedSum != sum)
                yield return DiagnosticRules.TotalMismatch.At(
                    $"{Name()}: the bank states {what} of {statedSum}, the entries come to {sum}.", line, what);
        }

        private string Name() =>
            $"Statement {opened.Number ?? opened.Id ?? "without number"} of account {(opened.Account.Value is "" ? "(not named)" : opened.Account)}";
    }
}
