namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Contents from the beginning of their acceptance until the matcher has seen every entry of them. Mostly there are none,
/// so asking costs a look at an empty range. An entry never becomes new again.
/// </summary>
internal sealed class WaitingFiles(FileTable files, EntryList entries, Acceptance acceptance, TimeProvider time)
{
    // Who accepts or matches a file right now is left to it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>True while accepted entries wait for the matcher.</summary>
    public async Task<bool> HasNewEntriesAsync(CancellationToken cancellation)
    {
        foreach (var waiting in await files.WaitingAsync(cancellation))
        {
            var sha256 = waiting.GetString("File");
            if (await entries.HasNewAsync(sha256, cancellation))
                return true;
            if (await files.FindContentAsync(sha256, cancellation) is { IsAccepted: true, IsTold: true })
                await files.EndWaitAsync(waiting, cancellation);
        }

        return false;
    }

    /// <summary>Carries through what a fall left behind: acceptances, and messages of which nothing has come. How many there were.</summary>
    public async Task<int> RelayAsync(CancellationToken cancellation)
    {
        var relayed = 0;
        foreach (var waiting in await files.WaitingAsync(cancellation))
        {
            if (time.GetUtcNow() - waiting.Timestamp < Patience || await files.FindContentAsync(waiting.GetString("File"), cancellation) is not { } content)
                continue;
            if (!content.IsAccepted)
                content = await acceptance.CompleteAsync(content, cancellation);
            if (content.IsTold && !await entries.HasNewAsync(content.Sha256, cancellation))
            {
                await files.EndWaitAsync(waiting, cancellation);
                continue;
            }

            await acceptance.TellAsync(content.Sha256, cancellation);
            await files.WaitAsync(content.Sha256, cancellation);
            relayed++;
        }

        return relayed;
    }
}
