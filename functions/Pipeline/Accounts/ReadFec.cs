using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Reporting;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Accounts;

/// <summary>
/// Reads a year of the ledger as a fichier des écritures comptables. Accounts and bank entries are read as a stream; the
/// journal up to the year's end stands in memory, for it is put in order of validation.
/// </summary>
public sealed class ReadFec(IAccountStreams streams, IStatementStore statements, CreditorSettings settings)
{
    private const int PageSize = 1000;

    /// <summary>The file of a calendar year, as far as the ledger goes.</summary>
    public async Task<FecExport> HandleAsync(int year, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new List<JournalEntry>();
        await foreach (var account in streams.AccountsAsync(cancellation))
        {
            foreach (var happened in await streams.EventsAsync(account, 0, cancellation))
            {
                if (happened is DebtorRegistered { Debtor: var debtor })
                    names[debtor.Id] = debtor.Name;
                if (Journal.Of(happened, account, settings.Chart) is { } entry)
                    entries.Add(entry);
            }
        }

        await foreach (var entry in BankEntriesAsync(cancellation))
            entries.Add(entry);
        var lines = Fec.Of(entries, year, settings.Chart, names);
        return new FecExport(lines, Fec.Check(lines), entries.Count);
    }

    private async IAsyncEnumerable<JournalEntry> BankEntriesAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var arrivals = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        string? continuation = null;
        do
        {
            var page = await statements.EntriesAsync(new EntryFilter([]), new PageRequest(PageSize, continuation), cancellation);
            foreach (var record in page.Items)
            {
                if (!arrivals.TryGetValue(record.File, out var arrival))
                    arrivals[record.File] = arrival = await ArrivalAsync(record.File, cancellation);
                foreach (var entry in Of(record, arrival))
                    yield return entry;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private async Task<DateTimeOffset> ArrivalAsync(string sha256, CancellationToken cancellation) =>
        (await statements.FindFileAsync(sha256, cancellation))?.ArrivedAt
        ?? throw new InvalidOperationException($"Entries are in the books of file {sha256}, which is not.");

    private IEnumerable<JournalEntry> Of(EntryRecord record, DateTimeOffset arrival)
    {
        if (Journal.Of(record.Payment, arrival, settings.Chart) is { } entry)
            yield return entry;
        if (record.Matching is { State: EntryState.Explained, Match: { Explanation: BankCharge, Decision: var decision } }
            && Journal.OfBankCharge(record.Payment, decision, settings.Chart) is { } charge)
            yield return charge;
    }
}

/// <summary>A year of the ledger as a file.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Faults">What stands against handing it over; empty for nothing.</param>
/// <param name="JournalEntries">How many entries the whole ledger has, of any year.</param>
public sealed record FecExport(ImmutableArray<FecLine> Lines, ImmutableArray<FecFault> Faults, int JournalEntries);
