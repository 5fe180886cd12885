namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>What a step of <see cref="Utf8Xml"/> came to.</summary>
internal enum XmlStep
{
    /// <summary>A node was read.</summary>
    Node,

    /// <summary>Something was passed over that is no node, and the next step goes on behind it.</summary>
    Passed,

    /// <summary>The document is over, and nothing in it was wrong.</summary>
    End,

    /// <summary>What follows is broken or unusual: it was not taken, and is for another reader to judge.</summary>
    NotTaken,

    /// <summary>The bytes at hand end within a token.</summary>
    Cut,
}
