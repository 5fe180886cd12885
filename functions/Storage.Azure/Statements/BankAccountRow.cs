using Azure.Data.Tables;
using Reconciliation.Domain;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>
/// Where a bank account stands, in a row. First and last go by the days of statements; of several on a day, the first that
/// came leads and the last that came closes.
/// </summary>
/// <param name="Account">The bank account.</param>
/// <param name="Currency">The first that was known; <c>default</c> for none yet.</param>
/// <param name="EntryTotal">The sum of every accepted entry, in minor units.</param>
/// <param name="EntryCount">How many these are.</param>
/// <param name="First">Day and opening balance of the first statement; null without statements.</param>
/// <param name="Last">Day, closing balance and number of the last statement that states one; null for none.</param>
/// <param name="Through">The last day covered; empty where unknown.</param>
internal sealed record BankAccountRow(
    BankAccountId Account, Currency Currency, long EntryTotal, long EntryCount, FirstStatement? First, LastStatement? Last, string Through)
{
    public static BankAccountRow Empty(BankAccountId account) => new(account, default, 0, 0, null, null, "");

    public static BankAccountRow Read(TableEntity row) => new(
        StoredText.BankAccount(row.GetString("Account")),
        row.GetString("Currency") is { Length: > 0 } currency ? StoredText.Currency(currency) : default,
        row.GetInt64("EntryTotal")!.Value, row.GetInt64("EntryCount")!.Value,
        row.GetString("First") is { } first ? StoredJson.Read<FirstStatement>(first) : null,
        row.GetString("Last") is { } last ? StoredJson.Read<LastStatement>(last) : null,
        row.GetString("Through"));

    public TableEntity ToRow(string partition, string key) => new(partition, key)
    {
        ["Account"] = Account.Value,
        ["Currency"] = Currency == default ? "" : Currency.Code,
        ["EntryTotal"] = EntryTotal,
        ["EntryCount"] = EntryCount,
        ["First"] = First is null ? null : StoredJson.Write(First),
        ["Last"] = Last is null ? null : StoredJson.Write(Last),
        ["Through"] = Through,
    };

    /// <summary>The account with its currency known; throws where it is kept in another, because amounts are added up.</summary>
    public BankAccountRow In(Currency currency)
    {
        if (Currency == default || currency == default || Currency == currency)
            return Currency == default ? this with { Currency = currency } : this;
        throw new InvalidOperationException($"Bank account {Account} is kept in {Currency}; amounts in {currency} do not belong into it.");
    }

    public BankAccountRow With(StatementRecord statement)
    {
        var firstDay = Text(Earlier(statement.FirstDay, statement.Opening?.Day) ?? statement.LastDay);
        var lastDay = Text(Later(statement.LastDay, statement.Closing?.Day) ?? statement.FirstDay);
        return In((statement.Closing ?? statement.Opening)?.Amount.Currency ?? default) with
        {
            First = First is { } first && string.CompareOrdinal(first.Day, firstDay) <= 0 ? first : new FirstStatement(firstDay, statement.Opening),
            Last = statement.Closing is { } closing && string.CompareOrdinal(Last?.Day ?? "", lastDay) <= 0
                ? new LastStatement(lastDay, closing, statement.Number)
                : Last,
            Through = string.CompareOrdinal(Through, lastDay) < 0 ? lastDay : Through,
        };
    }

    /// <summary>Null where no statement was accepted.</summary>
    public BankPosition? Position => First is null
        ? null
        : new BankPosition(
            Account, Currency, Last?.Closing, Through.Length == 0 ? null : StoredText.Day(Through), new Money(EntryTotal, Currency), First.Opening, Last?.Number);

    private static DateOnly? Earlier(DateOnly? left, DateOnly? right) => left < right ? left : right ?? left;

    private static DateOnly? Later(DateOnly? left, DateOnly? right) => left > right ? left : right ?? left;

    private static string Text(DateOnly? day) => day is { } known ? StoredText.Of(known) : "";
}

/// <summary>The first statement of an account.</summary>
/// <param name="Day">Its first day; empty where unknown.</param>
/// <param name="Opening">Its opening balance; null where not stated.</param>
internal sealed record FirstStatement(string Day, Balance? Opening);

/// <summary>The last statement of an account that states a closing balance.</summary>
/// <param name="Day">Its last day; empty where unknown.</param>
/// <param name="Closing">The balance.</param>
/// <param name="Number">Its number; null for none.</param>
internal sealed record LastStatement(string Day, Balance Closing, string? Number);
