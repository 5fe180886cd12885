using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using Reconciliation.Domain;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.OpenItems;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Of which amounts money in was explained, by booking day, kept like the open-item index: most money out is no return, and
/// asking the entries for each of its amounts would be in vain. An amount is said before the entry that has it is
/// explained, and stays: one too many costs a look at the entries, one too few would lose a return.
/// </summary>
internal sealed class CreditAmounts(TableClient table)
{
    // A row holds 90,000 at most.
    private const int MostOfARow = 50_000;

    private readonly IndexPart _days = new(table, "credits");

    /// <summary>Says the amounts of entries.</summary>
    public async Task AddAsync(IEnumerable<EntryRecord> credits, CancellationToken cancellation)
    {
        foreach (var day in credits.GroupBy(credit => credit.Payment.BookedOn))
            await AddAsync(StoredText.Of(day.Key), [.. day.Select(credit => HashOf(credit.Payment.Amount))], cancellation);
    }

    /// <summary>Those of the amounts that money in may have had which was booked on or after a day.</summary>
    public async Task<IEnumerable<Money>> AmongAsync(IReadOnlyList<Money> amounts, DateOnly since, CancellationToken cancellation)
    {
        var first = StoredText.Of(since);
        var days = await _days.FindAsync([.. amounts.Select(HashOf)], cancellation);
        return amounts.Where((_, n) => days[n].Any(day => string.CompareOrdinal(day, first) >= 0));
    }

    private async Task AddAsync(string day, ImmutableHashSet<ulong> amounts, CancellationToken cancellation)
    {
        var isFull = true;
        for (var row = 0; isFull; row++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{day}|{row:D3}");
            await _days.ChangeAsync(
                name,
                known =>
                {
                    ImmutableArray<ulong> keys = known?.Keys ?? [];
                    isFull = keys.Length >= MostOfARow;
                    amounts = amounts.Except(keys);
                    return isFull || amounts.IsEmpty ? null : new IndexedAccount(name, (known?.Version ?? 0) + 1, [.. keys.Concat(amounts).Order()]);
                },
                cancellation);
        }
    }

    private static ulong HashOf(Money amount) =>
        KeyHash.Of(new IndexKey(string.Create(CultureInfo.InvariantCulture, $"credit:{amount.Currency.Code}:{amount.MinorUnits}")));
}
