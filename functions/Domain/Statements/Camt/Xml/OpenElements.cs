using System.Text;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>The elements that began and did not end yet, with the namespaces that they declare.</summary>
internal sealed class OpenElements
{
    /// <summary>More elements than this are not held.</summary>
    public const int Most = 48;

    /// <summary>More declarations of namespaces than this are not held.</summary>
    public const int MostNamespaces = 32;

    private readonly XmlName?[] _names = new XmlName?[Most];
    private readonly TextPlace[] _places = new TextPlace[Most];
    private readonly int[] _indexes = new int[Most];
    private readonly XmlNamespace[] _namespaces = new XmlNamespace[MostNamespaces];
    private int _settled;
    private int _namespaceCount;

    /// <summary>Changes whenever a namespace is declared or forgotten.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The depth of the innermost element that declares a namespace; -1 for none.</summary>
    public int DeepestDeclaration => _namespaceCount == 0 ? -1 : _namespaces[_namespaceCount - 1].Depth;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The name of the innermost.</summary>
    public XmlName Innermost => _names[Count - 1] ?? throw new InvalidOperationException("No element is open.");

    /// <summary>Adds one; <paramref name="index"/> is the place of its tag in the window.</summary>
    public void Push(XmlName name, int index)
    {
        _names[Count] = name;
        _indexes[Count++] = index;
    }

    /// <summary>Takes the innermost off, and its namespaces.</summary>
    public void Pop()
    {
        Count--;
        _settled = Math.Min(_settled, Count);
        Undeclare(Count);
    }

    /// <summary>Declares a namespace for the element at a depth, which need not be among these yet; false where there are too many.</summary>
    public bool TryDeclare(XmlNamespace declared)
    {
        if (_namespaceCount == MostNamespaces)
            return false;
        _namespaces[_namespaceCount++] = declared;
        Version = unchecked(Version + 1);
        return true;
    }

    /// <summary>Forgets the namespaces declared at a depth or below it.</summary>
    public void Undeclare(int depth)
    {
        while (DeepestDeclaration >= depth)
        {
            _namespaceCount--;
            Version = unchecked(Version + 1);
        }
    }

    /// <summary>The namespace of a prefix, of which the empty one is the default; null where it was not declared.</summary>
    public string? NamespaceOf(string prefix)
    {
        for (var i = _namespaceCount - 1; i >= 0; i--)
        {
            if (_namespaces[i].Prefix == prefix)
                return _namespaces[i].Uri;
        }

        return prefix.Length == 0 ? "" : null;
    }

    /// <summary>Notes the places of all in the document, for which the bytes of their tags are needed.</summary>
    /// <param name="place">A place in the document; goes on with each.</param>
    /// <param name="index">Where in the window it is.</param>
    /// <param name="window">The bytes.</param>
    public void Settle(ref TextPlace place, ref int index, ReadOnlySpan<byte> window)
    {
        for (; _settled < Count; _settled++)
        {
            place = place.Behind(window[index.._indexes[_settled]]);
            index = _indexes[_settled];
            _places[_settled] = place;
        }
    }

    /// <summary>The tags in the shortest form that means the same, each with its place; all were settled.</summary>
    public IEnumerable<(TextPlace Place, string Tag)> Tags()
    {
        for (var depth = 0; depth < Count; depth++)
        {
            var tag = new StringBuilder().Append('<').Append(Encoding.ASCII.GetString(_names[depth]?.Bytes ?? []));
            foreach (var declared in _namespaces.Take(_namespaceCount).Where(n => n.Depth == depth))
                tag.Append(' ').Append(declared.Declaration());
            yield return (_places[depth], tag.Append('>').ToString());
        }
    }
}

/// <summary>A declaration of a namespace.</summary>
/// <param name="Prefix">The prefix; empty for the default.</param>
/// <param name="Uri">What it stands for, without any character that would have to be escaped, but perhaps one kind of quote.</param>
/// <param name="Depth">The depth of the element that declares it.</param>
internal readonly record struct XmlNamespace(string Prefix, string Uri, int Depth)
{
    /// <summary>The attribute that declares it.</summary>
    public string Declaration()
    {
        var quote = Uri.Contains('"', StringComparison.Ordinal) ? '\'' : '"';
        return $"xmlns{(Prefix.Length == 0 ? "" : ":")}{Prefix}={quote}{Uri}{quote}";
    }
}
