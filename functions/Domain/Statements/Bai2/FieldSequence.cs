namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>The fields of a record one after the other.</summary>
/// <param name="content">Fields with commas between them.</param>
internal ref struct FieldSequence(ReadOnlySpan<char> content)
{
    // Fields are short: a plain loop is done before a search of many characters at once has begun.
    private const int ShortField = 16;

    private ReadOnlySpan<char> _rest = content;

    /// <summary>No field is left.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>What was not taken yet, commas and all.</summary>
    public readonly ReadOnlySpan<char> Rest => _rest;

    /// <summary>The next field without blanks around it; empty where none is left.</summary>
    public ReadOnlySpan<char> Next()
    {
        var at = Comma();
        var field = at < 0 ? _rest : _rest[..at];
        _rest = at < 0 ? [] : _rest[(at + 1)..];
        IsAtEnd = at < 0;
        return field.Trim();
    }

    private readonly int Comma()
    {
        var near = _rest[..Math.Min(_rest.Length, ShortField)];
        for (var i = 0; i < near.Length; i++)
        {
            if (near[i] == ',')
                return i;
        }

        var far = _rest[near.Length..].IndexOf(',');
        return far < 0 ? -1 : near.Length + far;
    }
}
