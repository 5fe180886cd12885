using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// The words that some banks put before what a line of text says, as in <c>EREF: 1234</c> or <c>ORG:=PAYER</c>. A line
/// without one is remittance.
/// </summary>
internal static class TextWords
{
    private const int LongestWord = 12;

    private enum Side
    {
        Both,
        Payer,
        Beneficiary,
    }

    /// <summary>Takes a line of an entry's text.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isCredit">The entry is money in, so that the payer is the counterparty.</param>
    /// <param name="detail">Where it goes.</param>
    public static void Take(ReadOnlySpan<char> line, bool isCredit, DetailDraft detail)
    {
        line = line.Trim();
        var at = line[..Math.Min(line.Length, LongestWord + 1)].IndexOf(':');
        if (at <= 0 || WordOf(line[..at]) is not { } word)
        {
            detail.AddRemittance(line);
            return;
        }

        var value = line[(at + 1)..].TrimStart("= ");
        if (word.Side != Side.Both && word.Side == Side.Payer != isCredit)
            detail.AddOther(word.Name, value);
        else if (word.Field is not { } field)
            detail.AddRemittance(value);
        else if (field == DetailField.CounterpartyAccount)
            detail.SetAccount(value, word.Name);
        else
            detail.Set(field, value, word.Name);
    }

    private static Word? WordOf(ReadOnlySpan<char> text) => text switch
    {
        "EREF" => new Word("EREF", Side.Both, DetailField.EndToEndId),
        "CHKN" => new Word("CHKN", Side.Both, DetailField.ChequeNumber),
        "REMI" => new Word("REMI", Side.Both, null),
        "OBI" => new Word("OBI", Side.Both, null),
        "DBNM" => new Word("DBNM", Side.Payer, DetailField.CounterpartyName),
        "DACT" => new Word("DACT", Side.Payer, DetailField.CounterpartyAccount),
        "DABA" => new Word("DABA", Side.Payer, DetailField.CounterpartyBank),
        "DBIC" => new Word("DBIC", Side.Payer, DetailField.CounterpartyBank),
        "ORG" => new Word("ORG", Side.Payer, DetailField.CounterpartyName),
        "SENDER ID" => new Word("SENDER ID", Side.Payer, DetailField.CounterpartyBank),
        "CRNM" => new Word("CRNM", Side.Beneficiary, DetailField.CounterpartyName),
        "CACT" => new Word("CACT", Side.Beneficiary, DetailField.CounterpartyAccount),
        "CABA" => new Word("CABA", Side.Beneficiary, DetailField.CounterpartyBank),
        "CBIC" => new Word("CBIC", Side.Beneficiary, DetailField.CounterpartyBank),
        "BNF NAME" => new Word("BNF NAME", Side.Beneficiary, DetailField.CounterpartyName),
        "BNF ID" => new Word("BNF ID", Side.Beneficiary, DetailField.CounterpartyAccount),
        "REC ID" => new Word("REC ID", Side.Beneficiary, DetailField.CounterpartyBank),
        _ => null,
    };

    private readonly record struct Word(string Name, Side Side, DetailField? Field);
}
