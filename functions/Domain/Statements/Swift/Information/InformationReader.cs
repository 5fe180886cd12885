using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift.Information;

/// <summary>
/// Reads field 86, which SWIFT leaves free: finds the dialect from the text and reads it. What no dialect explains stays
/// as lines of remittance.
/// </summary>
internal sealed class InformationReader
{
    private readonly SubfieldText _subfields = new();
    private readonly SlashWordText _slashWords = new();

    /// <summary>Puts what the text says into the detail.</summary>
    /// <param name="field">Field 86; coded texts wrap anywhere, so their lines are one text.</param>
    /// <param name="counterpartyPays">The counterparty is the debtor: the entry, or the one that it undoes, is money in.</param>
    /// <param name="detail">Where it goes.</param>
    public void Read(JoinedText field, bool counterpartyPays, DetailDraft detail)
    {
        var text = field.Text;
        if (text.IsWhiteSpace())
            return;
        if (SubfieldText.Recognises(text, out var shape))
            _subfields.Read(text, shape, counterpartyPays, detail);
        else if (SlashWordText.Recognises(text))
            _slashWords.Read(text, counterpartyPays, detail);
        else if (SepaWordText.Recognises(text))
            SepaWordText.Read(field, counterpartyPays, detail);
        else
            field.AddPieces(detail);
    }
}
