namespace Reconciliation.Domain.Receivables;

/// <summary>On which lines of a file each key stands, to find the keys that stand on several.</summary>
internal sealed class LineIndex<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<int>> _lines = [];

    /// <summary>Every line of the keys that stand on several, each with the first other line of its key.</summary>
    public IEnumerable<(TKey Key, int Line, int Other)> Repeated =>
        from key in _lines
        where key.Value.Count > 1
        from line in key.Value
        select (key.Key, line, line == key.Value[0] ? key.Value[1] : key.Value[0]);

    public void Add(TKey key, int line)
    {
        if (!_lines.TryGetValue(key, out var lines))
            _lines[key] = lines = [];
        lines.Add(line);
    }

    public bool IsRepeated(TKey key) => _lines.TryGetValue(key, out var lines) && lines.Count > 1;
}
