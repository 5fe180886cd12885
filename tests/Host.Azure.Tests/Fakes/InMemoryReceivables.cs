using System.Text;
using Reconciliation.Host.Azure.Receivables;

namespace Reconciliation.Host.Azure.Tests.Fakes;

/// <summary>Dropped files and reports on them.</summary>
internal sealed class InMemoryReceivables : IReceivablesFiles
{
    public Dictionary<string, string> Dropped { get; } = [];

    public Dictionary<string, string> Reports { get; } = [];

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(Dropped.TryGetValue(name, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null);

    public Task PutReportAsync(string name, string json, CancellationToken cancellation)
    {
        Reports[name] = json;
        return Task.CompletedTask;
    }

    public Task RemoveReportAsync(string name, CancellationToken cancellation)
    {
        Reports.Remove(name);
        return Task.CompletedTask;
    }
}
