using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Host.Azure.Tests.Fakes;

/// <summary>A file store whose files cannot be read a second time in a row while it is broken: hashing works, importing fails.</summary>
internal sealed class UnsteadyFiles(IFileStore inner) : IFileStore
{
    private int _opened;

    /// <summary>What every second opening throws; null for nothing.</summary>
    public Exception? Fault { get; set; }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellation) =>
        Fault is not null && ++_opened % 2 == 0 ? throw Fault : inner.OpenAsync(name, cancellation);

    public IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation) => inner.WaitingAsync(cancellation);

    public Task<string> DropAsync(string name, Stream content, CancellationToken cancellation) => inner.DropAsync(name, content, cancellation);

    public Task ArchiveAsync(string name, string sha256, CancellationToken cancellation) => inner.ArchiveAsync(name, sha256, cancellation);

    public Task QuarantineAsync(string name, string sha256, string reportJson, CancellationToken cancellation) =>
        inner.QuarantineAsync(name, sha256, reportJson, cancellation);

    public Task<bool> ReturnAsync(string sha256, string name, CancellationToken cancellation) => inner.ReturnAsync(sha256, name, cancellation);
}
