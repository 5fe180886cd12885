namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>
/// What came last time in an element behind another: messages repeat themselves, so most often it comes again, and a
/// comparison is cheaper than a search. A wrong guess costs only the comparison.
/// </summary>
internal sealed class NameGuesses
{
    private const int Slots = 1024;

    private readonly XmlName?[] _names = new XmlName?[Slots];

    /// <summary>The guess; null for none.</summary>
    /// <param name="parent">The element around.</param>
    /// <param name="previous">The element that ended last in it, or itself where none did.</param>
    public XmlName? After(XmlName parent, XmlName previous) => _names[Slot(parent, previous)];

    /// <summary>Notes what came.</summary>
    public void Learn(XmlName parent, XmlName previous, XmlName next) => _names[Slot(parent, previous)] = next;

    private static int Slot(XmlName parent, XmlName previous) => ((parent.Number * 61) + previous.Number) & (Slots - 1);
}
