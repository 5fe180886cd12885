using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Reading;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Csv;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>The condition of a rule from JSON. Several properties of one object must all hold.</summary>
internal sealed class RuleConditionJson(RuleFaults faults)
{
    public RuleCondition Read(JsonProperties around, string name) => Read(around.Section(name));

    private RuleCondition Read(JsonProperties source)
    {
        var place = source.Place;
        var isEverything = source.Flag("everything");
        var parts = Parts(source).ToImmutableArray();
        var unknown = source.Left.Any();
        source.RefuseTheRest();
        if (isEverything && parts.Length > 0)
            faults.Add(place, "says everything beside other conditions", "Leave one of the two out.");
        if (!isEverything && parts.IsEmpty && !unknown)
            faults.Add(place, "is empty and would be met by every entry", "Name a condition; where every entry is meant, write \"everything\": true.");
        return isEverything ? new Everything() : parts is [var only] ? only : new AllOf(parts);
    }

    private IEnumerable<RuleCondition> Parts(JsonProperties source)
    {
        var left = source.Left.ToHashSet(StringComparer.Ordinal);
        if (left.Contains("all"))
            yield return new AllOf(List(source, "all"));
        if (left.Contains("any"))
            yield return new AnyOf(List(source, "any"));
        if (left.Contains("not"))
            yield return new NotMet(Read(source, "not"));
        if (left.Contains("direction"))
            yield return new DirectionIs(Word(source, "direction", [("in", true), ("out", false)]));
        if (left.Contains("amount"))
            yield return Amount(source.Section("amount"));
        if (left.Contains("bankAccount"))
            yield return new BankAccountIs([.. Texts(source, "bankAccount").Select(text => BankAccountId.FromText(text).Value)]);
        if (left.Contains("counterpartyAccount"))
            yield return new CounterpartyAccountIs(Accounts(source));
        if (left.Contains("counterpartyName"))
            yield return Name(source.Section("counterpartyName"));
        if (left.Contains("text"))
            yield return Text(source.Section("text"));
        if (left.Contains("reference"))
            yield return new ReferenceGiven(Word(source, "reference", [("given", true), ("none", false)]));
        if (left.Contains("bankCode"))
            yield return BankCode(source.Section("bankCode"));
        if (left.Contains("dayOfMonth"))
            yield return Days(source.Section("dayOfMonth"));
        if (left.Contains("debtorFoundBy"))
            yield return Clues(source);
    }

    private ImmutableArray<RuleCondition> List(JsonProperties source, string name)
    {
        var parts = source.Sections(name).Select(Read).ToImmutableArray();
        if (parts.IsEmpty)
            faults.Add(source.PathOf(name), "holds no condition", "Name one, or take the list out.");
        return parts;
    }

    private AmountWithin Amount(JsonProperties source)
    {
        var code = source.RequiredText("currency");
        var isKnown = Currency.TryOf(code, out var named);
        if (!isKnown && code.Length > 0)
            faults.Add(source.PathOf("currency"), $"'{code}' is not a currency", "Write its ISO 4217 code, such as \"EUR\".");
        var currency = isKnown ? named : Currency.Eur;
        var (exact, from, to) = (Figure(source, "is", currency), Figure(source, "from", currency), Figure(source, "to", currency));
        source.RefuseTheRest();
        if (exact is null && from is null && to is null)
            faults.Add(source.Place, "names no amount", "Write \"is\", or \"from\" and \"to\" or one of them.");
        else if (exact is not null && (from ?? to) is not null)
            faults.Add(source.Place, "says both an amount and a range", "Keep one of them.");
        else if (from > to)
            faults.Add(source.Place, "begins above its end, so that nothing meets it", "Exchange from and to.");
        return new AmountWithin(currency, exact ?? from, exact ?? to);
    }

    private long? Figure(JsonProperties source, string name, Currency currency)
    {
        if (source.Text(name) is not { } text)
            return null;
        if (AmountText.Read(text, '.', currency, out var amount) == AmountReading.Exact && !amount.IsNegative)
            return amount.MinorUnits;
        faults.Add(source.PathOf(name), $"'{text}' is not an amount", "Write it without a sign, with a point, such as \"1250.00\"; direction says which way the money goes.");
        return null;
    }

