using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Camt.Xml;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>What the payer says that the payment is for (RmtInf): free lines (Ustrd) and structured parts (Strd).</summary>
internal sealed class RemittanceElement
{
    private Gathered<string> _lines;
    private Gathered<string> _references;
    private Gathered<ReferredDocument> _documents;

    /// <summary>Ustrd and AddtlRmtInf in order.</summary>
    public ImmutableArray<string> Lines => _lines.ToImmutable();

    /// <summary>CdtrRefInf/Ref in order.</summary>
    public ImmutableArray<string> CreditorReferences => _references.ToImmutable();

    /// <summary>RfrdDocInf in order.</summary>
    public ImmutableArray<ReferredDocument> Documents => _documents.ToImmutable();

    /// <summary>Reads RmtInf.</summary>
    public void Read(StatementScope scope, List<string> other)
    {
        foreach (var name in scope.Xml.Children())
        {
            if (scope.Xml.IsTooMany(_lines.Count + _references.Count + _documents.Count))
                continue;
            if (name == "Ustrd")
                _lines.Add(scope.Xml.Text());
            else if (name == "Strd")
                ReadStructured(scope, other);
            else
                scope.Xml.Keep("RmtInf", other);
        }
    }

    private void ReadStructured(StatementScope scope, List<string> other)
    {
        var documentsBefore = _documents.Count;
        Money? amount = null;
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "CdtrRefInf": ReadReference(scope.Xml, other); break;
                case "RfrdDocInf": ReadDocument(scope.Xml, other); break;
                case "RfrdDocAmt": amount = ReadDocumentAmount(scope, other); break;
                case "AddtlRmtInf": _lines.Add(scope.Xml.Text()); break;
                default: scope.Xml.Keep("RmtInf/Strd", other); break;
            }
        }

        // The amount is that of the one document beside it; with none or several it cannot be told whose it is.
        if (amount is { } stated && stated.Currency == scope.Currency && _documents.Count == documentsBefore + 1)
            _documents.ReplaceLast(document => document with { Amount = stated });
        else if (amount is not null)
            other.Add("RmtInf/Strd/RfrdDocAmt=" + amount);
    }

    private void ReadReference(XmlCursor xml, List<string> other)
    {
        foreach (var name in xml.Children())
        {
            if (name is "Ref" or "CdtrRef")
                _references.Add(ReferencesElement.ReadReference(xml));
            else
                xml.Keep("RmtInf/Strd/CdtrRefInf", other);
        }
    }

    private void ReadDocument(XmlCursor xml, List<string> other)
    {
        string? number = null, type = null;
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "Nb" or "RfrdDocNb": number = xml.Text(); break;
                case "Tp" or "RfrdDocTp": type = ReadType(xml, other); break;
                default: xml.Keep("RmtInf/Strd/RfrdDocInf", other); break;
            }
        }

        if (number is not null)
            _documents.Add(new ReferredDocument(number, type, null));
        else if (type is not null)
            other.Add("RmtInf/Strd/RfrdDocInf/Tp=" + type);
    }

    private static string? ReadType(XmlCursor xml, List<string> other)
    {
        string? type = null;
        foreach (var name in xml.Children())
        {
            if (name == "Issr")
                xml.Keep("RmtInf/Strd/RfrdDocInf/Tp", other);
            else
                type = xml.Text();
        }

        return type;
    }

    // RmtdAmt is what is paid on the document, CdtNoteAmt what a credit note is used for.
    private static Money? ReadDocumentAmount(StatementScope scope, List<string> other)
    {
        const string path = "RmtInf/Strd/RfrdDocAmt";
        Money? remitted = null, creditNote = null;
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "RmtdAmt": remitted = scope.ReadAmount(path + "/RmtdAmt"); break;
                case "CdtNoteAmt": creditNote = scope.ReadAmount(path + "/CdtNoteAmt"); break;
                default: scope.Xml.Keep(path, other); break;
            }
        }

        if (remitted is not null && creditNote is not null)
            other.Add($"{path}/CdtNoteAmt={creditNote}");
        return remitted ?? creditNote;
    }
}
