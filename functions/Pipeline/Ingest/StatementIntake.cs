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
    private bool _hasError;

    public ImmutableArray<StatementRecord> Statements => _statements.ToImmutable();

    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    public StatementFormat? Format { get; private set; }

    /// <summary>How many end-of-day statements the file holds, those included that the books hold already.</summary>
    public int StatementCount { get; private set; }

    /// <summary>How many entries were staged.</summary>
    public int StagedEntries { get; private set; }

    public async Task TakeAsync(IEnumerable<StatementPart> parts, CancellationToken cancellation)
    {
        await store.BeginStagingAsync(sha256, cancellation);
        try
        {
            await TakePartsAsync(parts, cancellation);
            await FlushAsync(cancellation);
            foreach (var contradiction in _accounts.Values.SelectMany(account => account.Finish()))
                Find(contradiction);
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
                    await CloseAsync(closed, cancellation);
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

        _current = opened.Kind == StatementKind.EndOfDay ? new StatementProgress(opened, account) : null;
    }

    private async Task EnterAsync(StatementEntry entry, CancellationToken cancellation)
    {
        if (_current is not { } current || !entry.IsBooked)
            return;
        current.See(entry);
        foreach (var payment in BatchBooking.Split(entry))
        {
            var fingerprint = EntryIdentity.FingerprintOf(current.Opened.Account, payment);
            var count = current.Run.Count(fingerprint, payment.BookingDate.Day);
            EntryIdentity? identity = current.Account.IsInBooks(payment.BookingDate.Day) ? null : current.Identify(payment, fingerprint, count, booked: 0);
            _batch.Add(new PendingEntry(current, payment, fingerprint, count, identity));
        }

        if (_batch.Count >= BatchSize)
            await FlushAsync(cancellation);
    }

    private async Task CloseAsync(StatementClosed closed, CancellationToken cancellation)
    {
        if (_current is not { } current)
            return;
        if (current.TouchesBooks)
            await FlushAsync(cancellation);
        foreach (var finding in current.Findings(closed, today))
            Find(finding);
        current.Close(closed);
        // Recorded, an earlier balance of the last day would look like the account's last one.
        if (!current.Run.IsKnown)
            _statements.Add(current.Record(closed));
        StatementCount++;
        _current = null;
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        if (_batch.Count == 0)
            return;
        var asked = _batch.Where(p => p.Identity is null).Select(p => p.Fingerprint).ToHashSet();
        var booked = asked.Count == 0 ? new Dictionary<string, int>() : await store.OccurrencesAsync(asked, cancellation);
        var staged = _batch.ConvertAll(p => new StagedEntry(
            p.Identity ?? p.Statement.Identify(p.Entry, p.Fingerprint, p.Count, booked.GetValueOrDefault(p.Fingerprint)),
            p.Statement.Opened.Account, p.Entry));
        await _staging;
        _staging = store.StageAsync(sha256, staged, cancellation);
        StagedEntries += staged.Count;
        _batch.Clear();
    }

    private void Find(Diagnostic diagnostic)
    {
        // An error is never left out for want of room: it decides whether the file is accepted.
        var isFirstError = diagnostic.Severity == Severity.Error && !_hasError;
        _hasError |= isFirstError;
        if (_diagnostics.Count < MostDiagnostics || isFirstError)
            _diagnostics.Add(diagnostic);
    }

    private sealed record PendingEntry(StatementProgress Statement, StatementEntry Entry, string Fingerprint, int Count, EntryIdentity? Identity);
}
