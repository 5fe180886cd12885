namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>How an aggregate ends.</summary>
internal enum OfxEnding
{
    /// <summary>By its end tag.</summary>
    Tag,

    /// <summary>Another takes its place.</summary>
    Implied,

    /// <summary>With the file.</summary>
    Cut,
}

/// <summary>Tells aggregates from elements, whether their end tags are written or not. Whatever begins also ends.</summary>
internal sealed class OfxOutline(OfxScanner scanner, OfxReading reading)
{
    // Depths grow strictly from bottom to top, so it never holds more aggregates than there are depths.
    private readonly Stack<OfxName> _open = new();
    private OfxName? _tag;
    private int _tagLine;

    private OfxName Parent => _open.TryPeek(out var name) ? name : OfxName.None;

    /// <summary>Goes one step through the file; false when it has ended.</summary>
    public bool Step()
    {
        if (!scanner.Next())
        {
            TagWithoutText();
            while (_open.TryPop(out var name))
                reading.End(name, OfxEnding.Cut, scanner.Line);
            return false;
        }

        switch (scanner.Kind)
        {
            case OfxTokenKind.Open:
                TagWithoutText();
                (_tag, _tagLine) = (scanner.Name, scanner.TokenLine);
                break;
            case OfxTokenKind.Close:
                TagWithoutText();
                if (scanner.Name.Depth >= 0)
                    Close(scanner.Name.Text, scanner.TokenLine);
                break;
            case OfxTokenKind.Text:
                Text();
                break;
            case OfxTokenKind.Instruction:
                reading.Instruction(Parent, scanner.Value, scanner.TokenLine);
                break;
        }

        return true;
    }

    private void Text()
    {
        if (_tag is { } tag && (tag.Depth < 0 || tag.Element == OfxElement.Payee))
        {
            _tag = null;
            reading.Leaf(Parent, tag, scanner.Value, _tagLine, scanner.IsCut);
            return;
        }

        TagWithoutText();
        reading.Stray(Parent, scanner.Value, scanner.TokenLine);
    }

    // A tag that no text followed: an aggregate, or an element without a value.
    private void TagWithoutText()
    {
        if (_tag is not { } tag)
            return;
        _tag = null;
        if (tag.Depth < 0)
        {
            reading.Leaf(Parent, tag, new OfxValue([]), _tagLine, isCut: false);
            return;
        }

        while (_open.TryPeek(out var name) && name.Depth >= tag.Depth)
        {
            _open.Pop();
            reading.End(name, OfxEnding.Implied, _tagLine);
        }

        reading.Begin(tag, _tagLine);
        _open.Push(tag);
    }

    private void Close(string name, int line)
    {
        if (!IsOpen(name))
            return;
        while (_open.TryPop(out var open))
        {
            var ends = open.Text == name;
            reading.End(open, ends ? OfxEnding.Tag : OfxEnding.Implied, line);
            if (ends)
                return;
        }
    }

    private bool IsOpen(string name)
    {
        foreach (var open in _open)
        {
            if (open.Text == name)
                return true;
        }

        return false;
    }
}
