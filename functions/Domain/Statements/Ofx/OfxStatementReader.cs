using System.Text;
using Reconciliation.Domain.Statements.Diagnostics;
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
        var scanner = new OfxScanner(text);
        var reading = new OfxReading();
        foreach (var step in new OfxOutline(scanner).Events())
        {
            foreach (var finding in Prolog(step, text))
                yield return finding;
            foreach (var part in reading.Parts(step))
                yield return part;
        }

        foreach (var finding in text.Findings())
            yield return finding;
        if (reading.AtEnd(scanner.Line) is { } last)
            yield return last;
    }

    private static bool Holds(string text, string mark) => text.Contains(mark, StringComparison.OrdinalIgnoreCase);

    // What the file says about itself before its content.
    private static IEnumerable<Diagnostic> Prolog(OfxEvent step, StatementText text)
    {
        if (step.Parent.Length > 0)
            return [];
        return step.Kind switch
        {
            OfxEventKind.Stray => Header(step, text),
            OfxEventKind.Instruction => Instruction(step, text),
            _ => [],
        };
    }

    private static IEnumerable<Diagnostic> Header(OfxEvent step, StatementText text)
    {
        if (OfxHeader.Encoding(step.Value) is { } encoding)
            text.Declare(encoding);
        if (OfxHeader.Value(step.Value, "COMPRESSION") is { Length: > 0 } compression && !compression.Equals("NONE", StringComparison.OrdinalIgnoreCase))
            yield return DiagnosticRules.SyntaxInvalid.At(
                $"The content is compressed ({compression}), which is not read.", step.Line, "COMPRESSION", compression);
        if (OfxHeader.Value(step.Value, "VERSION") is { Length: > 0 } version && version[0] is not ('1' or '2'))
            yield return DiagnosticRules.FormatTolerated.At(
                $"There is no OFX version {version}; it was read like any other.", step.Line, "VERSION", version);
    }

    private static IEnumerable<Diagnostic> Instruction(OfxEvent step, StatementText text)
    {
        if (OfxHeader.Attribute(step.Value, "encoding") is { } encoding)
            text.Declare(encoding);
        if (OfxHeader.Attribute(step.Value, " version") is { Length: > 0 } version && version[0] is not ('1' or '2'))
            yield return DiagnosticRules.FormatTolerated.At(
                $"There is no OFX version {version}; it was read like any other.", step.Line, "VERSION", version);
    }
}
