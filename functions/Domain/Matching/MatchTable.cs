using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching;

/// <summary>
/// The match CSV: a row an allocation of each candidate, or one row with an empty receivable for an entry without. Money
/// that stays on account settles nothing and so has no row of its own; the evidence speaks of it.
/// </summary>
public static class MatchTable
{
    private static readonly CsvWriterOptions Csv = new() { NewLine = "\n" };

    /// <summary>The rows of decisions, in their order.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="language">The language of the evidence, see <see cref="EvidenceText.Say"/>.</param>
    public static ImmutableArray<MatchRow> Rows(IEnumerable<MatchDecision> decisions, string language) =>
        [.. decisions.SelectMany(decision => RowsOf(decision, language))];

    /// <summary>Writes the head and the rows of decisions as CSV with commas; the writer stays open.</summary>
    public static void Write(TextWriter writer, IEnumerable<MatchDecision> decisions, string language)
    {
        using var csv = CsvWriter.Create(writer, Csv, leaveOpen: true);
        WriteLine(csv, MatchRow.Columns);
        foreach (var decision in decisions)
        {
            foreach (var row in RowsOf(decision, language))
                WriteLine(csv, row.Cells);
        }
    }

    private static void WriteLine(CsvWriter csv, IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.EndRecord();
    }

    private static IEnumerable<MatchRow> RowsOf(MatchDecision decision, string language)
    {
        var bare = BareRow(decision) with { Evidence = Say(decision.Evidence, language) };
        return decision.Candidates.IsEmpty
            ? [bare]
            : decision.Candidates.SelectMany((candidate, i) => RowsOf(candidate, WithCandidate(bare, decision, candidate, i + 1, language)));
    }

    private static MatchRow WithCandidate(MatchRow bare, MatchDecision decision, Candidate candidate, int rank, string language) => bare with
    {
        Rank = rank.ToString(CultureInfo.InvariantCulture),
        Confidence = candidate.Confidence.ToString("0.0000", CultureInfo.InvariantCulture),
        Evidence = Say(rank == 1 ? candidate.Evidence.Concat(decision.Evidence).Distinct() : candidate.Evidence, language),
    };

    private static IEnumerable<MatchRow> RowsOf(Candidate candidate, MatchRow row)
    {
        var allocations = candidate.Explanation.Match(
            settlement => settlement.Shares.SelectMany(share => share.Allocations),
            returned => returned.Applied.Shares.SelectMany(share => share.Allocations).Select(a => a with { Amount = -a.Amount }),
            charge => []).ToList();
        return allocations.Count == 0 ? [row] : allocations.Select(allocation => WithAllocation(row, allocation));
    }

    private static MatchRow WithAllocation(MatchRow row, Allocation allocation) => row with
    {
        Receivable = allocation.Receivable,
        Instalment = allocation.Instalment?.ToString(CultureInfo.InvariantCulture) ?? "",
        Allocated = allocation.Amount.ToDecimalString(),
    };

    private static MatchRow BareRow(MatchDecision decision)
    {
        var payment = decision.Payment;
        return new MatchRow(
            payment.Id, payment.Entry.BankReference ?? payment.Detail.References.BankReference ?? "", payment.Account.Value,
            payment.Entry.BookingDate.ToString(), payment.Amount.ToDecimalString(), payment.Amount.Currency.Code,
            payment.Detail.References.EndToEndId ?? "", string.Join(' ', payment.Detail.Remittance), Name(decision.Verdict), "", "", "", "", "", "");
    }

    private static string Name(MatchVerdict verdict) => verdict switch
    {
        MatchVerdict.Auto => "auto",
        MatchVerdict.Review => "review",
        MatchVerdict.None => "none",
    };

    private static string Say(IEnumerable<Evidence> evidence, string language) =>
        string.Join("; ", evidence.Select(fact => EvidenceText.Say(fact, language)));
}
