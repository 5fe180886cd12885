namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>The children of an element, for <c>foreach</c>: each turn gives a local name with the cursor on the child.</summary>
/// <param name="cursor">The pass.</param>
/// <param name="depth">The depth of the parent; -1 for an element without content.</param>
internal readonly struct XmlChildren(XmlCursor cursor, int depth)
{
    /// <summary>The children one by one.</summary>
    public Enumerator GetEnumerator() => new(cursor, depth);

    /// <summary>Goes through the children.</summary>
    public readonly struct Enumerator(XmlCursor cursor, int depth)
    {
        /// <summary>The local name of the child at hand.</summary>
        public string Current => cursor.Name;

        /// <summary>Goes on to the next child.</summary>
        public bool MoveNext() => depth >= 0 && cursor.NextChild(depth);
    }
}
