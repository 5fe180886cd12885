using System.Text;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>
/// Reads Open Financial Exchange, version 1 (SGML) and 2 (XML): statements of bank, card and investment accounts (the
/// cash side). The marks of the format are read by one tolerant scanner; neither a DTD nor an external entity is
/// ever looked at.
/// </summary>
public sealed class OfxStatementReader : StatementReader
{
    /// <inheritdoc/>
    public override string Name => "OFX";

    /// <summary>False to take every tag apart with care, which gives the same and takes longer.</summary>
    internal bool ReadsPlainTags { get; init; } = true;

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        // UTF-16 shows as ASCII once its zeros are left out, which is enough to find the marks.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('ï', '»', '¿', 'ÿ', 'þ').TrimStart();
        var tag = text.IndexOf('<', StringComparison.Ordinal);
        var header = tag < 0 ? text : text[..tag];
        return tag == 0
            ? Holds(text, "<OFX>") || Holds(text, "<OFX ") || Holds(text, "<?OFX")
            : Holds(header, "OFXHEADER:") || Holds(header, "DATA:OFXSGML");
    }

    /// <inheritdoc/>
    public override IEnumerable<StatementPart> Read(Stream bytes)
    {
        using var text = new StatementText(bytes, SingleBytePage.Western);
        var parts = new PartBuffer();
        var scanner = new OfxScanner(text, ReadsPlainTags);
        var reading = new OfxReading(parts, new OfxProlog(parts, text));
        var outline = new OfxOutline(scanner, reading);
        var goesOn = true;
        while (goesOn)
        {
            while (goesOn && parts.Count == 0)
                goesOn = outline.Step();
            for (var i = 0; i < parts.Count; i++)
                yield return parts[i];
            parts.Clear();
        }

        foreach (var finding in text.Findings())
            yield return finding;
        if (reading.AtEnd(scanner.Line) is { } last)
            yield return last;
    }

    private static bool Holds(string text, string mark) => text.Contains(mark, StringComparison.OrdinalIgnoreCase);
}
