namespace Reconciliation.Pipeline.Ports;

/// <summary>Two attempts at staging one content ran at the same time and mixed; the step is to be repeated as a whole.</summary>
public sealed class StagingOverlapException : InvalidOperationException
{
    /// <summary>Of <paramref name="expected"/> entries that the caller staged, <paramref name="found"/> are staged.</summary>
    public StagingOverlapException(string sha256, int expected, int found)
        : base($"{found} entries of file {sha256} are staged, not the {expected} of this attempt: another attempt ran at the same time.")
    {
    }
}
