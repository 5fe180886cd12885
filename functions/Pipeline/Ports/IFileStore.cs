namespace Reconciliation.Pipeline.Ports;

/// <summary>
/// Files that banks and the creditor drop. A name is unique within the inbox and stays the file's name until it is
/// archived or quarantined; both are safe to repeat.
/// </summary>
public interface IFileStore
{
    /// <summary>The names that wait in the inbox, in order of arrival.</summary>
    IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation);

    /// <summary>
    /// Puts a file into the inbox, where it appears only when it is wholly written. A name that waits already gets a
    /// number behind it.
    /// </summary>
    /// <returns>The name under which it waits.</returns>
    Task<string> DropAsync(string name, Stream content, CancellationToken cancellation);

    /// <summary>Opens a waiting file from its beginning; null where it no longer waits.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellation);

    /// <summary>
    /// Moves a file out of the inbox into the archive, kept under its content's hash for good. A file of that name with
    /// other content stays in the inbox, for it is another; throws <see cref="IOException"/> where the one meant is
    /// nowhere to be found.
    /// </summary>
    Task ArchiveAsync(string name, string sha256, CancellationToken cancellation);

    /// <summary>
    /// Moves a file out of the inbox into quarantine, with the report beside it; of files under its name, as
    /// <see cref="ArchiveAsync"/>.
    /// </summary>
    Task QuarantineAsync(string name, string sha256, string reportJson, CancellationToken cancellation);

    /// <summary>
    /// Puts a quarantined file back into the inbox under a name; false where quarantine does not hold it, unless it waits
    /// there already. Throws <see cref="IOException"/> where another file waits under that name, and
    /// <see cref="ArgumentException"/> for a name that no inbox takes up, such as a path.
    /// </summary>
    Task<bool> ReturnAsync(string sha256, string name, CancellationToken cancellation);
}
