using System.Security.Cryptography;
using System.Text;

namespace Reconciliation.Domain;

/// <summary>
/// Identifiers derived from what they identify, so that repeating a step names the same thing again. An identifier
/// is 128 bits of SHA-256 over the length-prefixed parts, in lower-case hexadecimal.
/// </summary>
public static class DeterministicId
{
    /// <summary>The identifier of the given parts; their order matters, and no two lists of parts run together.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.Length).Append(':').Append(part);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
