namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The kinds of <see cref="OfxToken"/>.</summary>
internal enum OfxTokenKind
{
    /// <summary><c>&lt;NAME&gt;</c>; the value is the name in capitals.</summary>
    Open,

    /// <summary><c>&lt;/NAME&gt;</c>; the value is the name in capitals.</summary>
    Close,

    /// <summary>Text that is not blank, trimmed, with its entities resolved.</summary>
    Text,

    /// <summary><c>&lt;?...?&gt;</c>; the value is what stands between.</summary>
    Instruction,
}

/// <summary>A piece of an OFX file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The name or the text.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="IsCut">A text longer than <see cref="OfxScanner.MaxText"/>, whose end was dropped.</param>
internal readonly record struct OfxToken(OfxTokenKind Kind, string Value, int Line, bool IsCut = false);
