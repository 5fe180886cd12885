using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Reconciliation.Domain.Matching;

namespace Reconciliation.Storage.Azure.OpenItems;

/// <summary>
/// Keys as numbers of 64 bits, the same for good. Two keys with one number lead to an account too many at times, where
/// nothing open fits: the accounts themselves are read before anything is decided.
/// </summary>
internal static class KeyHash
{
    /// <summary>The numbers of keys, each once, in ascending order.</summary>
    public static ImmutableArray<ulong> Of(IEnumerable<IndexKey> keys) => [.. keys.Select(Of).Distinct().Order()];

    public static byte[] ToBytes(ImmutableArray<ulong> hashes)
    {
        var bytes = new byte[hashes.Length * sizeof(ulong)];
        for (var i = 0; i < hashes.Length; i++)
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * sizeof(ulong)), hashes[i]);
        return bytes;
    }

    public static ImmutableArray<ulong> FromBytes(byte[] bytes) =>
        [.. Enumerable.Range(0, bytes.Length / sizeof(ulong)).Select(i => BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(i * sizeof(ulong))))];

    /// <summary>The number of a key.</summary>
    public static ulong Of(IndexKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key.Value), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
