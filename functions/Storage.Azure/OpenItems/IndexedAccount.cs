using System.Collections.Immutable;

namespace Reconciliation.Storage.Azure.OpenItems;

/// <summary>Under which keys an account stands.</summary>
/// <param name="Account">The account's key as a text.</param>
/// <param name="Version">The version of its stream that the keys were made from.</param>
/// <param name="Keys">The keys as <see cref="KeyHash"/> numbers them.</param>
internal sealed record IndexedAccount(string Account, int Version, ImmutableArray<ulong> Keys)
{
    /// <summary>True where nothing of it needs to be written.</summary>
    public bool IsSaidBy(IndexedAccount known) =>
        known.Version > Version || (known.Version == Version && known.Keys.AsSpan().SequenceEqual(Keys.AsSpan()));
}
