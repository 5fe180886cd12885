using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>Things that come one by one, of which there is one as a rule.</summary>
internal struct Gathered<T>
    where T : class
{
    private T? _only;
    private ImmutableArray<T>.Builder? _several;

    /// <summary>How many came.</summary>
    public readonly int Count => _several?.Count ?? (_only is null ? 0 : 1);

    /// <summary>Adds one; nothing for null.</summary>
    public void Add(T? next)
    {
        if (next is null)
            return;
        if (Count == 0)
        {
            _only = next;
            return;
        }

        _several ??= StartWith(_only);
        _several.Add(next);
    }

    /// <summary>Puts another in the place of the last.</summary>
    public void ReplaceLast(Func<T, T> with)
    {
        if (_several is not null)
            _several[^1] = with(_several[^1]);
        else if (_only is not null)
            _only = with(_only);
    }

    /// <summary>All of them, in their order.</summary>
    public readonly ImmutableArray<T> ToImmutable() => _several?.ToImmutable() ?? (_only is null ? [] : [_only]);

    private static ImmutableArray<T>.Builder StartWith(T? first)
    {
        var several = ImmutableArray.CreateBuilder<T>();
        if (first is not null)
            several.Add(first);
        return several;
    }
}
