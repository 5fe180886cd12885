using System.Buffers;
using System.Collections.Frozen;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift.Information;

/// <summary>
/// Field 86 of words between slashes, as Dutch, French and international banks write it:
/// <c>/TRTP/SEPA OVERBOEKING/IBAN/.../BIC/.../NAME/.../REMI/.../EREF/...</c>. Only known words split the text.
/// </summary>
internal sealed class SlashWordText
{
    private const int LongestWord = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "ACCW", "ADDR", "BENM", "BIC", "CHGS", "CNTP", "CREF", "CSID", "EREF", "EXCH", "IBAN", "ID", "INS", "INST", "IREF", "ISDT",
        "KREF", "MARF", "NAME", "OCMT", "ORDP", "PREF", "PURP", "PY", "REMI", "ROC", "RREF", "RTRN", "SVCL", "TRCD", "TRTP", "ULTB",
        "ULTC", "ULTD",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // A text is of this dialect if it has one of these: the others occur in free texts too.
    private static readonly SearchValues<string> Decisive = SearchValues.Create(
        ["/EREF/", "/REMI/", "/TRTP/", "/ORDP/", "/BENM/", "/CNTP/", "/IBAN/", "/PREF/", "/MARF/", "/NAME/"], StringComparison.Ordinal);

    private bool _isUltimate;

    /// <summary>The text has at least one word that is not there by chance.</summary>
    public static bool Recognises(ReadOnlySpan<char> text) => text.Contains('/') && text.ContainsAny(Decisive);

    /// <summary>Reads the words; text before the first is the bank's.</summary>
    public void Read(ReadOnlySpan<char> text, bool counterpartyPays, DetailDraft detail)
    {
        _isUltimate = false;
        var at = NextWord(text, 0, out var word);
        detail.Set(DetailField.BankText, text[..at].Trim(" /"), "text");
        while (at < text.Length)
        {
            var value = at + word.Length + 2;
            // A party's word may share its slash with the word of the party's first part: /ULTD/NAME/...
            var isParty = word is "ORDP" or "BENM" or "ULTB" or "ULTC" or "ULTD";
            var current = word;
            at = NextWord(text, isParty ? value - 1 : value, out word);
            Take(current, at < value ? [] : text[value..at].TrimEnd(" /"), counterpartyPays, detail);
        }
    }

    private void Take(ReadOnlySpan<char> word, ReadOnlySpan<char> value, bool counterpartyPays, DetailDraft detail)
    {
        switch (word)
        {
            case "EREF" or "ROC":
                detail.Set(DetailField.EndToEndId, value, word);
                break;
            case "IREF":
                detail.Set(DetailField.InstructionId, value, "IREF");
                break;
            case "PREF" or "KREF":
                detail.Set(DetailField.PaymentInformationId, value, word);
                break;
            case "MARF":
                detail.Set(DetailField.MandateId, value, "MARF");
                break;
            case "TRTP":
                detail.Set(DetailField.BankText, value, "TRTP");
                break;
            case "RTRN":
                detail.Set(DetailField.ReturnReason, value, "RTRN");
                break;
            case "PURP":
                detail.Set(DetailField.Purpose, value.StartsWith("CD/") ? value[3..] : value, "PURP");
                break;
            case "PY":
                detail.AddRemittance(value);
                break;
            case "REMI":
                TakeRemittance(value, detail);
                break;
            default:
                TakeParty(word, value, counterpartyPays, detail);
                break;
        }
    }

    private void TakeParty(ReadOnlySpan<char> word, ReadOnlySpan<char> value, bool counterpartyPays, DetailDraft detail)
    {
        switch (word)
        {
            case "ORDP" or "BENM":
                _isUltimate = false;
                TakeOrderingParty(value, detail);
                break;
            case "ULTB" or "ULTC" or "ULTD":
                _isUltimate = true;
                detail.Set(DetailField.UltimateName, value, word);
                break;
            case "NAME":
                detail.Set(_isUltimate ? DetailField.UltimateName : DetailField.CounterpartyName, value, "NAME");
                break;
            case "ID":
                detail.Set(_isUltimate ? DetailField.UltimateId : DetailField.CounterpartyId, value, "ID");
                break;
            case "IBAN":
                detail.SetAccount(value, "IBAN");
                break;
            case "BIC":
                detail.Set(DetailField.CounterpartyBank, value, "BIC");
                break;
            case "CSID" when !counterpartyPays:
                detail.Set(DetailField.CounterpartyId, value, "CSID");
                break;
            case "CNTP":
                TakeCounterparty(value, detail);
                break;
            default:
                detail.AddOther(word, value);
                break;
        }
    }

    /// <summary>A name, or <c>account/name/text/text</c>.</summary>
    private static void TakeOrderingParty(ReadOnlySpan<char> value, DetailDraft detail)
    {
        var slash = value.IndexOf('/');
        if (slash <= 0 || !value[..slash].ContainsAnyInRange('0', '9') || value[..slash].Contains(' '))
        {
            detail.Set(DetailField.CounterpartyName, value, "party");
            return;
        }

        var part = 0;
        foreach (var range in value.Split('/'))
        {
            if (part == 0)
                detail.SetAccount(value[range], "party account");
            else if (part == 1)
                detail.Set(DetailField.CounterpartyName, value[range], "party");
            else
                detail.AddRemittance(value[range]);
            part++;
        }
    }

    /// <summary><c>account/BIC/name/city</c></summary>
    private static void TakeCounterparty(ReadOnlySpan<char> value, DetailDraft detail)
    {
        var part = 0;
        foreach (var range in value.Split('/'))
        {
            switch (part++)
            {
                case 0:
                    detail.SetAccount(value[range], "CNTP account");
                    break;
                case 1:
                    detail.Set(DetailField.CounterpartyBank, value[range], "CNTP bank");
                    break;
                case 2:
                    detail.Set(DetailField.CounterpartyName, value[range], "CNTP name");
                    break;
                default:
                    detail.AddOther("CNTP", value[range]);
                    break;
            }
        }
    }

    /// <summary><c>USTD//text</c>, <c>STRD/issuer/reference</c> or text.</summary>
    private static void TakeRemittance(ReadOnlySpan<char> value, DetailDraft detail)
    {
        if (value.StartsWith("STRD/"))
            detail.AddCreditorReference(AfterSlash(value["STRD/".Length..]));
        else
            detail.AddRemittance((value.StartsWith("USTD/") ? value["USTD/".Length..] : value).TrimStart(" /"));
    }

    private static ReadOnlySpan<char> AfterSlash(ReadOnlySpan<char> text) => text[(text.IndexOf('/') + 1)..];

    private static int NextWord(ReadOnlySpan<char> text, int from, out ReadOnlySpan<char> word)
    {
        word = [];
        while (from < text.Length)
        {
            var slash = text[from..].IndexOf('/');
            if (slash < 0)
                break;
            from += slash;
            var rest = text[(from + 1)..];
            var end = rest[..Math.Min(rest.Length, LongestWord + 1)].IndexOf('/');
            if (end > 0 && Words.Contains(rest[..end]))
            {
                word = rest[..end];
                return from;
            }

            from++;
        }

        return text.Length;
    }
}
