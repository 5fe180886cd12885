using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Ledger;

/// <summary>
/// Reads the command of a scenario's line. An amount is <c>12.50</c> or, in another currency, <c>USD12.50</c>; a part is
/// <c>F1:12.50</c>, of a term <c>F1/2:12.50</c>. A payment may be <c>less</c> a discount, with <c>charges</c> or a
/// <c>writeoff</c> for which up to 5.00 and 2.00 are allowed, <c>from</c> a payer <c>NAME;ACCOUNT</c>, <c>again</c> after a
/// return that was not its own, or <c>without</c> a reason.
/// </summary>
internal static class ScenarioCommand
{
    private static readonly Decision Decision = new(new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero), Decider.User("claire"), "by telephone");

    public static AccountCommand Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var clauses = new Clauses(words);
        return words[0] switch
        {
            "register" => new RegisterDebtor(new Debtor { Id = words[1], Name = Rest(words, 2) }) { Decision = Decision },
            "open" => new OpenReceivable(Document(words, clauses, ReceivableType.Invoice)) { Decision = Decision },
            "credit" => new OpenReceivable(Document(words, clauses, ReceivableType.CreditNote)) { Decision = Decision },
            "terms" => new ScheduleInstalments(words[1], [.. words.Skip(2).Select(Term)]) { Decision = Decision },
            "pay" => Payment(words, clauses),
            "reverse" => new ReversePayment(
                words[1],
                words[2] == "undone" ? ReversalCause.MatchUndone : ReversalCause.ReturnedByBank,
                words[2] == "undone" ? null : words.ElementAtOrDefault(3),
                words.ElementAtOrDefault(4))
            {
                UnderWay = words[2] == "undone" && words.ElementAtOrDefault(3) == "early" ? new PaymentKey(words[1], "E-" + words[1], Day("2026-01-05")) : null,
                Decision = Decision,
            },
            "learn" => new LearnPayer(Payer(words.ElementAtOrDefault(1)).Name, Payer(words.ElementAtOrDefault(1)).Account) { Decision = Decision },
            "forget" => new ForgetPayer(
                new LearntPayer(Payer(words[1]).Name, Payer(words[1]).Account).Id,
                words[2] == "rejected" ? ForgettingCause.CandidateRejected : ForgettingCause.Removed) { Decision = Decision },
            "dispute" => new RaiseDispute(words[1], Rest(words, 2)) { Decision = Decision },
            "resolve" => new ResolveDispute(words[1], Rest(words, 2)) { Decision = Decision },
            "step" => new TakeStep(words[1], words[2], [.. clauses.Leading(3).Select(Dunned)], Contact(clauses.After("contact"))) { Decision = Decision },
            "contact" => new RecordContact(words[1], Enum.Parse<ContactResult>(words[2], ignoreCase: true), Rest(words, 3)) { Decision = Decision },
            "note" => new AddNote(Rest(words, 1)) { Decision = Decision },
            _ => throw new FormatException($"No command '{words[0]}' in '{line}'."),
        };
    }

    public static Money Amount(string text)
    {
        var currency = text.Length > 3 && char.IsAsciiLetterUpper(text[0]) ? Currency.Of(text[..3]) : Currency.Eur;
        var figure = char.IsAsciiLetterUpper(text[0]) ? text[3..] : text;
        return AmountText.Read(figure, '.', currency, out var amount) == AmountReading.Exact
            ? amount
            : throw new FormatException($"'{text}' is not an amount.");
    }

    private static Receivable Document(string[] words, Clauses clauses, ReceivableType type) => new()
    {
        Number = words[1],
        Type = type,
        Amount = Amount(words[2]),
        IssueDate = Day(clauses.After("issued") ?? "2026-01-01"),
        DueDate = Day(clauses.After("due") ?? "2026-01-31"),
        Discount = clauses.After("discount") is { } discount
            ? new EarlyPaymentDiscount(Amount(discount), Day(clauses.After("until") ?? "2026-01-10"))
            : null,
    };

    private static ApplyPayment Payment(string[] words, Clauses clauses) => new(
        new PaymentKey(words[1], clauses.After("of") ?? "E-" + words[1], Day(clauses.After("on") ?? "2026-01-05")),
        Amount(words[2]),
        [.. clauses.Leading(3).Select(Part)],
        [.. clauses.AllAfter("less").Select(Part)],
        Amount(clauses.After("account") ?? "0"))
    {
        Charges = [.. clauses.AllAfter("charges").Select(Part)],
        WriteOffs = [.. clauses.AllAfter("writeoff").Select(Part)],
        Limits = new SettlementLimits(500, 200),
        AfterReturn = clauses.After("again"),
        Payer = clauses.After("from") is { } payer ? LearntPayer.Of(Payer(payer).Name, Payer(payer).Account) : null,
        Decision = clauses.After("without") is null ? Decision : Decision with { Because = null },
    };

    private static (string? Name, string? Account) Payer(string? text)
    {
        var parts = (text ?? "").Split(';');
        return (parts[0].Length == 0 ? null : parts[0], parts.ElementAtOrDefault(1) is { Length: > 0 } account ? account : null);
    }

    private static Allocation Part(string text)
    {
        var (receivable, instalment, rest) = Place(text);
        return new Allocation(receivable, instalment, Amount(rest));
    }

    private static DunnedItem Dunned(string text)
    {
        var (receivable, instalment, rest) = Place(text);
        var at = rest.Split('@');
        return new DunnedItem(receivable, instalment, Day(at.ElementAtOrDefault(1) ?? "2026-01-31"), Amount(at[0]));
    }

    private static Instalment Term(string text)
    {
        var (sequence, _, rest) = Place(text);
        var at = rest.Split('@');
        return new Instalment(int.Parse(sequence, CultureInfo.InvariantCulture), Day(at[1]), Amount(at[0]));
    }

    private static (string Receivable, int? Instalment, string Figure) Place(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var place = text[..colon].Split('/');
        return (place[0], place.Length == 2 ? int.Parse(place[1], CultureInfo.InvariantCulture) : null, text[(colon + 1)..]);
    }

    private static PlannedContact? Contact(string? id) =>
        id is null ? null : new PlannedContact(id, ContactChannel.Letter, Decision.At);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Rest(string[] words, int from) => string.Join(' ', words.Skip(from));

    /// <summary>Words of which some, such as <c>due</c>, announce the next one.</summary>
    private sealed class Clauses(string[] words)
    {
        private static readonly string[] Announcing = ["issued", "due", "discount", "until", "of", "on", "less", "account", "contact", "charges", "writeoff", "again", "from", "without"];

        public string? After(string word) => AllAfter(word).FirstOrDefault();

        public IEnumerable<string> AllAfter(string word) =>
            words.Index().Where(w => w.Index > 0 && w.Index + 1 < words.Length && w.Item == word).Select(w => words[w.Index + 1]);

        public IEnumerable<string> Leading(int from) => words.Skip(from).TakeWhile(word => !Announcing.Contains(word));
    }
}
