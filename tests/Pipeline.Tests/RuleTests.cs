using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests;

/// <summary>Rules of a team on a ledger, and tried on its past.</summary>
public class RuleTests
{
    private const string Receivables =
        "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n" +
        "FAC-2026-0101,D1,Brasserie du Vieux Port SARL,2026-08-01,2026-08-31,120.00,EUR\n" +
        "FAC-2026-0102,D1,Brasserie du Vieux Port SARL,2026-08-05,2026-09-04,80.50,EUR\n" +
        "FAC-2026-0103,D2,Menuiserie Talweg SAS,2026-08-05,2026-09-04,33.10,EUR\n" +
        "DOS-4711,D3,Verrerie Hostalier,2026-08-05,2026-09-04,44.20,EUR\n";

    [Fact]
    public async Task ARuleThatDecides_SettlesInItsName_EvenWhatTheIndexDoesNotFind()
    {
        var rules = Book(
            Rule("collector", """ "direction": "in", "text": { "contains": "LOT 17" } """, """ "assign": { "debtor": "D1" } """),
            Rule("file", """ "direction": "in", "text": { "contains": "DOSSIER" } """, """ "settleNumber": { "pattern": "file" } """));
        await using var pipeline = new TestPipeline(rules);
        await pipeline.ImportAsync(Receivables);

        await pipeline.IngestAsync("day.sta", Mt940Text.Day(1, "260901", 0, (150_00, "ENCAISSEUR LOT 17"), (44_20, "POUR LE DOSSIER N4711")));

        var entries = await pipeline.EntriesAsync();
        Assert.All(entries, entry => Assert.Equal(EntryState.Explained, entry.Matching.State));
        Assert.All(entries, entry => Assert.Equal(DeciderKind.Rule, entry.Matching.Match!.Decision.By.Kind));
        Assert.Equal(
            rules.Rules.Select(rule => (rule.Id, rule.Version)).Order(),
            entries.Select(entry => (entry.Matching.Match!.Decision.By.Name, entry.Matching.Match.Decision.By.Version!)).Order());
        Assert.All(entries, entry => Assert.Contains("rule \"N\"", entry.Matching.Match!.Decision.Because, StringComparison.Ordinal));
        var account = await pipeline.LoadAsync("D1");
        Assert.Equal(["0.00", "50.50"], account.Receivables.Values.OrderBy(r => r.Receivable.Number, StringComparer.Ordinal).Select(r => r.Open.ToDecimalString()));
        Assert.Equal("0.00", (await pipeline.LoadAsync("D3")).Receivables["DOS-4711"].Open.ToDecimalString());
    }

    [Fact]
    public async Task ARuleThatHoldsOrLeaves_SaysSoOnTheEntry()
    {
        await using var pipeline = new TestPipeline(Book(
            Rule("held", """ "direction": "in", "amount": { "is": "120.00", "currency": "EUR" } """, """ "hold": { "because": "ask Ana" } """, decides: false),
            Rule("left", """ "text": { "contains": "CAUTION" } """, """ "leave": { "because": "a deposit" } """)));
        await pipeline.ImportAsync(Receivables);

        await pipeline.IngestAsync("day.sta", Mt940Text.Day(1, "260901", 0, (120_00, "FAC-2026-0101"), (500_00, "CAUTION LOGEMENT")));

        var entries = await pipeline.EntriesAsync();
        var held = entries.Single(entry => entry.Payment.Amount.MinorUnits == 120_00).Matching;
        var left = entries.Single(entry => entry.Payment.Amount.MinorUnits == 500_00).Matching;
        Assert.Equal((EntryState.Review, EvidenceKind.RuleHolds), (held.State, held.Evidence[0].Kind));
        Assert.NotEmpty(held.Candidates);
        Assert.Equal((EntryState.Unexplained, EvidenceKind.RuleLeaves), (left.State, left.Evidence[0].Kind));
    }

