using System.Collections.Frozen;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// The words that some banks put before what a line of text says, as in <c>EREF: 1234</c> or <c>ORG:=PAYER</c>. A line
/// without one is remittance.
/// </summary>
internal static class TextWords
{
    private const int LongestWord = 12;

    private static readonly FrozenDictionary<string, (Side Side, DetailField? Field)>.AlternateLookup<ReadOnlySpan<char>> Words =
        new Dictionary<string, (Side, DetailField?)>
        {
            ["EREF"] = (Side.Both, DetailField.EndToEndId),
            ["CHKN"] = (Side.Both, DetailField.ChequeNumber),
            ["REMI"] = (Side.Both, null),
            ["OBI"] = (Side.Both, null),
            ["DBNM"] = (Side.Payer, DetailField.CounterpartyName),
            ["DACT"] = (Side.Payer, DetailField.CounterpartyAccount),
            ["DABA"] = (Side.Payer, DetailField.CounterpartyBank),
            ["DBIC"] = (Side.Payer, DetailField.CounterpartyBank),
            ["ORG"] = (Side.Payer, DetailField.CounterpartyName),
            ["SENDER ID"] = (Side.Payer, DetailField.CounterpartyBank),
            ["CRNM"] = (Side.Beneficiary, DetailField.CounterpartyName),
            ["CACT"] = (Side.Beneficiary, DetailField.CounterpartyAccount),
            ["CABA"] = (Side.Beneficiary, DetailField.CounterpartyBank),
            ["CBIC"] = (Side.Beneficiary, DetailField.CounterpartyBank),
            ["BNF NAME"] = (Side.Beneficiary, DetailField.CounterpartyName),
            ["BNF ID"] = (Side.Beneficiary, DetailField.CounterpartyAccount),
            ["REC ID"] = (Side.Beneficiary, DetailField.CounterpartyBank),
        }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

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
        var at = line.IndexOf(':');
        if (at is <= 0 or > LongestWord || !Words.TryGetValue(line[..at], out var word))
        {
            detail.AddRemittance(line);
            return;
        }

        var value = line[(at + 1)..].TrimStart("= ");
        var name = line[..at].ToString();
        if (word.Side != Side.Both && word.Side == Side.Payer != isCredit)
            detail.AddOther(name, value);
        else if (word.Field is not { } field)
            detail.AddRemittance(value);
        else if (field == DetailField.CounterpartyAccount)
            detail.SetAccount(value, name);
        else
            detail.Set(field, value, name);
    }
}
