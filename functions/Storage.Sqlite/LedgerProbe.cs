using Reconciliation.Pipeline.Operations;

namespace Reconciliation.Storage.Sqlite;

/// <summary>Asks whether the database file can be read.</summary>
internal sealed class LedgerProbe(SqliteStorage storage) : IReadinessProbe
{
    public string Name => "ledger";

    public Task ProbeAsync(CancellationToken cancellation) =>
        storage.Database.ReadAsync(session => session.Scalar("SELECT count(*) FROM message WHERE id = 0"), cancellation);
}
