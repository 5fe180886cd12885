using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Writes a move of an entry, with what follows from it: charges in the balances, money in flight of accounts.</summary>
internal sealed class EntryMoves(ChartBalances balances)
{
    private sealed record Row(long Seq, Money Amount, bool IsCharge, long Version);

    public bool Write(SqliteSession session, EntryMatching changed, long expectedVersion)
    {
        var row = Find(session, changed.Entry);
        if (row.Version != expectedVersion)
            return false;
        var isCharge = changed is { State: EntryState.Explained, Match.Explanation: BankCharge };
        session.Execute(
            "UPDATE entry SET state = ?2, is_charge = ?3, matching = ?4, version = version + 1 WHERE seq = ?1",
            row.Seq, StoredText.Of(changed.State), isCharge ? 1 : 0, StoredJson.Write(changed));
        if (isCharge && !row.IsCharge)
            balances.AddBankCharge(session, row.Amount);
        if (!isCharge && row.IsCharge)
            balances.TakeBankCharge(session, row.Amount);
        SetInFlight(session, row.Seq, changed);
        return true;
    }

    private static Row Find(SqliteSession session, string entry) => session.Query(
        row => new Row(row.GetInt64(0), new Money(row.GetInt64(1), StoredText.Currency(row.GetString(2))), row.GetBoolean(3), row.GetInt64(4)),
        "SELECT seq, amount, currency, is_charge, version FROM entry WHERE id = ?1",
        entry).FirstOrDefault() ?? throw new InvalidOperationException($"There is no entry {entry}.");

    private static void SetInFlight(SqliteSession session, long seq, EntryMatching changed)
    {
        session.Execute("DELETE FROM money_in_flight WHERE entry = ?1", seq);
        if (changed.State == EntryState.Explained)
            return;
        foreach (var account in changed.Accounts)
            session.Execute("INSERT INTO money_in_flight (account, entry) VALUES (?1, ?2)", AccountRows.Ensure(session, account), seq);
    }
}
