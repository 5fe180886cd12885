using System.Collections.Immutable;

namespace Reconciliation.Storage.Azure.OpenItems;

/// <summary>What the log of a part comes to: about a kilobyte an account of ten keys.</summary>
internal sealed class IndexMemory
{
    private readonly Dictionary<string, (IndexedAccount Said, long Number)> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, ImmutableArray<string>> _under = [];

    /// <summary>The number of the last row of the log that was taken in; 0 for none.</summary>
    public long Last { get; private set; }

    /// <summary>What is known of an account, and the number of its row; null where it was never said.</summary>
    public (IndexedAccount Said, long Number)? Find(string account) => _accounts.TryGetValue(account, out var known) ? known : null;

    /// <summary>Takes in a row of the log, each number once and in order.</summary>
    public void Take(IndexedAccount said, long number)
    {
        if (_accounts.TryGetValue(said.Account, out var before))
            Forget(before.Said);
        _accounts[said.Account] = (said, number);
        foreach (var key in said.Keys)
            _under[key] = Under(key).Add(said.Account);
        Last = number;
    }

    /// <summary>The accounts under a key.</summary>
    public ImmutableArray<string> Under(ulong key) => _under.GetValueOrDefault(key, []);

    private void Forget(IndexedAccount said)
    {
        foreach (var key in said.Keys)
        {
            var rest = Under(key).Remove(said.Account, StringComparer.Ordinal);
            if (rest.IsEmpty)
                _under.Remove(key);
            else
                _under[key] = rest;
        }
    }
}