    private ImmutableArray<string> Accounts(JsonProperties source)
    {
        var texts = Texts(source, "counterpartyAccount");
        foreach (var text in texts.Where(text => Reading.Clues.AccountKey(text) is null))
            faults.Add(source.PathOf("counterpartyAccount"), $"'{text}' is too short for an account", "Write the IBAN or the whole account number.");
        return [.. texts.Select(Reading.Clues.AccountKey).OfType<string>()];
    }

    private CounterpartyNameIs Name(JsonProperties source)
    {
        var (whole, words) = (source.Texts("is"), source.Texts("contains"));
        source.RefuseTheRest();
        var names = whole.Concat(words).Select(PayerName.Of).ToImmutableArray();
        if (whole.IsEmpty == words.IsEmpty)
            faults.Add(source.Place, "needs one of is and contains", "Write one of them, a text or a list of texts.");
        else if (names.Any(name => name.IsEmpty))
            faults.Add(source.Place, "names nothing that can be compared", "Write letters or digits.");
        return new CounterpartyNameIs(names, IsWhole: !whole.IsEmpty);
    }

    private TextContains Text(JsonProperties source)
    {
        var texts = source.Texts("contains").Select(RuleFacts.Plain).ToImmutableArray();
        source.RefuseTheRest();
        if (texts.IsEmpty)
            faults.Add(source.Place, "does not say what it contains", "Write \"contains\": a text or a list of texts.");
        else if (texts.Any(text => text.Length < 2))
            faults.Add(source.Place, "looks for less than two characters, which stand anywhere", "Write a longer text.");
        return new TextContains(texts);
    }

    private BankCodeIs BankCode(JsonProperties source)
    {
        var kinds = new[] { ("domain", BankCodeKind.Domain), ("proprietary", BankCodeKind.Proprietary), ("operation", BankCodeKind.Operation) };
        var given = kinds.Select(kind => (Kind: kind.Item2, Codes: source.Texts(kind.Item1))).Where(kind => !kind.Codes.IsEmpty).ToList();
        source.RefuseTheRest();
        if (given.Count != 1)
            faults.Add(source.Place, "needs one of domain, proprietary, operation", "Write one of them; several stand in several conditions.");
        return given.Count == 0 ? new BankCodeIs(BankCodeKind.Domain, []) : new BankCodeIs(given[0].Kind, given[0].Codes);
    }

    private DayOfMonthWithin Days(JsonProperties source)
    {
        var (from, to) = (source.WholeNumber("from", 1, 31) ?? 1, source.WholeNumber("to", 1, 31) ?? 31);
        source.RefuseTheRest();
        if (from > to)
            faults.Add(source.Place, "begins after its end, so that nothing meets it", "Write two conditions in any for the end and the beginning of a month.");
        return new DayOfMonthWithin(from, to);
    }

    private DebtorFoundBy Clues(JsonProperties source)
    {
        var clues = ImmutableArray.CreateBuilder<DebtorClue>();
        foreach (var word in Texts(source, "debtorFoundBy"))
        {
            DebtorClue? clue = word switch
            {
                "number" => DebtorClue.Number,
                "account" => DebtorClue.Account,
                "name" => DebtorClue.Name,
                "customerNumber" => DebtorClue.CustomerNumber,
                "nothing" => DebtorClue.Nothing,
                _ => null,
            };
            if (clue is { } known)
                clues.Add(known);
            else
                faults.Add(source.PathOf("debtorFoundBy"), $"'{word}' is none of number, account, name, customerNumber, nothing", "Write one of them or a list.");
        }

        return new DebtorFoundBy(clues.ToImmutable());
    }

    private ImmutableArray<string> Texts(JsonProperties source, string name)
    {
        var texts = source.Texts(name);
        if (texts.IsEmpty || texts.Any(string.IsNullOrWhiteSpace))
            faults.Add(source.PathOf(name), "names nothing", "Write a text or a list of texts.");
        return texts;
    }

    private bool Word(JsonProperties source, string name, (string Word, bool Meaning)[] words)
    {
        var given = source.Text(name);
        var known = words.Where(word => word.Word == given).ToList();
        if (known.Count == 0)
            faults.Add(source.PathOf(name), $"is none of {string.Join(", ", words.Select(word => word.Word))}", "Write one of them.");
        return known.Count > 0 && known[0].Meaning;
    }
}
