namespace Reconciliation.Domain.Statements.Swift.Information;

/// <summary>How a text of numbered subfields is written.</summary>
/// <param name="Separator">What stands before each two-digit code: <c>?</c> in Germany, <c>&gt;</c>, <c>+</c>, <c>&lt;</c>, <c>~</c>, <c>^</c> elsewhere.</param>
/// <param name="Code">The operation code before the first subfield (Geschäftsvorfallcode, GVC); empty for none.</param>
internal readonly record struct SubfieldShape(char Separator, string Code);
