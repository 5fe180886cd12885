using System.Globalization;
using System.Xml;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>The shapes that elements of camt messages have.</summary>
internal static class XmlElements
{
    public static void Element(this XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name);
        content();
        xml.WriteEndElement();
    }

    /// <summary>Nothing is written for null.</summary>
    public static void Text(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
            xml.WriteElementString(name, value);
    }

    public static void Day(this XmlWriter xml, string name, DateOnly day) =>
        xml.WriteElementString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The amount without its sign, with its currency.</summary>
    public static void Amount(this XmlWriter xml, string name, Money amount)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("Ccy", amount.Currency.Code);
        xml.WriteString(amount.Abs().ToDecimalString());
        xml.WriteEndElement();
    }

    /// <summary>Credit or debit.</summary>
    public static void Direction(this XmlWriter xml, Money amount) => xml.WriteElementString("CdtDbtInd", amount.IsNegative ? "DBIT" : "CRDT");
}
