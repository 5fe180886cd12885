using System.Text;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>Finds whether the first row is the latest: by the dates, else by the order in which running balances add up.</summary>
internal static class OrderFinder
{
    /// <summary>The profile with its order.</summary>
    public static CsvProfile Apply(CsvProfile profile, Sample sample, ProposalList proposals)
    {
        var days = sample.Cells([profile.Columns.BookingDate[0]])
            .Select(cell => CsvDate.TryRead(cell, profile.DateFormats, out var day) ? day : (DateOnly?)null).OfType<DateOnly>().ToList();
        var falls = days.Count > 0 && days[0] > days[^1];
        var rises = days.Count > 0 && days[0] < days[^1];
        if (profile.Columns.Balance is null || CsvProfileChecks.Faults(profile).Count > 0)
            return With(profile, falls, falls || rises ? CsvCertainty.Sure : CsvCertainty.Unknown, falls ? "The dates fall." : rises ? "The dates rise." : "All entries have one date.", proposals);
        var forward = AddsUp(profile with { NewestFirst = false }, sample);
        var backward = AddsUp(profile with { NewestFirst = true }, sample);
        var newestFirst = forward == backward ? falls : backward;
        return With(
            profile,
            newestFirst,
            forward || backward ? CsvCertainty.Sure : CsvCertainty.Guessed,
            forward || backward ? "In this order every balance is the one before it and the amount." : "Running balances add up in neither order.",
            proposals);
    }

    private static CsvProfile With(CsvProfile profile, bool newestFirst, CsvCertainty certainty, string reason, ProposalList proposals)
    {
        proposals.Add("newestFirst", newestFirst ? "true" : "false", certainty, reason);
        return profile with { NewestFirst = newestFirst };
    }

    private static bool AddsUp(CsvProfile profile, Sample sample)
    {
        var rows = sample.Table.Rows.Select(row => string.Join(profile.Separator, row.Cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', rows)));
        return !StatementChecks.Apply(new CsvStatementReader(profile).Read(bytes))
            .OfType<Diagnostic>().Any(finding => finding.Rule == DiagnosticRules.BalanceMismatch);
    }
}
