using Azure.Data.Tables;

namespace Reconciliation.Storage.Azure.Statements;

/// <summary>The entries of a state in a partition, in order, read as they are asked for.</summary>
internal sealed class EntryRange(IAsyncEnumerator<TableEntity> rows) : IAsyncDisposable
{
    public bool IsAtEnd { get; private set; }

    /// <summary>The row that is next.</summary>
    public TableEntity Row => rows.Current;

    /// <summary>Where that row stands among those of other ranges.</summary>
    public string Place => $"{Row.GetString("Day")}|{Row.GetString("Entry")}";

    /// <summary>Goes to the next row; false at the end.</summary>
    public async Task<bool> ReadAsync()
    {
        IsAtEnd = !await rows.MoveNextAsync();
        return !IsAtEnd;
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();
}
