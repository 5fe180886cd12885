namespace Reconciliation.Domain.Matching.Reading;

/// <summary>How digits were found to be a number.</summary>
internal enum NumberShape
{
    /// <summary>They stand there.</summary>
    Written,

    /// <summary>Their end stands there behind a number of the same series: <c>2026-0123/124</c>.</summary>
    Listed,

    /// <summary>They lie between two numbers that stand there: <c>0123 A 0127</c>.</summary>
    Between,

    /// <summary>They stand there glued to others of the same length.</summary>
    Glued,
}

/// <summary>Digits in a payment's text that may be a number of a document.</summary>
/// <param name="Digits">Without leading zeros.</param>
/// <param name="Range">Where they stand.</param>
/// <param name="IsCued">A word before them says that a number follows (facture, invoice, n°).</param>
/// <param name="CrossesLine">A line ends among them.</param>
/// <param name="YearBefore">The year right before them; 0 for none.</param>
/// <param name="Shape">How they were found to be a number.</param>
/// <param name="Length">How many digits of it stand there, zeros before them included.</param>
/// <param name="Groups">How many rows of digits were put together for it.</param>
internal readonly record struct NumberMention(
    string Digits, AtomRange Range, bool IsCued, bool CrossesLine, int YearBefore, NumberShape Shape, int Length, int Groups = 1);
