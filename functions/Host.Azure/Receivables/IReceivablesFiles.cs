namespace Reconciliation.Host.Azure.Receivables;

/// <summary>The files of receivables that the creditor drops, and the reports on those that could not be imported.</summary>
public interface IReceivablesFiles
{
    /// <summary>Opens a file; null where there is none of that name.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellation);

    /// <summary>Keeps the report on a file; an earlier one is replaced.</summary>
    Task PutReportAsync(string name, string json, CancellationToken cancellation);

    /// <summary>Takes the report on a file away, where there is one.</summary>
    Task RemoveReportAsync(string name, CancellationToken cancellation);
}
