using System.Security.Cryptography;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>The hash by which a waiting file is known.</summary>
internal static class InboxHash
{
    /// <summary>SHA-256 of its bytes, lower-case hexadecimal; null where it no longer waits.</summary>
    public static async Task<string?> OfAsync(IFileStore files, string name, CancellationToken cancellation)
    {
        await using var bytes = await files.OpenAsync(name, cancellation);
        return bytes is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation));
    }
}