    [Fact]
    public async Task TryingRules_TellsEveryKindOfChange_ThePersonsFirst_AndWritesNothing()
    {
        await using var pipeline = new TestPipeline();
        await pipeline.ImportAsync(Receivables);
        await pipeline.IngestAsync("day.sta", Mt940Text.Day(
            1, "260901", 0, (80_50, "PAR ANA"), (120_00, "FAC-2026-0101 BRASSERIE DU VIEUX PORT"), (33_10, "FAC-2026-0103 MENUISERIE TALWEG"), (7_00, "LOT 17"), (8_00, "RIEN")));
        var byAna = await EntryAsync(pipeline, 80_50);
        Assert.Null(await pipeline.Get<ReviewMatch>().AssignAsync(
            byAna.Payment.Id, [new AccountShare(TestPipeline.Account("D1"), [new Allocation("FAC-2026-0102", null, byAna.Payment.Amount)], [], byAna.Payment.Amount - byAna.Payment.Amount)], "Ana", "she called", default));
        await pipeline.DrainAsync();
        Assert.Equal(EntryState.Explained, (await EntryAsync(pipeline, 120_00)).Matching.State);
        Assert.Equal(EntryState.Explained, (await EntryAsync(pipeline, 33_10)).Matching.State);
        var before = await pipeline.EntriesAsync();

        var tried = await pipeline.Get<TryRules>().HandleAsync(
            Book(
                Rule("ana", """ "direction": "in", "text": { "contains": "PAR ANA" } """, """ "assign": { "debtor": "D1", "settle": "onAccount" } """),
                Rule("other", """ "direction": "in", "text": { "contains": "BRASSERIE" } """, """ "assign": { "debtor": "D1", "settle": "onAccount" } """, priority: 1),
                Rule("held", """ "direction": "in", "text": { "contains": "TALWEG" } """, """ "hold": { "because": "ask Ana" } """, decides: false),
                Rule("lot", """ "direction": "in", "text": { "contains": "LOT" } """, """ "assign": { "debtor": "D2" } """)),
            null, null, 1000, default);

        Assert.Equal(
            ["AgainstPerson 8050 ana", "DecidedOtherwise 12000 other", "NewlyHeld 3310 held", "NewlyDecided 700 lot", "Same 800 "],
            tried.Entries.Select(entry => $"{entry.Change} {entry.Payment.Amount.MinorUnits} {entry.Tried.Rule?.Id}"));
        Assert.Equal("FAC-2026-0102 80.50 EUR, decided by Ana", TrialSentences.Say(tried.Entries[0].Today, "en"));
        Assert.StartsWith("80.50 EUR on account of D1: rule \"N\" (ana, version", TrialSentences.SayTried(tried.Entries[0].Tried, "en"), StringComparison.Ordinal);
        Assert.Equal(before.Select(entry => (entry.Payment.Id, entry.Version)), (await pipeline.EntriesAsync()).Select(entry => (entry.Payment.Id, entry.Version)));
    }

    [Fact]
    public async Task TryingNoRules_OnAPastWithoutThem_ChangesNothing()
    {
        await using var pipeline = new TestPipeline();
        await pipeline.ImportAsync(Receivables);
        await pipeline.IngestAsync("day.sta", Mt940Text.Day(1, "260901", 0, (120_00, "FAC-2026-0101 BRASSERIE DU VIEUX PORT"), (9_99, "RIEN"), (-5_00, "FRAIS")));

        var tried = await pipeline.Get<TryRules>().HandleAsync(RuleBook.Empty, null, null, 1000, default);

        Assert.Equal(3, tried.Entries.Length);
        Assert.All(tried.Entries, entry => Assert.Equal(RuleChange.Same, entry.Change));
    }

    [Fact]
    public async Task TryingRules_OnMoreEntriesThanAskedFor_IsRefusedByName()
    {
        await using var pipeline = new TestPipeline();
        await pipeline.IngestAsync("day.sta", Mt940Text.Day(1, "260901", 0, (1_00, "A"), (2_00, "B")));

        var tried = await pipeline.Get<TryRules>().HandleAsync(RuleBook.Empty, null, null, 1, default);

        Assert.Equal(TryRules.PeriodTooLong, tried.Refusal);
    }

    private static async Task<EntryRecord> EntryAsync(TestPipeline pipeline, long cents) =>
        (await pipeline.EntriesAsync()).Single(entry => entry.Payment.Amount.MinorUnits == cents);

    private static string Rule(string id, string condition, string effect, bool decides = true, int priority = 10) =>
        $$"""{ "id": "{{id}}", "name": "N", "priority": {{priority}}, "when": "before", "decides": {{(decides ? "true" : "false")}}, "if": { {{condition}} }, "then": { {{effect}} } }""";

    private static RuleBook Book(params string[] rules)
    {
        var reading = RuleBook.Read($$"""{ "patterns": { "file": { "find": "DOSSIER N(?<number>[0-9]{4})", "number": "DOS-{number}" } }, "rules": [ {{string.Join(", ", rules)}} ] }""", TestPipeline.CreditorId);
        return reading.Book ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }
}
