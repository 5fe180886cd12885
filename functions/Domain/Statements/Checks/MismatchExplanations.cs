using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>
/// Which single fault would explain that a statement does not add up: an entry or a balance with the wrong sign, an entry
/// too many, one too few, two digits in each other's place. Three at most, the likeliest first: what the bank's own
/// counts and sums agree with, then what happens most often.
/// </summary>
internal static class MismatchExplanations
{
    private const int Most = 3;

    public static IEnumerable<Diagnostic> Of(Mismatch mismatch, BookedAmounts amounts)
    {
        var search = new AmountSearch(amounts, mismatch.Difference.MinorUnits);
        // In the order of likelihood; the sort is stable.
        Explanation?[] found =
        [
            search.Twin is { } twin ? Twin(mismatch, twin) : null,
            search.Turned is { } turned ? Turned(mismatch, turned) : null,
            TurnedBalance(mismatch),
            search.Swapped is { } swapped ? Swapped(mismatch, swapped) : null,
            search.Twin is null && search.TooMany is { } single ? TooMany(mismatch, single) : null,
            Missing(mismatch, amounts.IsWhole),
        ];
        return found.OfType<Explanation>().OrderBy(explanation => explanation.Fit).Take(Most).Select(explanation => explanation.ToDiagnostic());
    }

    private static Explanation Twin(Mismatch mismatch, FoundAmount found) => new(
        DiagnosticRules.MismatchByDoubledEntry,
        $"{Capital(found)} and the one before it are both {Text(mismatch, found.Amount.MinorUnits)}; if one of them is doubled, the statement adds up without it.{found.Others}",
        found.Amount.Line, "amount", Decimal(mismatch, found.Amount.MinorUnits), mismatch.Fit(found.Amount.MinorUnits, null));

    private static Explanation TooMany(Mismatch mismatch, FoundAmount found) => new(
        DiagnosticRules.MismatchByDoubledEntry,
        $"Without {Wording.Entry(found.Amount.Position, found.Amount.Line)} of {Text(mismatch, found.Amount.MinorUnits)} the statement adds up; no twin stands beside it.{found.Others}",
        found.Amount.Line, "amount", Decimal(mismatch, found.Amount.MinorUnits), mismatch.Fit(found.Amount.MinorUnits, null));

    private static Explanation Turned(Mismatch mismatch, FoundAmount found) => new(
        DiagnosticRules.MismatchBySign,
        $"{Capital(found)} is a {Direction(found.Amount.MinorUnits)} of {Text(mismatch, Abs(found.Amount.MinorUnits))}; as a {Direction(-(Int128)found.Amount.MinorUnits)} the statement adds up.{found.Others}",
        found.Amount.Line, "amount", Decimal(mismatch, found.Amount.MinorUnits), mismatch.Fit(found.Amount.MinorUnits, -(Int128)found.Amount.MinorUnits));

    private static Explanation? TurnedBalance(Mismatch mismatch)
    {
        var difference = (Int128)mismatch.Difference.MinorUnits;
        if (mismatch.Opening.MinorUnits * (Int128)2 == -difference)
            return Balance(mismatch, "opening balance", mismatch.Opening, mismatch.Opened.Line);
        return mismatch.Closing.MinorUnits * (Int128)2 == difference
            ? Balance(mismatch, "closing balance", mismatch.Closing, mismatch.Closed.Line)
            : null;
    }

    private static Explanation Balance(Mismatch mismatch, string which, Money balance, int line) => new(
        DiagnosticRules.MismatchBySign,
        $"The {which} is a {Direction(balance.MinorUnits)} of {Text(mismatch, Abs(balance.MinorUnits))}; as a {Direction(-(Int128)balance.MinorUnits)} the statement adds up.",
        line, which, balance.ToDecimalString(), mismatch.Fit(null, null));

    private static Explanation Swapped(Mismatch mismatch, FoundAmount found)
    {
        var right = (Int128)found.Amount.MinorUnits + mismatch.Difference.MinorUnits;
        return new Explanation(
            DiagnosticRules.MismatchBySwappedDigits,
            $"{Capital(found)} is {Text(mismatch, found.Amount.MinorUnits)}; with two neighbouring digits exchanged, {Text(mismatch, right)}, the statement adds up.{found.Others}",
            found.Amount.Line, "amount", Decimal(mismatch, found.Amount.MinorUnits), mismatch.Fit(found.Amount.MinorUnits, right));
    }

    private static Explanation Missing(Mismatch mismatch, bool isWhole)
    {
        var difference = mismatch.Difference.MinorUnits;
        var caveat = isWhole ? "" : $" It has more than {BookedAmounts.Most} booked entries, so that no single one of them was looked for.";
        return new Explanation(
            DiagnosticRules.MismatchByMissingEntry,
            $"{Wording.Of(mismatch.Opened)} adds up with one more {Direction(difference)} of {Text(mismatch, Abs(difference))}.{caveat}",
            mismatch.Closed.Line, "entries", Decimal(mismatch, difference), mismatch.Fit(null, difference));
    }

    private static string Capital(FoundAmount found) => Wording.LeadingEntry(found.Amount.Position, found.Amount.Line);

    private static string Direction(Int128 amount) => amount < 0 ? "debit" : "credit";

    private static Int128 Abs(long amount) => Int128.Abs(amount);

    private static string Text(Mismatch mismatch, Int128 amount) => amount <= long.MaxValue
        ? new Money((long)amount, mismatch.Difference.Currency).ToString()
        : $"{amount} minor units of {mismatch.Difference.Currency}";

    private static string Decimal(Mismatch mismatch, long amount) => new Money(amount, mismatch.Difference.Currency).ToDecimalString();

    private sealed record Explanation(DiagnosticRule Rule, string Message, int Line, string Field, string Value, StatedFit Fit)
    {
        public Diagnostic ToDiagnostic() => Rule.At(Message + Stated(), Line, Field, Value);

        private string Stated() => Fit switch
        {
            StatedFit.Agrees => " The counts and sums that the bank states agree with it.",
            StatedFit.Silent => "",
            StatedFit.Differs => " The counts or sums that the bank states speak against it.",
        };
    }
}
