namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The kinds of <see cref="OfxEvent"/>.</summary>
internal enum OfxEventKind
{
    /// <summary>An aggregate begins.</summary>
    Begin,

    /// <summary>An element has a value, which may be empty.</summary>
    Leaf,

    /// <summary>Text that belongs to no element.</summary>
    Stray,

    /// <summary>An aggregate ends by its end tag.</summary>
    End,

    /// <summary>An aggregate ends because another takes its place.</summary>
    ImpliedEnd,

    /// <summary>An aggregate ends with the file.</summary>
    CutEnd,

    /// <summary>A processing instruction.</summary>
    Instruction,
}

/// <summary>A step through the hierarchy of an OFX file.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Parent">The innermost aggregate of <see cref="OfxAggregates"/> around it; empty outside of any.</param>
/// <param name="Name">The aggregate or element; empty where there is none.</param>
/// <param name="Value">The text of a leaf, of stray text or of an instruction.</param>
/// <param name="Line">The line on which it stands, from 1.</param>
/// <param name="IsCut">The value was too long to be kept whole.</param>
internal readonly record struct OfxEvent(OfxEventKind Kind, string Parent, string Name, string Value, int Line, bool IsCut = false);

/// <summary>Tells aggregates from elements, whether their end tags are written or not.</summary>
internal sealed class OfxOutline(OfxScanner scanner)
{
    // Depths grow strictly from bottom to top, so it never holds more aggregates than there are depths.
    private readonly Stack<string> _open = new();
    private OfxToken? _tag;

    private string Parent => _open.TryPeek(out var name) ? name : "";

    /// <summary>The steps through the file. Whatever begins also ends.</summary>
    public IEnumerable<OfxEvent> Events()
    {
        foreach (var token in scanner.Tokens())
        {
            foreach (var step in Steps(token))
                yield return step;
        }

        foreach (var step in TagWithoutText())
            yield return step;
        while (_open.TryPop(out var name))
            yield return new OfxEvent(OfxEventKind.CutEnd, Parent, name, "", scanner.Line);
    }

    private IEnumerable<OfxEvent> Steps(OfxToken token)
    {
        switch (token.Kind)
        {
            case OfxTokenKind.Open:
                foreach (var step in TagWithoutText())
                    yield return step;
                _tag = token;
                break;
            case OfxTokenKind.Text when _tag is { } tag && (OfxAggregates.DepthOf(tag.Value) < 0 || tag.Value == "PAYEE"):
                _tag = null;
                yield return new OfxEvent(OfxEventKind.Leaf, Parent, tag.Value, token.Value, tag.Line, token.IsCut);
                break;
            case OfxTokenKind.Text:
                foreach (var step in TagWithoutText())
                    yield return step;
                yield return new OfxEvent(OfxEventKind.Stray, Parent, "", token.Value, token.Line, token.IsCut);
                break;
            case OfxTokenKind.Close:
                foreach (var step in TagWithoutText().Concat(Closed(token)))
                    yield return step;
                break;
            case OfxTokenKind.Instruction:
                yield return new OfxEvent(OfxEventKind.Instruction, Parent, "", token.Value, token.Line);
                break;
        }
    }

    // A tag that no text followed: an aggregate, or an element without a value.
    private IEnumerable<OfxEvent> TagWithoutText()
    {
        if (_tag is not { } tag)
            yield break;
        _tag = null;
        var depth = OfxAggregates.DepthOf(tag.Value);
        if (depth < 0)
        {
            yield return new OfxEvent(OfxEventKind.Leaf, Parent, tag.Value, "", tag.Line);
            yield break;
        }

        while (_open.TryPeek(out var name) && OfxAggregates.DepthOf(name) >= depth)
        {
            _open.Pop();
            yield return new OfxEvent(OfxEventKind.ImpliedEnd, Parent, name, "", tag.Line);
        }

        yield return new OfxEvent(OfxEventKind.Begin, Parent, tag.Value, "", tag.Line);
        _open.Push(tag.Value);
    }

    private IEnumerable<OfxEvent> Closed(OfxToken token)
    {
        if (!_open.Contains(token.Value))
            yield break;
        while (_open.TryPop(out var name))
        {
            var ends = name == token.Value;
            yield return new OfxEvent(ends ? OfxEventKind.End : OfxEventKind.ImpliedEnd, Parent, name, "", token.Line);
            if (ends)
                yield break;
        }
    }
}
