using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Azure.Accounts;

/// <summary>Where a stream stands, and what its events have posted up to there.</summary>
/// <param name="Account">The account.</param>
/// <param name="Version">The version of the stream.</param>
/// <param name="Chart">Names the chart that was posted to.</param>
/// <param name="Posted">Balances in minor units by account of the chart and currency, <c>411 EUR</c>.</param>
/// <param name="ETag">What a replacement must name.</param>
internal sealed record AccountHead(AccountId Account, int Version, string Chart, ImmutableSortedDictionary<string, long> Posted, ETag ETag)
{
    public static AccountHead Of(TableEntity row) => new(
        AccountId.Parse(row.GetString("Account")),
        row.GetInt32("Version")!.Value,
        row.GetString("Chart"),
        JsonSerializer.Deserialize<Dictionary<string, long>>(row.GetString("Posted"))!.ToImmutableSortedDictionary(StringComparer.Ordinal),
        row.ETag);

    /// <summary>The name of a chart: another one has another.</summary>
    public static string ChartOf(ChartOfAccounts chart) => DeterministicId.Of("chart", StoredJson.Write(chart));

    public TableEntity ToRow() => new(StreamRow.Partition(Account), StreamRow.Head)
    {
        ["Account"] = Account.ToString(),
        ["Version"] = Version,
        ["Chart"] = Chart,
        ["Posted"] = JsonSerializer.Serialize(Posted),
    };
}
