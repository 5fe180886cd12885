using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>Reads the balances of one message and holds them to one currency.</summary>
internal static class StatementBalances
{
    /// <summary>The account's currency from the letters in a balance, else from the head of the message.</summary>
    public static Currency CurrencyOf(ReadOnlySpan<char> letters, Currency ofHead, PartBuffer parts, int line, string field)
    {
        if (letters.Length >= 3 && Currency.TryOf(letters[..3].ToString(), out var currency))
        {
            if (letters.Length > 3)
                parts.Tolerate($"More letters stand behind the currency {currency}.", line, field, letters.ToString());
            return currency;
        }

        if (letters.IsEmpty && ofHead != default)
        {
            parts.Tolerate($"No currency stands here; {ofHead} was taken from the head of the message.", line, field);
            return ofHead;
        }

        parts.Add(DiagnosticRules.CurrencyUnknown.At(
            "The currency is not one of ISO 4217; amounts are shown without decimals.", line, field, letters.ToString()));
        return default;
    }

    /// <summary>The balance; null, with a finding, where it cannot be read or is in another currency.</summary>
    public static Balance? Read(BalanceField balance, Currency currency, PartBuffer parts, int line, string field)
    {
        if (AmountField.Read(balance.Amount, currency, parts, line, field) is not { } amount)
            return null;
        var date = ShortDate.OfYearMonthDay(balance.Date);
        if (!date.Exists)
            parts.Add(DiagnosticRules.DateInvalid.At("The balance's date is not in the calendar.", line, field, balance.Date.ToString()));
        return new Balance(balance.IsDebit ? -amount : amount, date.Day);
    }

    /// <summary>The closing balance, which must be in the statement's currency.</summary>
    public static Balance? ReadClosing(ReadOnlySpan<char> text, Currency currency, PartBuffer parts, int line, string field)
    {
        if (!BalanceField.TryRead(text, out var balance))
        {
            parts.Add(Unreadable(text, line, field));
            return null;
        }

        if (balance.Currency.IsEmpty || (balance.Currency.Length >= 3 && balance.Currency[..3].SequenceEqual(currency.Code)))
        {
            if (balance.Currency.Length != 3)
                parts.Tolerate($"The closing balance does not name its currency rightly; {currency} was taken.", line, field, text.ToString());
            return Read(balance, currency, parts, line, field);
        }

        if (currency != default)
            parts.Add(DiagnosticRules.CurrencyDiffers.At($"The closing balance is not in the statement's currency {currency}.", line, field, text.ToString()));
        return null;
    }

    /// <summary>The finding for a text that is no balance.</summary>
    public static Diagnostic Unreadable(ReadOnlySpan<char> text, int line, string field) =>
        DiagnosticRules.SyntaxInvalid.At("The balance is not a mark, a date, a currency and an amount.", line, field, text.ToString());
}
