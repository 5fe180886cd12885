using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Bank accounts with their accepted statements and the sum of their entries. An account has one currency.</summary>
internal static class BankAccountRows
{
    private sealed record Row(long Id, string Key, Currency Currency, long EntryTotal);

    /// <summary>
    /// The row of an account. Its currency is the first one that is known; another one throws, because the amounts of an
    /// account are added up.
    /// </summary>
    public static long Ensure(SqliteSession session, string key, Currency currency)
    {
        if (Find(session, key) is not { } row)
        {
            return session.Scalar("INSERT INTO bank_account (key, currency) VALUES (?1, ?2) RETURNING id", key, currency.Code)
                ?? throw new InvalidOperationException("No row was inserted.");
        }

        if (row.Currency == default && currency != default)
            session.Execute("UPDATE bank_account SET currency = ?2 WHERE id = ?1", row.Id, currency.Code);
        else if (currency != default && currency != row.Currency)
            throw new InvalidOperationException($"Bank account {key} is kept in {row.Currency}; amounts in {currency} do not belong into it.");
        return row.Id;
    }

    public static void AddStatement(SqliteSession session, long file, StatementRecord statement)
    {
        var currency = (statement.Closing ?? statement.Opening)?.Amount.Currency ?? default;
        var firstDay = Earlier(statement.FirstDay, statement.Opening?.Day) ?? statement.LastDay;
        var lastDay = Later(statement.LastDay, statement.Closing?.Day) ?? statement.FirstDay;
        session.Execute(
            "INSERT INTO statement (file, bank_account, first_day, last_day, has_closing, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            file, Ensure(session, statement.Account.Value, currency), Text(firstDay), Text(lastDay),
            statement.Closing is null ? 0 : 1, StoredJson.Write(statement));
    }

    public static void AddToTotal(SqliteSession session, long account, long minorUnits) =>
        session.Execute("UPDATE bank_account SET entry_total = entry_total + ?2 WHERE id = ?1", account, minorUnits);

    public static BankPosition? Position(SqliteSession session, BankAccountId account) =>
        Find(session, account.Value) is { } row ? Position(session, row) : null;

    public static ImmutableArray<BankPosition> Positions(SqliteSession session) =>
        [.. session.Query(Read, $"{Select} ORDER BY key").Select(row => Position(session, row)).OfType<BankPosition>()];

    private const string Select = "SELECT id, key, currency, entry_total FROM bank_account";

    private static Row? Find(SqliteSession session, string key) =>
        session.Query(Read, $"{Select} WHERE key = ?1", key).FirstOrDefault();

    private static Row Read(Microsoft.Data.Sqlite.SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), StoredText.Currency(row.GetString(2)), row.GetInt64(3));

    private static BankPosition? Position(SqliteSession session, Row row)
    {
        var first = Statement(session, "SELECT record FROM statement WHERE bank_account = ?1 ORDER BY first_day, id LIMIT 1", row.Id);
        if (first is null)
            return null;
        var closing = Statement(session, "SELECT record FROM statement WHERE bank_account = ?1 AND has_closing = 1 ORDER BY last_day DESC, id DESC LIMIT 1", row.Id);
        var through = session.Text("SELECT max(last_day) FROM statement WHERE bank_account = ?1", row.Id);
        return new BankPosition(
            StoredText.BankAccount(row.Key), row.Currency, closing?.Closing, string.IsNullOrEmpty(through) ? null : StoredText.Day(through),
            new Money(row.EntryTotal, row.Currency), first.Opening, closing?.Number);
    }

    private static StatementRecord? Statement(SqliteSession session, string sql, long account) =>
        session.Text(sql, account) is { } record ? StoredJson.Read<StatementRecord>(record) : null;

    private static DateOnly? Earlier(DateOnly? left, DateOnly? right) => left < right ? left : right ?? left;

    private static DateOnly? Later(DateOnly? left, DateOnly? right) => left > right ? left : right ?? left;

    private static string Text(DateOnly? day) => day is { } known ? StoredText.Of(known) : "";
}
