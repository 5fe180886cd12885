using Reconciliation.Domain.Statements.Camt.Xml;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>
/// Reads the ISO 20022 account messages camt.052, camt.053 and camt.054, versions 001.01 to 001.13: with or without a
/// namespace or prefix, inside any envelope, several messages in a document and several documents in a file. One
/// forward pass holds no more than the entry at hand.
/// </summary>
public sealed class CamtReader : StatementReader
{
    /// <inheritdoc/>
    public override string Name => "ISO 20022 camt.052, camt.053 and camt.054";

    /// <summary>False leaves every file to XmlReader, as if nothing else could read it: what the two must agree on.</summary>
    internal bool ReadsBytes { get; init; } = true;

    /// <summary>True for the start of an XML document that names one of the three messages.</summary>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        var text = XmlEncoding.Of(head).Decode(head).TrimStart();
        return text.StartsWith('<') && CamtMessage.IsNamedIn(text);
    }

    /// <inheritdoc/>
    public override IEnumerable<StatementPart> Read(Stream bytes)
    {
        using var file = new XmlFile(bytes, ReadsBytes);
        do
        {
            using var xml = new XmlCursor(file);
            while (xml.Seek(CamtMessage.IsMessage))
            {
                foreach (var part in CamtMessage.Parts(xml))
                    yield return part;
            }

            if (xml.TakeFault() is { } fault)
                yield return fault;
            if (xml.CutText is { } cut)
                yield return cut;
        }
        while (file.NextDocument());

        foreach (var finding in file.Findings())
            yield return finding;
    }
}
