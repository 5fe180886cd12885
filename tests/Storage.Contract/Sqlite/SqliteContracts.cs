namespace Reconciliation.Storage.Contract.Sqlite;

public sealed class SqliteStatementAcceptanceTests : StatementAcceptanceContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class SqliteParallelDecisionsTests : ParallelDecisionsContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class SqliteStatementFilesTests : StatementFilesContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class SqliteStatementEntriesTests : StatementEntriesContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class SqliteAccountStreamsTests : AccountStreamsContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class SqliteOpenItemIndexTests : OpenItemIndexContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class SqliteLedgerQueriesTests : LedgerQueriesContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class SqliteMessagesTests : MessagesContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class SqliteWakeUpsTests : WakeUpsContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class FolderFileStoreTests : FileStoreContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}

public sealed class OutboxFolderTests : ContactChannelsContract
{
    protected override Task<IStorageUnderTest> OpenAsync() => Task.FromResult<IStorageUnderTest>(SqliteUnderTest.Open());
}
