using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>What a file says about itself before its content: its encoding, its version, whether it is compressed.</summary>
internal sealed class OfxProlog(PartBuffer parts, StatementText text)
{
    /// <summary>Takes the header of OFX 1.</summary>
    public void ReadHeader(string header, int line)
    {
        if (OfxHeader.Encoding(header) is { } encoding)
            text.Declare(encoding);
        if (OfxHeader.Value(header, "COMPRESSION") is { Length: > 0 } compression && !compression.Equals("NONE", StringComparison.OrdinalIgnoreCase))
            parts.Add(DiagnosticRules.SyntaxInvalid.At(
                $"The content is compressed ({compression}), which is not read.", line, "COMPRESSION", compression));
        CheckVersion(OfxHeader.Value(header, "VERSION"), line);
    }

    /// <summary>Takes a processing instruction of OFX 2.</summary>
    public void ReadInstruction(string instruction, int line)
    {
        if (OfxHeader.Attribute(instruction, "encoding") is { } encoding)
            text.Declare(encoding);
        CheckVersion(OfxHeader.Attribute(instruction, " version"), line);
    }

    private void CheckVersion(string? version, int line)
    {
        if (version is { Length: > 0 } && version[0] is not ('1' or '2'))
            parts.Add(DiagnosticRules.FormatTolerated.At(
                $"There is no OFX version {version}; it was read like any other.", line, "VERSION", version));
    }
}
