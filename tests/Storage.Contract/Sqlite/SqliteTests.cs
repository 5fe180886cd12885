namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>Tests of what only these adapters promise, each on a data folder of its own.</summary>
public abstract class SqliteTests : IAsyncLifetime
{
    protected SqliteUnderTest Storage { get; } = SqliteUnderTest.Open();

    protected static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Storage.DisposeAsync();
}
