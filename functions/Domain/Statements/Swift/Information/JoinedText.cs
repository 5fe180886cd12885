using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift.Information;

/// <summary>
/// A text that came in pieces, subfields or lines, and was joined without anything between them: a full piece was cut
/// where its room ended, in the middle of a word; a shorter one ended a line of the text.
/// </summary>
/// <param name="text">The joined text.</param>
/// <param name="starts">Where its pieces begin, ascending.</param>
/// <param name="fullLength">How long a full piece is.</param>
internal readonly ref struct JoinedText(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, int fullLength)
{
    /// <summary>The joined text.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>Where its pieces begin, ascending.</summary>
    public ReadOnlySpan<int> Starts { get; } = starts;

    /// <summary>Adds every piece as a line of remittance of its own.</summary>
    public void AddPieces(DetailDraft detail)
    {
        for (var i = 0; i < Starts.Length; i++)
            detail.AddRemittance(Text[Starts[i]..(i + 1 < Starts.Length ? Starts[i + 1] : Text.Length)]);
    }

    /// <summary>Adds the lines of a part of the text as remittance.</summary>
    public void AddLines(int from, int to, DetailDraft detail)
    {
        var line = from;
        for (var i = 1; i < Starts.Length; i++)
        {
            if (Starts[i] <= line || Starts[i] >= to || Starts[i] - Starts[i - 1] >= fullLength)
                continue;
            detail.AddRemittance(Text[line..Starts[i]]);
            line = Starts[i];
        }

        detail.AddRemittance(Text[line..to]);
    }
}
