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

    [Fact]
    public void Events_AreThoseOfTheAccount() => ShouldBeThoseOf<AccountEvent>(Glossary.Events);

    [Fact]
    public void Commands_AreThoseOfTheAccount() => ShouldBeThoseOf<AccountCommand>(Glossary.Commands);

    [Fact]
    public void FrenchWords_KeepTheirAccents()
    {
        var words = Glossary.All.SelectMany(row => Word().Matches(row.French)).Select(match => match.Value.ToLowerInvariant()).Where(word => word.Length > 2).ToHashSet();

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
        Glossary.Types.Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract).Select(type => $"Ledger.{type.Name}").Order(StringComparer.Ordinal),
        rows.SelectMany(row => row.Names));

    /// <summary>True where an identifier is the French term itself, without accents and blanks.</summary>
    private static bool IsNamed(string name, string term) =>
        string.Equals(name.Split('.')[^1], Glossary.Plain(term).Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
