using System.Text;

namespace Reconciliation.Benchmarks.Measure.Ofx;

/// <summary>
/// Writes OFX as banks do: version 1 in Windows-1252, an element a line without end tags; version 2 in UTF-8 with them, on
/// indented lines.
/// </summary>
internal sealed class OfxWriter : IDisposable
{
    private const string Sgml = """
        OFXHEADER:100
        DATA:OFXSGML
        VERSION:102
        SECURITY:NONE
        ENCODING:USASCII
        CHARSET:1252
        COMPRESSION:NONE
        OLDFILEUID:NONE
        NEWFILEUID:NONE


        """;

    private const string Xml = """
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>

        """;

    private readonly StreamWriter _text;
    private int _depth;

    public OfxWriter(Stream file, bool isXml)
    {
        IsXml = isXml;
        var encoding = isXml ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        _text = new StreamWriter(file, encoding, 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        foreach (var line in (isXml ? Xml : Sgml).Split('\n').SkipLast(1))
            _text.WriteLine(line.TrimEnd('\r'));
    }

    public bool IsXml { get; }

    public void Aggregate(string name, Action content)
    {
        Indent();
        _text.Write($"<{name}>");
        _text.WriteLine();
        _depth++;
        content();
        _depth--;
        Indent();
        _text.Write($"</{name}>");
        _text.WriteLine();
    }

    /// <summary>Nothing for null.</summary>
    public void Element(string name, string? value)
    {
        if (value is null)
            return;
        Indent();
        _text.Write($"<{name}>{value.Replace("&", "&amp;", StringComparison.Ordinal)}");
        if (IsXml)
            _text.Write($"</{name}>");
        _text.WriteLine();
    }

    public void Dispose() => _text.Dispose();

    private void Indent()
    {
        for (var i = 0; IsXml && i < _depth; i++)
            _text.Write("  ");
    }
}
