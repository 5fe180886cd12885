using System.Text.RegularExpressions;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;
using static Reconciliation.Domain.Tests.Matching.Made;

namespace Reconciliation.Domain.Tests.Matching.Rules;

public partial class RuleBookTests
{
    private static readonly string Folder = Path.Combine(Fixtures.Root, "Rules", "Faults");

    public static TheoryData<string> Faulty =>
        new(Directory.EnumerateFiles(Folder, "*.input.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Reading_AFaultyText_NamesEveryFaultWithPlaceAndRemedy(string file)
    {
        var path = Path.Combine(Folder, file);
        var reading = RuleBook.Read(File.ReadAllText(path), "C");

        var expected = path.Replace(".input.json", ".expected.txt", StringComparison.Ordinal);
        var actual = string.Join('\n', reading.Faults) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
            File.WriteAllText(expected, actual);
        Assert.Null(reading.Book);
        Assert.Equal(File.ReadAllText(expected), actual);
    }

    [Fact]
    public void Page_EveryExample_CanBeRead()
    {
        var page = File.ReadAllText(Path.Combine(Fixtures.Root, "..", "..", "functions", "Domain", "Matching", "Rules", "RULES.md"));
        var examples = Example().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.True(examples.Count >= 3);
        Assert.All(examples, example => Assert.Empty(RuleBook.Read(example, "C").Faults));
    }

    [Fact]
    public void Rules_OfOneBook_StandInOrderOfPriorityAndId()
    {
        var book = Book("""{ "rules": [ R("c", 2), R("b", 1), R("a", 2) ] }""");

        Assert.Equal(["b", "a", "c"], book.Rules.Select(rule => rule.Id));
    }

    [Fact]
    public void Reading_WithoutACreditor_TakesEveryRuleForTheOneAtHand()
    {
        const string rules = """{ "rules": [ { "id": "a", "name": "N", "creditor": "X", "when": "before", "if": { "everything": true }, "then": { "hold": { "because": "why" } } } ] }""";

        Assert.Null(RuleBook.Read(rules, null).Book?.Rules[0].Creditor);
        Assert.Equal("X", RuleBook.Read(rules, "X").Book?.Rules[0].Creditor);
        Assert.Null(RuleBook.Read(rules, "C").Book);
    }

    [Fact]
    public void Version_OfARule_ChangesWithWhatItSaysAndNotWithBlanks()
    {
        var written = Book("""{ "rules": [ R("a", 1) ] }""").Rules[0].Version;

        Assert.Equal(written, Book("""{"rules":[   R("a", 1)],}""").Rules[0].Version);
        Assert.NotEqual(written, Book("""{ "rules": [ R("a", 3) ] }""").Rules[0].Version);
        Assert.Equal(12, written.Length);
    }

    [Fact]
    public void Version_OfARuleWithAPattern_ChangesWithThePattern()
    {
        const string rules = """{ "patterns": { "p": { "find": "A(?<number>[0-9]{DIGITS})" } }, "rules": [ { "id": "a", "name": "N", "when": "before", "if": { "direction": "in" }, "then": { "settleNumber": { "pattern": "p" } } } ] }""";

        Assert.NotEqual(
            Book(rules.Replace("DIGITS", "4", StringComparison.Ordinal)).Rules[0].Version, Book(rules.Replace("DIGITS", "5", StringComparison.Ordinal)).Rules[0].Version);
    }

    [Fact]
    public void Book_OfRulesThatNameAccounts_SaysWhichToLoadForWhom()
    {
        var book = Book("""
            { "patterns": { "p": { "find": "DOSSIER (?<number>[0-9]{4})", "number": "DOS-{number}" } },
              "rules": [
                { "id": "a", "name": "N", "when": "before", "if": { "direction": "in", "debtorFoundBy": "nothing" }, "then": { "assign": { "debtor": "D7" } } },
                { "id": "b", "name": "N", "when": "before", "if": { "direction": "in", "text": { "contains": "elsewhere" } }, "then": { "assign": { "debtor": "D8" } } },
                { "id": "c", "name": "N", "when": "before", "if": { "direction": "in" }, "then": { "settleNumber": { "pattern": "p" } } } ] }
            """);
        var payment = Payment("P", "10.00", "X", "dossier 4711");

        Assert.Equal(["D7"], book.AccountsOf(payment, "C").Select(account => account.Debtor));
        Assert.Equal(IndexKeys.OfNumber("DOS-4711"), Assert.Single(book.KeysOf(payment)));
        Assert.Empty(book.AccountsOf(Payment("O", "-10.00"), "C"));
    }

    /// <summary>A book in which <c>R("id", priority)</c> stands for a rule.</summary>
    private static RuleBook Book(string json)
    {
        var text = Short().Replace(json, match => $$"""{ "id": "{{match.Groups[1]}}", "name": "N", "priority": {{match.Groups[2]}}, "when": "before", "if": { "everything": true }, "then": { "hold": { "because": "why" } } }""");
        var reading = RuleBook.Read(text, "C");
        Assert.Empty(reading.Faults);
        return reading.Book ?? RuleBook.Empty;
    }

    [GeneratedRegex("""R\("(\w+)", (\d+)\)""")]
    private static partial Regex Short();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
