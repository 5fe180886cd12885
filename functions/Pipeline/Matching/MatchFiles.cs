using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Pipeline.Ingest;

namespace Reconciliation.Pipeline.Matching;

/// <summary>
/// Matches files against files in memory, without a ledger: for trying the matcher on one's own data and for measuring
/// it. The readers, the accounts and the matcher are those of the pipeline.
/// </summary>
public sealed class MatchFiles(ImmutableArray<StatementReader> readers, MatchingPolicy policy)
{
    private readonly CreditorSettings _settings = new() { CreditorId = "creditor" };
    private readonly HashSet<string> _entries = [];
    private readonly List<Payment> _payments = [];

    /// <summary>The payments read so far, each once however many files hold it.</summary>
    public IReadOnlyList<Payment> Payments => _payments;

    /// <summary>Reads a statement file. Entries of a statement with an error are left out.</summary>
    /// <returns>What was found in it.</returns>
    public ImmutableArray<Diagnostic> Add(Stream bytes)
    {
        var file = StatementFile.Of(StatementFiles.Read(bytes, readers));
        if (!file.IsAcceptable)
            return file.Diagnostics;
        var occurrences = new Dictionary<string, int>();
        foreach (var statement in file.Statements.Where(s => s.Opened.Kind == StatementKind.EndOfDay))
        {
            foreach (var payment in statement.Entries.Where(e => e.IsBooked).SelectMany(e => BatchBooking.Split(e)))
                Add(statement.Opened.Account, payment, occurrences);
        }

        return file.Diagnostics;
    }

    /// <summary>Decides every payment read so far.</summary>
    /// <param name="receivables">The receivables.</param>
    /// <param name="instalments">The terms.</param>
    /// <param name="payers">Payers confirmed earlier.</param>
    /// <param name="asOf">Receivables issued later are not known yet and payments booked later are left out; null for no such day.</param>
    public MatchedFiles Match(ReceivablesFile receivables, InstalmentsFile instalments, IEnumerable<KnownPayer> payers, DateOnly? asOf) =>
        Match(receivables, instalments, payers, asOf, policy);

    /// <summary>Decides every payment read so far as if there were no rules.</summary>
    /// <param name="receivables">The receivables.</param>
    /// <param name="instalments">The terms.</param>
    /// <param name="payers">Payers confirmed earlier.</param>
    /// <param name="asOf">As for <see cref="Match(ReceivablesFile, InstalmentsFile, IEnumerable{KnownPayer}, DateOnly?)"/>.</param>
    public MatchedFiles MatchWithoutRules(ReceivablesFile receivables, InstalmentsFile instalments, IEnumerable<KnownPayer> payers, DateOnly? asOf) =>
        Match(receivables, instalments, payers, asOf, policy with { Rules = RuleBook.Empty });

    private MatchedFiles Match(
        ReceivablesFile receivables, InstalmentsFile instalments, IEnumerable<KnownPayer> payers, DateOnly? asOf, MatchingPolicy policy)
    {
        var known = new KnownReceivables([]);
        var byNumber = receivables.Rows.Select(row => row.Receivable).DistinctBy(r => r.Number).ToDictionary(r => r.Number, StringComparer.Ordinal);
        var schedules = instalments.For(number => byNumber.GetValueOrDefault(number));
        var plan = new ImportPlan(
            _settings, known, new Decision(default, Decider.Source("match")), receivables.Faults.AddRange(schedules.Faults));
        foreach (var row in receivables.Rows.Where(r => asOf is null || r.Receivable.IssueDate <= asOf))
            plan.Open(row);
        foreach (var schedule in schedules.Schedules)
            plan.Schedule(schedule);

        // Terms that contradict their receivable leave open what is due when: it is reported by its terms, and not matched.
        var contradictory = instalments.Rows.Select(row => row.Receivable).Concat(instalments.Incomplete)
            .Except(schedules.Schedules.Select(schedule => schedule.Receivable)).ToHashSet(StringComparer.Ordinal);
        var open = OpenItems.Of(known.Accounts.SelectMany(a => OpenItem.Of(a)).Where(item => !contradictory.Contains(item.Receivable.Number)));
        var payments = _payments.FindAll(p => asOf is null || p.BookedOn <= asOf);
        return new MatchedFiles(Decide(payments, open, [.. payers], policy), plan.Faults, _payments.Count - payments.Count);
    }

    // Money in first: what comes back may have come in with the same files.
    private static ImmutableArray<MatchDecision> Decide(List<Payment> payments, OpenItems open, ImmutableArray<KnownPayer> payers, MatchingPolicy policy)
    {
        var credits = Matcher.Match(payments.FindAll(p => !p.Amount.IsNegative), open, PaymentHistory.Of(payers, []), policy);
        var applied = credits.Where(d => d.Verdict == MatchVerdict.Auto)
            .Select(d => d.Candidates[0].Explanation is Settlement settlement ? new AppliedPayment(d.Payment, d.Payment.Id, settlement.Shares) : null)
            .OfType<AppliedPayment>();
        var debits = Matcher.Match(payments.FindAll(p => p.Amount.IsNegative), open, PaymentHistory.Of(payers, applied), policy);
        var decided = credits.Concat(debits).ToDictionary(d => d.Payment.Id);
        return [.. payments.Select(p => decided[p.Id])];
    }

    private void Add(BankAccountId account, StatementEntry entry, Dictionary<string, int> occurrences)
    {
        var fingerprint = EntryIdentity.FingerprintOf(account, entry);
        var occurrence = occurrences[fingerprint] = occurrences.GetValueOrDefault(fingerprint) + 1;
        var id = new EntryIdentity(fingerprint, occurrence).Id;
        if (_entries.Add(id))
            _payments.Add(new Payment(id, account, entry));
    }
}

/// <summary>What matching files came to.</summary>
/// <param name="Decisions">A decision a payment, in the order of the files.</param>
/// <param name="Faults">What was found in the receivables and instalments; those rows were left out.</param>
/// <param name="LeftOut">Payments booked after the day that was asked for.</param>
public sealed record MatchedFiles(ImmutableArray<MatchDecision> Decisions, ImmutableArray<RowFault> Faults, int LeftOut);
