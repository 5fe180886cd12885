namespace Reconciliation.Domain.Statements.Swift.Information;

/// <summary>How a text of numbered subfields is written.</summary>
/// <param name="separator">What stands before each two-digit code: <c>?</c> in Germany, <c>&gt;</c>, <c>+</c>, <c>&lt;</c>, <c>~</c>, <c>^</c> elsewhere.</param>
/// <param name="code">The operation code before the first subfield (Geschäftsvorfallcode, GVC); empty for none.</param>
internal readonly ref struct SubfieldShape(char separator, ReadOnlySpan<char> code)
{
    /// <summary>What stands before each two-digit code.</summary>
    public char Separator { get; } = separator;

    /// <summary>The operation code, a part of the text; empty for none.</summary>
    public ReadOnlySpan<char> Code { get; } = code;
}
