using System.Text.RegularExpressions;
using System.Xml.Linq;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Architecture;

/// <summary>functions/Domain/README.md holds every word of the field that the domain speaks, in English and French.</summary>
public partial class GlossaryTests
{
    [Fact]
    public void Words_HoldEveryNounOfTheDomain()
    {
        var held = Glossary.Words.SelectMany(row => row.Names).Select(Glossary.TypeOf).ToHashSet();

        Violations.ShouldBeNone(Glossary.Types.Where(type => !TechnicalTypes.Holds(type) && !held.Contains(type)).Select(type => type.FullName));
    }

    [Fact]
    public void TechnicalFamilies_AreNoneTooMany() => Violations.ShouldBeNone(TechnicalTypes.FamiliesWithoutTypes);

    [Fact]
    public void Rows_NameWhatTheDomainHas() =>
        Violations.ShouldBeNone(Glossary.All.SelectMany(row => row.Names).Where(name => !Glossary.IsKnown(name)));

    [Fact]
    public void Rows_AreFilled() =>
        Assert.All(Glossary.All, row => Assert.True(row.English.Length > 0 && row.French.Length > 0 && row.Names.Length > 0, row.ToString()));

    [Fact]
    public void Words_StandOnceInOrder()
    {
        var words = Glossary.Words.Select(row => row.English).ToList();

        Assert.Equal(words.Order(StringComparer.OrdinalIgnoreCase), words);
        Assert.Distinct(words);
    }

    [Theory]
    [InlineData("Aged balance", "balance âgée", "")]
    [InlineData("Bank reference", "référence de la banque", "AcctSvcrRef")]
    [InlineData("Booking date", "date de comptabilisation", "BookgDt")]
    [InlineData("Closing balance", "nouveau solde", "CLBD")]
    [InlineData("Credit note", "avoir", "CREN")]
    [InlineData("Early-payment discount", "escompte", "")]
    [InlineData("End-to-end reference", "référence de bout en bout", "EndToEndId")]
    [InlineData("Formal notice", "mise en demeure", "")]
    [InlineData("Instalment", "échéance", "")]
    [InlineData("Instalment schedule", "échéancier", "")]
    [InlineData("Allocation", "lettrage", "411")]
    [InlineData("Opening balance", "ancien solde", "OPBD")]
    [InlineData("Receivable", "créance", "411")]
    [InlineData("Recovery policy", "scénario de relance", "")]
    [InlineData("Reminder", "relance", "")]
    [InlineData("Remittance information", "libellé", "RmtInf/Ustrd")]
    [InlineData("Statement", "relevé de compte", "CFONB 120")]
    [InlineData("Statement entry", "écriture bancaire", "Ntry")]
    [InlineData("Value date", "date de valeur", "ValDt")]
    public void Words_SayTheTermsOfTheTrade(string english, string french, string elsewhere)
    {
        var row = Assert.Single(Glossary.Words, row => row.English == english);

        Assert.Contains(french, row.French, StringComparison.Ordinal);
        Assert.Contains(elsewhere, row.Elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_GiveTheNumbersOfTheChart()
    {
        var numbers = typeof(ChartOfAccounts).GetProperties().Where(property => property.PropertyType == typeof(string))
            .ToDictionary(property => $"Ledger.ChartOfAccounts.{property.Name}", property => (string)property.GetValue(ChartOfAccounts.Default)!);

        Assert.All(numbers, number => Assert.Contains(
            Glossary.Words, row => row.Names.Contains(number.Key) && Number().Matches(row.Elsewhere).Any(found => found.Value == number.Value)));
    }

    [Fact]
    public void Events_AreThoseOfTheAccount() => ShouldBeThoseOf<AccountEvent>(Glossary.Events);

    [Fact]
    public void Commands_AreThoseOfTheAccount() => ShouldBeThoseOf<AccountCommand>(Glossary.Commands);

    [Fact]
    public void FrenchWords_KeepTheirAccents()
    {
        var words = Glossary.All.SelectMany(row => Word().Matches(row.French)).Select(match => match.Value.ToLowerInvariant())
            .Where(word => word.Length > 2).ToHashSet();

        Violations.ShouldBeNone(words.Where(word => Glossary.Plain(word) != word).Select(Glossary.Plain).Where(words.Contains));
    }

    [Fact]
    public void FrenchNames_ExplainThemselvesWithTheirAccents()
    {
        var docs = XDocument.Load(Path.ChangeExtension(typeof(DebtorAccount).Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value[2..], member => member.Element("summary")?.Value.Trim() ?? "");
        var french =
            from row in Glossary.Words
            from term in row.French.Split(',', StringSplitOptions.TrimEntries)
            from name in row.Names
            where IsNamed(name, term) && Glossary.Plain(term) != term && !IsNamed(name, row.English)
            select (Name: name, Term: term, FirstSentence: docs[$"Reconciliation.Domain.{name}"].Split(". ")[0]);

        Assert.NotEmpty(french);
        Assert.All(french, word => Assert.Contains(word.Term, word.FirstSentence, StringComparison.OrdinalIgnoreCase));
    }

    private static void ShouldBeThoseOf<T>(IEnumerable<GlossaryRow> rows) => Assert.Equal(
        Glossary.Types.Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract).Select(type => $"Ledger.{type.Name}")
            .Order(StringComparer.Ordinal),
        rows.SelectMany(row => row.Names));

    /// <summary>True where an identifier is the French term itself, without accents and blanks.</summary>
    private static bool IsNamed(string name, string term) =>
        string.Equals(name.Split('.')[^1], string.Concat(Glossary.Plain(term).Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
