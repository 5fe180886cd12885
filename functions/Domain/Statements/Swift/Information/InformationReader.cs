using System.Runtime.InteropServices;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift.Information;

/// <summary>
/// Reads field 86, which SWIFT leaves free: finds the dialect from the text and reads it. What no dialect explains stays
/// as lines of remittance.
/// </summary>
internal sealed class InformationReader
{
    // Field 86 has six lines of 65 characters.
    private const int FullLine = 65;

    private readonly SubfieldText _subfields = new();
    private readonly SlashWordText _slashWords = new();
    private readonly List<int> _lineStarts = [];
    private char[] _joined = new char[1024];

    /// <summary>Puts what the text says into the detail.</summary>
    /// <param name="text">Field 86, its lines joined by <c>\n</c>.</param>
    /// <param name="counterpartyPays">The counterparty is the debtor: the entry, or the one that it undoes, is money in.</param>
    /// <param name="detail">Where it goes.</param>
    public void Read(ReadOnlySpan<char> text, bool counterpartyPays, DetailDraft detail)
    {
        if (text.IsWhiteSpace())
            return;
        if (SubfieldText.Recognises(text, out var shape))
            _subfields.Read(Joined(text), shape, counterpartyPays, detail);
        else if (SlashWordText.Recognises(text))
            _slashWords.Read(Joined(text), counterpartyPays, detail);
        else if (SepaWordText.Recognises(text))
            SepaWordText.Read(new JoinedText(Joined(text), CollectionsMarshal.AsSpan(_lineStarts), FullLine), counterpartyPays, detail);
        else
            ReadLines(text, detail);
    }

    /// <summary>Coded texts wrap anywhere, in the middle of a word or a code: their lines are one text.</summary>
    private ReadOnlySpan<char> Joined(ReadOnlySpan<char> text)
    {
        _lineStarts.Clear();
        _lineStarts.Add(0);
        if (!text.Contains('\n'))
            return text;
        if (_joined.Length < text.Length)
            Array.Resize(ref _joined, text.Length);
        var length = 0;
        foreach (var line in text.Split('\n'))
        {
            text[line].CopyTo(_joined.AsSpan(length));
            length += text[line].Length;
            _lineStarts.Add(length);
        }

        return _joined.AsSpan(0, length);
    }

    private static void ReadLines(ReadOnlySpan<char> text, DetailDraft detail)
    {
        foreach (var line in text.Split('\n'))
            detail.AddRemittance(text[line]);
    }
}
