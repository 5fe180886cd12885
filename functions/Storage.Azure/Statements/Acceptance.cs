using System.Collections.Immutable;
using Azure;
using Azure.Storage.Blobs.Models;
using Reconciliation.Domain;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Takes a staged file into the books. No transaction holds a whole file, so it goes by steps that are safe to repeat:
/// <para>1. everything that could stand against it is looked at; 2. its content is noted as being accepted, and from here
/// on it is carried through by whoever finds it; 3. entries are entered, unseen; 4. bank accounts add it up, each file
/// once; 5. one write says that it is accepted, and all of it shows; 6. the matcher is told.</para>
/// </summary>
internal sealed class Acceptance(FileTable files, Staging staging, BankAccountTable banks, EntryEntering entering, IMessages messages)
{
    public async Task<AcceptedEntries> AcceptAsync(
        FileRecord file, ImmutableArray<StatementRecord> statements, int? expected, CancellationToken cancellation)
    {
        while (true)
        {
            var known = await files.ReadAsync(file.Sha256, cancellation);
            if (known.Content is { IsAccepted: true } before)
                return await AcceptedBeforeAsync(file, before, cancellation);
            if (known.Content is { } content)
            {
                await CompleteAsync(content, cancellation);
                continue;
            }

            var plan = new FileContent(file, statements, await staging.ListAsync(file.Sha256, known.Attempt, cancellation));
            if (await TryCheckAsync(plan, expected, cancellation) && await files.TryBeginAsync(plan, known, cancellation))
                return await AcceptedBeforeAsync(file, await CompleteAsync(plan, cancellation), cancellation);
        }
    }

    /// <summary>Carries an acceptance through that was begun, by anybody; harmless where it has ended since.</summary>
    public async Task<FileContent> CompleteAsync(FileContent content, CancellationToken cancellation)
    {
        try
        {
            var entered = await EnterAsync(content, cancellation);
            return await EndAsync(content, entered, cancellation);
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Blobs go once an acceptance has ended: somebody carried it through beside this.
            if (await files.FindContentAsync(content.Sha256, cancellation) is { IsAccepted: true } accepted)
                return accepted;
            throw;
        }
    }

    /// <summary>Tells the matcher of an accepted content; what was staged of it goes.</summary>
    public async Task TellAsync(string sha256, CancellationToken cancellation)
    {
        await messages.SendAsync(new EntriesAccepted(sha256), cancellation);
        await files.NoteToldAsync(sha256, cancellation);
        await staging.DropAcceptedAsync(sha256, cancellation);
    }

    private async Task<AcceptedEntries> AcceptedBeforeAsync(FileRecord file, FileContent accepted, CancellationToken cancellation)
    {
        if (accepted.IsTold)
            await staging.DropAcceptedAsync(accepted.Sha256, cancellation);
        else
            await TellAsync(accepted.Sha256, cancellation);
        var record = accepted.File;
        if (file.Name == record.Name)
            return new AcceptedEntries(record.NewEntries, record.KnownEntries);
        var known = record.NewEntries + record.KnownEntries;
        await files.PutAsync(file with { Status = FileStatus.Duplicate, NewEntries = 0, KnownEntries = known }, cancellation);
        return new AcceptedEntries(0, known);
    }

    /// <summary>False where what is staged goes while it is read, because somebody stages anew.</summary>
    private async Task<bool> TryCheckAsync(FileContent plan, int? expected, CancellationToken cancellation)
    {
        try
        {
            await CheckAsync(plan, expected, cancellation);
            return true;
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return false;
        }
    }

    /// <summary>Throws where something stands against a plan; nothing of it is written before.</summary>
    private async Task CheckAsync(FileContent plan, int? expected, CancellationToken cancellation)
    {
        var staged = 0;
        var currencies = plan.Statements
            .Select(statement => (statement.Account, (statement.Closing ?? statement.Opening)?.Amount.Currency ?? default)).ToHashSet();
        foreach (var blob in plan.Blobs)
        {
            var entries = await staging.ReadAsync(blob, cancellation);
            staged += entries.Length;
            currencies.UnionWith(entries.Select(entry => (entry.Account, entry.Entry.Amount.Currency)));
            foreach (var entry in entries)
                _ = EntryRow.Content(NumberedEntry.Of(entry, plan.Sha256, 0).Record, "");
        }

        if (expected is { } count && count != staged)
            throw new StagingOverlapException(plan.Sha256, count, staged);
        foreach (var (account, currency) in currencies.OrderBy(known => known.Account.Value, StringComparer.Ordinal))
            await banks.EnsureAsync(account, currency, cancellation);
    }

    private async Task<EnteredEntries> EnterAsync(FileContent content, CancellationToken cancellation)
    {
        var entered = new EnteredEntries();
        var line = 0L;
        foreach (var blob in content.Blobs)
        {
            var staged = await staging.ReadAsync(blob, cancellation);
            var first = line;
            line += staged.Length;
            await entering.EnterAsync(
                [.. staged.Select((entry, n) => NumberedEntry.Of(entry, content.Sha256, first + n))], entered, cancellation);
        }

        return entered;
    }

    private async Task<FileContent> EndAsync(FileContent content, EnteredEntries entered, CancellationToken cancellation)
    {
        foreach (var account in entered.Accounts.Union(content.Statements.Select(statement => statement.Account)))
        {
            await banks.AddAsync(
                content.Sha256, account, entered.Of(account), content.Statements.Where(statement => statement.Account == account), cancellation);
        }

        var accepted = content with
        {
            File = content.File with { NewEntries = entered.New, KnownEntries = entered.Known }, IsAccepted = true, Days = entered.Days,
        };
        while (true)
        {
            var known = await files.ReadAsync(content.Sha256, cancellation);
            if (known.Content is { IsAccepted: true } ended)
                return ended;
            if (await files.TryAcceptAsync(accepted, known, EntryCounts.Entered(entered.New), cancellation))
                return accepted;
        }
    }
}
