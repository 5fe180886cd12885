using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Reconciliation.Domain;
using Reconciliation.Domain.Interest;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Host.Local.Commands;

/// <summary>The words that describe a debt to <c>reconcile interest</c>.</summary>
internal sealed class InterestWords
{
    private const string DefaultCurrency = "EUR";

    private readonly Option<string> _amount = new("--amount") { Description = "The debt with tax, with a decimal point: 10000.00.", Required = true };
    private readonly Option<string> _currency = new("--currency") { Description = "Its currency, an ISO 4217 code.", DefaultValueFactory = _ => DefaultCurrency };
    private readonly Option<DateOnly?> _due = CommonOptions.Day("--due", "The due date, the last day on which payment is in time.", required: true);
    private readonly Option<DateOnly?> _until = CommonOptions.Day("--until", "The last day that bears interest, inclusive: the day of payment or of the statement.", required: true);
    private readonly Option<string> _debtor = new("--debtor") { Description = "What the debtor is in law: business, consumer or public.", DefaultValueFactory = _ => "business" };
    private readonly Option<decimal?> _contractRate = new("--contract-rate") { Description = "The contract's yearly rate in per cent, between businesses only: 12.5.", CustomParser = PerCent };
    private readonly Option<DateOnly?> _fromNotice = CommonOptions.Day("--from-notice", "The day on which a consumer received the formal notice (mise en demeure); interest runs from the day after.");
    private readonly Option<string[]> _payments = new("--payment") { Description = "What was paid or credited on a day, DATE=AMOUNT; may be given several times. Its day still bears interest on the higher debt." };

    public void AddTo(Command command)
    {
        _debtor.AcceptOnlyFromAmong("business", "consumer", "public");
        foreach (var option in new Option[] { _amount, _currency, _due, _until, _debtor, _contractRate, _fromNotice, _payments })
            command.Add(option);
        command.Validators.Add(Check);
    }

    public OverdueDebt Debt(ParseResult parsed) => new()
    {
        Amount = Amount(parsed.GetRequiredValue(_amount), Currency.Of(parsed.GetRequiredValue(_currency))) ?? throw Unchecked(_amount),
        DueDate = parsed.GetValue(_due) ?? throw Unchecked(_due),
        Debtor = Kind(parsed.GetRequiredValue(_debtor)),
        ContractRate = parsed.GetValue(_contractRate) is { } rate ? new AnnualRate(rate) : null,
        NoticeOn = parsed.GetValue(_fromNotice),
    };

    public ImmutableArray<DebtReduction> Reductions(ParseResult parsed, Currency currency) =>
        [.. (parsed.GetValue(_payments) ?? []).Select(word => Payment(word, currency) ?? throw Unchecked(_payments))];

    public DateOnly Until(ParseResult parsed) => parsed.GetValue(_until) ?? throw Unchecked(_until);

    private void Check(CommandResult words)
    {
        // While words are checked, an option that is not given has no value yet, not even its default.
        var code = words.GetValue(_currency) ?? DefaultCurrency;
        if (!Currency.TryOf(code, out var currency))
            words.AddError($"'{code}' is not an ISO 4217 currency code.");
        else
            CheckAmounts(words, currency);
        if (words.GetResult(_fromNotice) is not null && words.GetValue(_debtor) is not "consumer")
            words.AddError("--from-notice is for consumers; interest of others runs from the due date.");
    }

    private void CheckAmounts(CommandResult words, Currency currency)
    {
        if (words.GetValue(_amount) is { } amount && Amount(amount, currency) is null)
            words.AddError($"'{amount}' is not an amount above zero in {currency}, such as 10000.00.");
        foreach (var payment in (words.GetValue(_payments) ?? []).Where(word => Payment(word, currency) is null))
            words.AddError($"'{payment}' is not a payment in {currency} such as 2026-01-31=250.00.");
    }

    private static DebtReduction? Payment(string word, Currency currency) =>
        word.Split('=') is [var day, var figure] && CommonOptions.ReadDay(day) is { } on && Amount(figure, currency) is { } amount
            ? new DebtReduction(on, amount)
            : null;

    private static Money? Amount(string figure, Currency currency) =>
        AmountText.Read(figure, '.', currency, out var amount) == AmountReading.Exact && amount.IsPositive ? amount : null;

    private static decimal? PerCent(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate <= 100)
            return rate;
        result.AddError($"'{word}' is not a rate from 0 to 100 per cent such as 12.5.");
        return null;
    }

    private static DebtorKind Kind(string word) => Enum.Parse<DebtorKind>(word, ignoreCase: true);

    private static InvalidOperationException Unchecked(Option option) => new($"{option.Name} was not checked.");
}
