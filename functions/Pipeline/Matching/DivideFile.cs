using System.Collections.Immutable;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Matching;

/// <summary>
/// Divides the entries of a large file by booking days, so that several workers match it at once. What one part leaves
/// because another was faster is taken up by <see cref="MatchEntries.HandleAsync(Messages.EntriesAccepted, CancellationToken)"/>
/// afterwards.
/// </summary>
public sealed class DivideFile(IStatementStore statements)
{
    /// <summary>
    /// Parts that together hold every entry that waits for the matcher; a part holds about <paramref name="size"/>
    /// entries, or those of one day where these are more.
    /// </summary>
    public async Task<ImmutableArray<FilePart>> HandleAsync(string file, int size, CancellationToken cancellation)
    {
        var parts = ImmutableArray.CreateBuilder<FilePart>();
        var filter = new EntryFilter([EntryState.New, EntryState.Claimed, EntryState.Releasing], file);
        var count = 0;
        string? continuation = null;
        do
        {
            var page = await statements.EntriesAsync(filter, new PageRequest(1000, continuation), cancellation);
            foreach (var day in page.Items.Select(entry => entry.Payment.BookedOn))
            {
                if (parts.Count == 0 || (count >= size && day > parts[^1].To))
                {
                    parts.Add(new FilePart(file, day, day));
                    count = 0;
                }

                parts[^1] = parts[^1] with { To = day };
                count++;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);

        return parts.ToImmutable();
    }
}

/// <summary>The entries of a file that were booked on some days.</summary>
/// <param name="File">The hash of the file's content.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive.</param>
public sealed record FilePart(string File, DateOnly From, DateOnly To);
