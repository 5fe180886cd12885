using System.Collections.Immutable;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>
/// One file on its way in: stages entries as the parts pass, and gathers what is found. While the store stages a batch the
/// next is read, never more, so batches keep their order and memory holds two of them.
/// </summary>
internal sealed class StatementIntake(IStatementStore store, CreditorSettings settings, string sha256, DateOnly today)
{
    private const int BatchSize = 2000;
    private const int MostDiagnostics = 1000;

    private readonly ImmutableArray<StatementRecord>.Builder _statements = ImmutableArray.CreateBuilder<StatementRecord>();
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly List<PendingEntry> _batch = [];
    private readonly Dictionary<BankAccountId, AccountProgress> _accounts = [];
    private StatementProgress? _current;
    private Task _staging = Task.CompletedTask;

    public ImmutableArray<StatementRecord> Statements => _statements.ToImmutable();

    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    public StatementFormat? Format { get; private set; }

    /// <summary>How many entries were staged.</summary>
    public int StagedEntries { get; private set; }

    public async Task TakeAsync(IEnumerable<StatementPart> parts, CancellationToken cancellation)
    {
        await store.BeginStagingAsync(sha256, cancellation);
        try
        {
            await TakePartsAsync(parts, cancellation);
            await FlushAsync(cancellation);
        }
        finally
        {
            // Whatever ended the reading, nothing is written any more once this returns.
            await _staging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _staging;
    }

    private async Task TakePartsAsync(IEnumerable<StatementPart> parts, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (part)
            {
                case StatementOpened opened:
                    await OpenAsync(opened, cancellation);
                    break;
                case StatementEntry entry:
                    await EnterAsync(entry, cancellation);
                    break;
                case StatementClosed closed:
                    Close(closed);
                    break;
                case Diagnostic diagnostic:
                    Find(diagnostic);
                    break;
            }
        }
    }

    private async Task OpenAsync(StatementOpened opened, CancellationToken cancellation)
    {
        Format ??= opened.Format;
        if (!settings.BankAccounts.IsEmpty && !settings.BankAccounts.Contains(opened.Account))
            Find(DiagnosticRules.AccountUnknown.At(
                $"Account {opened.Account} is not among the creditor's bank accounts.", opened.Line, "account", opened.Account.Value));
        if (opened.Kind != StatementKind.EndOfDay)
            Find(DiagnosticRules.PreviewNotPosted.At($"The {opened.Format} for account {opened.Account} is kept for reference.", opened.Line));

        if (!_accounts.TryGetValue(opened.Account, out var account))
        {
            account = new AccountProgress(await store.PositionAsync(opened.Account, cancellation), opened.Currency);
            _accounts.Add(opened.Account, account);
        }

        if (opened.Currency != account.Currency)
            Find(DiagnosticRules.CurrencyDiffers.At(
                $"Account {opened.Account} is kept in {account.Currency}; this statement is in {opened.Currency}.", opened.Line, "currency", opened.Currency.Code));

        _current = new StatementProgress(opened, account);
    }

    private async Task EnterAsync(StatementEntry entry, CancellationToken cancellation)
    {
        var current = _current!;
        if (current.Opened.Kind != StatementKind.EndOfDay || !entry.IsBooked)
            return;
        current.See(entry);
        foreach (var payment in BatchBooking.Split(entry))
        {
            var fingerprint = EntryIdentity.FingerprintOf(current.Opened.Account, payment);
            _batch.Add(new PendingEntry(current, payment, fingerprint, current.Occurrence(fingerprint)));
        }

        if (_batch.Count >= BatchSize)
            await FlushAsync(cancellation);
    }

    private void Close(StatementClosed closed)
    {
        var current = _current!;
        if (current.Opened.Kind == StatementKind.EndOfDay)
        {
            foreach (var finding in current.Findings(closed, today))
                Find(finding);
            _statements.Add(current.Record(closed));
            current.Account.Advance(current, closed);
        }

        _current = null;
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        if (_batch.Count == 0)
            return;
        // A statement that continues the last one holds other entries than it, even where they look the same.
        var again = _batch.Where(p => p.Statement.MayRepeatKnownTwins(p.Entry)).Select(p => p.Fingerprint).ToHashSet();
        var known = again.Count == 0 ? new Dictionary<string, int>() : await store.OccurrencesAsync(again, cancellation);
        var staged = _batch.ConvertAll(p => new StagedEntry(
            new EntryIdentity(p.Fingerprint, p.Occurrence + (again.Contains(p.Fingerprint) ? known.GetValueOrDefault(p.Fingerprint) : 0)),
            p.Statement.Opened.Account, p.Entry));
        await _staging;
        _staging = store.StageAsync(sha256, staged, cancellation);
        StagedEntries += staged.Count;
        _batch.Clear();
    }

    private void Find(Diagnostic diagnostic)
    {
        if (_diagnostics.Count < MostDiagnostics)
            _diagnostics.Add(diagnostic);
    }

    private sealed record PendingEntry(StatementProgress Statement, StatementEntry Entry, string Fingerprint, int Occurrence);
}
