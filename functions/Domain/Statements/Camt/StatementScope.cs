using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Camt.Xml;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>
/// What the elements of one statement share while it is read: the cursor, the account, its currency, the findings.
/// The currency is what Acct/Ccy says, else that of the first amount, which is a balance's where there is one.
/// </summary>
internal sealed class StatementScope(XmlCursor xml)
{
    // A quarter of what fits, so that a balance and the sum of a statement can be added and subtracted freely.
    private const long MaxMinorUnits = long.MaxValue / 4;
    private const int MaxListLength = 64;

    private readonly List<Diagnostic> _findings = [];
    private readonly Stack<List<string>> _lists = new();
    private long _gross;

    /// <summary>The pass over the document.</summary>
    public XmlCursor Xml { get; } = xml;

    /// <summary>What recurs and is said once.</summary>
    public Remarks Remarks { get; } = new();

    /// <summary>The account; empty until it was read.</summary>
    public BankAccountId Account { get; set; }

    /// <summary>The account's currency; <c>default</c> until it is known.</summary>
    public Currency Currency { get; private set; }

    /// <summary>True once the currency is known.</summary>
    public bool HasCurrency => Currency != default;

    /// <summary>True once the head of the statement went out: its currency, known or not, stays as it is.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The sum of all amounts counted in, whatever their direction.</summary>
    public Money Gross => new(_gross, Currency);

    /// <summary>The day that stands in for a missing booking date; null where the statement has no date at all.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>An empty list for what has no place of its own.</summary>
    public List<string> TakeList() => _lists.TryPop(out var list) ? list : [];

    /// <summary>What a list holds, which is then given back to be used again.</summary>
    public ImmutableArray<string> Release(List<string> list)
    {
        ImmutableArray<string> held = [.. list];
        list.Clear();
        if (list.Capacity <= MaxListLength && _lists.Count < MaxListLength)
            _lists.Push(list);
        return held;
    }

    /// <summary>Keeps a finding until the next part goes out.</summary>
    public void Report(Diagnostic finding) => _findings.Add(finding);

    /// <summary>The findings since the last call.</summary>
    public Diagnostic[] TakeFindings()
    {
        if (_findings.Count == 0)
            return [];
        Diagnostic[] findings = [.. _findings];
        _findings.Clear();
        return findings;
    }

    /// <summary>Takes the account's currency from Acct/Ccy.</summary>
    public void ReadCurrency()
    {
        var code = Xml.Text();
        if (Currency.TryOf(code, out var currency))
            Currency = currency;
        else
            Report(DiagnosticRules.CurrencyUnknown.At($"The account's currency '{code}' is not a code of ISO 4217.", Xml.Line, "Acct/Ccy", code));
    }

    /// <summary>The unsigned amount at hand, in the currency that it states; null with a finding where it is none.</summary>
    public Money? ReadAmount(string field)
    {
        var line = Xml.Line;
        var code = Xml.Currency;
        return Figure(code, Xml.Content(), line, field);
    }

    /// <summary>A figure in the currency that it states; null with a finding where it is none.</summary>
    /// <param name="code">The currency code beside the figure; null where the account's is meant.</param>
    /// <param name="text">The figure as written.</param>
    /// <param name="line">Where it stands.</param>
    /// <param name="field">The element that holds it.</param>
    public Money? Figure(string? code, ReadOnlySpan<char> text, int line, string field)
    {
        var reading = AmountText.Read(text, '.', StatedCurrency(code, line, field), out var amount);
        if (reading is AmountReading.Empty or AmountReading.NotANumber)
            return Refuse(text, line, field, reading == AmountReading.Empty ? "is empty" : "is no decimal number");
        if (reading == AmountReading.TooLarge || !Fits(amount.MinorUnits))
            return Refuse(text, line, field, "is larger than any account");
        if (reading == AmountReading.OverPrecise)
            Report(DiagnosticRules.AmountOverPrecise.At(
                $"{field} {text} has more decimals than {amount.Currency} and was cut to {amount.ToDecimalString()}.", line, field, text.ToString()));
        return amount;
    }

    /// <summary>
    /// An amount of the account itself in the account's currency. One in another currency keeps its figure, so that the
    /// entry is seen, and is reported as an error, so that it is never posted.
    /// </summary>
    public Money Booked(Money amount, int line, string field)
    {
        if (amount.Currency == Currency)
            return amount;
        Report(DiagnosticRules.CurrencyDiffers.At(
            $"{field} is {amount} in a statement in {Currency}; what that came to in {Currency} is not known.", line, field, amount.ToString()));
        AmountText.Read(amount.ToDecimalString(), '.', Currency, out var figure);
        return Fits(figure.MinorUnits) ? figure : Money.Zero(Currency);
    }

    /// <summary>True where an amount still fits into the sum of the statement's amounts, and counts it in.</summary>
    public bool Count(Money amount)
    {
        if (!Fits(amount.MinorUnits) || !Fits((Int128)_gross + amount.Abs().MinorUnits))
            return false;
        _gross += amount.Abs().MinorUnits;
        return true;
    }

    /// <summary>The sum, or null where the currencies differ or it fits no account.</summary>
    public static Money? Sum(Money left, Money right) =>
        left.Currency == right.Currency && Fits((Int128)left.MinorUnits + right.MinorUnits) ? left + right : null;

    private static bool Fits(Int128 minorUnits) => minorUnits <= MaxMinorUnits && minorUnits >= -MaxMinorUnits;

    private Currency StatedCurrency(string? code, int line, string field)
    {
        if (code is null)
        {
            Remarks.Note(DiagnosticRules.FormatTolerated, "Ccy", line, "amount without a currency was taken in the account's");
            return Currency;
        }

        if (code == Currency.Code)
            return Currency;
        if (!Currency.TryOf(code, out var currency))
        {
            Report(DiagnosticRules.CurrencyUnknown.At($"The currency '{code}' of {field} is not a code of ISO 4217.", line, field, code));
            return Currency;
        }

        if (!HasCurrency && !IsOpen)
            Currency = currency;
        return currency;
    }

    private Money? Refuse(ReadOnlySpan<char> text, int line, string field, string why)
    {
        Report(DiagnosticRules.AmountInvalid.At($"The amount '{(text.Length > 40 ? text[..40] : text)}' of {field} {why}.", line, field, text.ToString()));
        return null;
    }
}
