using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>Finds how the file says that an amount is money out.</summary>
internal static class SignFinder
{
    /// <summary>The profile with its signs.</summary>
    public static CsvProfile Apply(CsvProfile profile, Sample sample, ProposalList proposals)
    {
        if (profile.Columns.Debit is { } debit)
            return Debits(profile, sample.Cells([debit]), proposals);
        var amounts = sample.Cells([profile.Columns.Amount]);
        if (profile.Columns.Sign is { } sign && !amounts.Any(CellShape.IsNegative))
            return Flags(profile, sample.Cells([sign]), proposals);
        // Signed amounts beside a column of flags say the same twice.
        profile = profile with { Columns = profile.Columns with { Sign = null } };
        return Signed(profile, amounts, sample, proposals);
    }

    private static CsvProfile Debits(CsvProfile profile, ImmutableArray<string> debits, ProposalList proposals)
    {
        var negative = debits.Count(CellShape.IsNegative);
        var isNegative = 2 * negative > debits.Length;
        proposals.Add(
            "debitsNegative", isNegative ? "true" : "false", negative == 0 || negative == debits.Length ? CsvCertainty.Sure : CsvCertainty.Guessed,
            debits.IsEmpty ? "No row has money out." : $"{negative} of {debits.Length} debits have a minus.");
        return profile with { DebitsNegative = isNegative };
    }

    private static CsvProfile Flags(CsvProfile profile, ImmutableArray<string> flags, ProposalList proposals)
    {
        ImmutableArray<string> debits = [.. flags.Where(flag => HeaderWords.Is(flag, "debitFlag")).Distinct(StringComparer.OrdinalIgnoreCase)];
        ImmutableArray<string> credits = [.. flags.Where(flag => HeaderWords.Is(flag, "creditFlag")).Distinct(StringComparer.OrdinalIgnoreCase)];
        proposals.Add("debitFlags", string.Join(", ", debits), CsvCertainty.Sure, "They say money out.");
        proposals.Add("creditFlags", string.Join(", ", credits), CsvCertainty.Sure, "They say money in.");
        // The sample may not hold every word; a profile needs both.
        return profile with { DebitFlags = debits.IsEmpty ? ["Debit"] : debits, CreditFlags = credits.IsEmpty ? ["Credit"] : credits };
    }

    private static CsvProfile Signed(CsvProfile profile, ImmutableArray<string> amounts, Sample sample, ProposalList proposals)
    {
        var negative = amounts.Count(CellShape.IsNegative);
        var isCard = sample.Header.Cells.Any(cell => HeaderWords.Is(cell, "card"));
        var hasSides = sample.Header.Cells.Any(cell => HeaderWords.Is(cell, "debit") || HeaderWords.Is(cell, "credit"));
        var isPurchases = isCard && !hasSides && profile.Columns.Balance is null && 2 * negative <= amounts.Length;
        if (isPurchases)
            proposals.Add("purchasesPositive", "true", CsvCertainty.Guessed, "The file is of a card, and most amounts have no minus; they are taken as purchases, money out.");
        else
            proposals.Add(
                "columns.amount", profile.Columns.Amount ?? "", negative > 0 ? CsvCertainty.Likely : CsvCertainty.Guessed,
                negative > 0 ? $"{negative} of {amounts.Length} amounts have a minus: money out." : "No amount has a minus; all are taken as money in.");
        return profile with { PurchasesPositive = isPurchases };
    }
}
