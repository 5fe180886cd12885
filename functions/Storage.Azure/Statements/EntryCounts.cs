using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;
using Reconciliation.Storage.Azure.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// How many entries stand in each state, and what banks have charged: acceptances count beside their files, moves in the
/// partition of the entry.
/// </summary>
internal sealed class EntryCounts(IReadOnlyList<Tally> tallies)
{
    private const string State = "State_";
    private const string Charges = "Charges_";
    private const int WorthFolding = 20;

    /// <summary>What an acceptance adds.</summary>
    public static Dictionary<string, long> Entered(int count) => new() { [Of(EntryState.New)] = count };

    /// <summary>What moves add.</summary>
    public static Dictionary<string, long> Moved(IEnumerable<(EntryRecord Before, EntryRecord After)> moves)
    {
        var change = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (before, after) in moves)
        {
            Add(Of(before.Matching.State), -1);
            Add(Of(after.Matching.State), 1);
            var amount = after.Payment.Amount;
            Add(Charges + amount.Currency.Code, checked((IsCharge(after) ? amount.MinorUnits : 0) - (IsCharge(before) ? amount.MinorUnits : 0)));
        }

        return change;

        void Add(string name, long amount)
        {
            if (amount != 0)
                change[name] = checked(change.GetValueOrDefault(name) + amount);
        }
    }

    public async Task<ImmutableDictionary<EntryState, int>> StatesAsync(CancellationToken cancellation)
    {
        var sums = await SumsAsync(cancellation);
        return Enum.GetValues<EntryState>().ToImmutableDictionary(
            state => state, state => checked((int)sums.Where(sum => sum.Key == Of(state)).Sum(sum => sum.Value)));
    }

    /// <summary>The sum of entries explained as charges of the bank, by currency; negative where the bank took money.</summary>
    public async Task<ImmutableArray<Money>> ChargesAsync(CancellationToken cancellation) =>
    [
        .. from sum in await SumsAsync(cancellation)
           where sum.Key.StartsWith(Charges, StringComparison.Ordinal)
           group sum.Value by sum.Key[Charges.Length..] into currency
           select new Money(currency.Sum(), StoredText.Currency(currency.Key)),
    ];

    /// <summary>Folds what was counted since into sums; for a timer to call.</summary>
    public async Task CompactAsync(CancellationToken cancellation)
    {
        foreach (var tally in tallies)
            await tally.CompactAsync(WorthFolding, cancellation);
    }

    private static string Of(EntryState state) => State + state;

    private static bool IsCharge(EntryRecord entry) => entry.Matching is { State: EntryState.Explained, Match.Explanation: BankCharge };

    private async Task<IEnumerable<KeyValuePair<string, long>>> SumsAsync(CancellationToken cancellation) =>
        (await TableRows.ForEachAsync(tallies, (tally, stop) => tally.ReadAsync(stop), cancellation)).SelectMany(sums => sums);
}
