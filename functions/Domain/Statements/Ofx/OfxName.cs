using System.Collections.Frozen;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The name of an aggregate or element, with what has to be known of it, so that nobody compares letters.</summary>
internal sealed class OfxName
{
    private static readonly FrozenDictionary<string, OfxElement> Elements = new Dictionary<string, OfxElement>
    {
        ["TRNTYPE"] = OfxElement.Type,
        ["DTPOSTED"] = OfxElement.Posted,
        ["DTTRAN"] = OfxElement.Initiated,
        ["DTAVAIL"] = OfxElement.Available,
        ["TRNAMT"] = OfxElement.Amount,
        ["FITID"] = OfxElement.FinancialId,
        ["CORRECTFITID"] = OfxElement.CorrectedId,
        ["CORRECTACTION"] = OfxElement.CorrectAction,
        ["CHECKNUM"] = OfxElement.ChequeNumber,
        ["REFNUM"] = OfxElement.Reference,
        ["NAME"] = OfxElement.Name,
        ["EXTDNAME"] = OfxElement.ExtendedName,
        ["PAYEE"] = OfxElement.Payee,
        ["MEMO"] = OfxElement.Memo,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private OfxName(string text)
    {
        Text = text;
        Depth = OfxAggregates.DepthOf(text);
        IsMessageSet = OfxAggregates.IsMessageSet(text);
        IsStatement = OfxAggregates.IsStatement(text);
        IsEntry = OfxAggregates.IsEntry(text);
        Element = Elements.GetValueOrDefault(text);
    }

    /// <summary>No name: outside of any aggregate.</summary>
    public static OfxName None { get; } = new("");

    /// <summary>The name in capitals.</summary>
    public string Text { get; }

    /// <summary>The depth of an aggregate, from 0 for the whole; -1 for any other name.</summary>
    public int Depth { get; }

    /// <summary>Whether it is that of a message set.</summary>
    public bool IsMessageSet { get; }

    /// <summary>Whether it is that of a statement.</summary>
    public bool IsStatement { get; }

    /// <summary>Whether it is that of an entry, booked or pending.</summary>
    public bool IsEntry { get; }

    /// <summary>What it means directly inside an entry.</summary>
    public OfxElement Element { get; }

    /// <summary>The name of a text in capitals.</summary>
    public static OfxName Of(string text) => new(text);

    /// <summary>What it means inside an entry, in the aggregate around it.</summary>
    public OfxElement ElementIn(OfxName parent) => parent.IsEntry ? Element : (parent.Text, Text) switch
    {
        ("PAYEE", "NAME") => OfxElement.PayeeName,
        ("CURRENCY", "CURSYM") => OfxElement.CurrencySymbol,
        ("CURRENCY", "CURRATE") => OfxElement.CurrencyRate,
        _ => OfxElement.Other,
    };
}
