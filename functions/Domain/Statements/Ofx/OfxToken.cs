namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The kinds of tokens.</summary>
internal enum OfxTokenKind
{
    /// <summary><c>&lt;NAME&gt;</c>.</summary>
    Open,

    /// <summary><c>&lt;/NAME&gt;</c>.</summary>
    Close,

    /// <summary>Text that is not blank.</summary>
    Text,

    /// <summary><c>&lt;?...?&gt;</c>; the value is what stands between.</summary>
    Instruction,
}

/// <summary>A piece of an OFX file that was taken apart with care.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Of a tag.</param>
/// <param name="Value">Of a text or instruction; empty for a tag.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="IsCut">A text longer than <see cref="OfxScanner.MaxText"/>, whose end was dropped.</param>
internal readonly record struct OfxToken(OfxTokenKind Kind, OfxName Name, string Value, int Line, bool IsCut = false);
