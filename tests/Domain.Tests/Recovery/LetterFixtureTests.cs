using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>
/// Each pair under tests/Fixtures/Recovery/letters: the letter, or the refusal after which a file under
/// <c>refused</c> is named. The inputs name what differs from one made-up account.
/// </summary>
public class LetterFixtureTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Inputs => Fixtures.Inputs("Recovery/letters");

    public static TheoryData<string> Refusals => new(LetterRefusals.All);

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Composing_AFixture_GivesWhatItsPairSays(string input)
    {
        var outcome = Composed(input);

        var actual = outcome.Match(
            letter => new JsonObject
            {
                ["language"] = letter.Language,
                ["subject"] = letter.Subject,
                ["sender"] = Lines(letter.Sender),
                ["recipient"] = Lines(letter.Recipient),
                ["body"] = Lines(letter.Body.Split('\n')),
                ["html"] = Lines(letter.Html.Split('\n')),
            },
            refusal => new JsonObject { ["refused"] = refusal.Code, ["message"] = refusal.Message });
        Fixtures.ShouldMatch(input, actual.ToJsonString(Indented));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refusal_HasAFixture(string code) => Assert.Equal(
        code, Composed($"Recovery/letters/refused/{code}.input.json").Match(letter => "a letter", refusal => refusal.Code));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Composing_ForAConsumer_NamesNoPenaltyBetweenProfessionals(string input)
    {
        if (!input.Contains("consumer", StringComparison.Ordinal))
            return;
        var text = Composed(input).Match(letter => letter.Body + letter.Html, refusal => throw new InvalidOperationException(refusal.Message));

        Assert.All(new[] { "L441-10", "40\u00a0€", "40 €", "EUR 40", "pénalités" }, words => Assert.DoesNotContain(words, text, StringComparison.OrdinalIgnoreCase));
    }

    private static JsonArray Lines(IEnumerable<string> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);

    private static LetterOutcome Composed(string input)
    {
        var asked = JsonNode.Parse(File.ReadAllText(Path.Combine(Fixtures.Root, input)))!.AsObject();
        var policy = asked["policy"] is null ? RecoveryPolicy.BuiltIn : BusinessOnly();
        var made = new Case(policy) { Now = Case.At("2026-03-09 10:00") };
        made.Invoice("FA-2026-0117", "1250.00", "2026-02-28", reference: CreditorReference.ForBody("FA20260117").Value);
        made.Invoice("FA-2026-0131", "3000.00", "2026-03-01");
        made.Terms("FA-2026-0131", ("2026-03-01", "1000.00"), ("2026-04-01", "1000.00"), ("2026-05-01", "1000.00"));
        made.Invoice("A-5", "7.00", "2026-03-01");
        made.Pay("250.40", "FA-2026-0117");
        var kind = Text(asked, "kind", "");
        if (kind.Length > 0)
            made.Debtor(DebtorOf(asked, Enum.Parse<DebtorKind>(kind, ignoreCase: true)));
        if (asked["onAccount"] is not null)
            made.Pay(Text(asked, "onAccount", ""), null);
        Contacted(made, "reminder-1", ContactChannel.Email, ContactResult.Made);
        Contacted(made, "mise-en-demeure", ContactChannel.RegisteredLetter, ContactResult.Failed);
        DunnedItem[] items = [Item(made, "FA-2026-0117", null), Item(made, "FA-2026-0131", 1)];
        if (asked["paidSince"] is not null)
            made.Pay(Text(asked, "paidSince", ""), "FA-2026-0117");
        return Letters.Compose(made.Account, Text(asked, "stage", ""), [.. items], policy, CreditorOf(asked), Case.Day("2026-03-31"));
    }

    private static void Contacted(Case made, string stage, ContactChannel channel, ContactResult result)
    {
        made.Take(new StepDue(stage, stage, [Item(made, "A-5", null)], new PlannedContact(stage, channel, made.Now)));
        made.Record(stage, result);
        made.Now = made.Now.AddDays(9);
    }

    private static DunnedItem Item(Case made, string number, int? instalment)
    {
        var part = made.Account.Receivables[number].Parts().First(p => p.Instalment == instalment);
        return new DunnedItem(number, instalment, part.DueDate, part.Open);
    }

    private static Debtor DebtorOf(JsonObject asked, DebtorKind kind) => Case.Someone(kind) with
    {
        Name = Text(asked, "debtorName", "Menuiserie Corbelin"),
        CustomerNumber = asked.ContainsKey("customerNumber") ? asked["customerNumber"]?.GetValue<string>() : "C-1042",
        Language = Text(asked, "language", "de"),
        Country = Text(asked, "country", "FR"),
    };

    private static Creditor CreditorOf(JsonObject asked) => new()
    {
        Id = "CRED",
        Name = Text(asked, "creditorName", "Lumen Éclairage SAS"),
        AddressLines = ["12 quai des Lanternes", "69002 Lyon"],
        Email = asked.ContainsKey("creditorEmail") ? null : "comptes@lumen.example",
        Phone = "04 00 00 00 00",
        Siren = "123456782",
        Ibans = asked.ContainsKey("ibans") ? [] : [Iban.TryFromRib("19999", "00001", "0000123456Z", out var iban) ? iban : default],
        DefaultLanguage = Text(asked, "creditorLanguage", "fr"),
    };

    private static RecoveryPolicy BusinessOnly()
    {
        var json = File.ReadAllText(Path.Combine(Fixtures.Root, "Recovery", "policies", "valid", "minimal.input.json"));
        var policy = RecoveryPolicy.Parse(json).Policy!;
        return policy with { Stages = [policy.Stages[0] with { DebtorKinds = [DebtorKind.Business] }] };
    }

    private static string Text(JsonObject asked, string name, string otherwise) => asked[name]?.GetValue<string>() ?? otherwise;
}
