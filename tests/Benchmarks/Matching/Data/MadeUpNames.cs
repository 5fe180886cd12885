using Reconciliation.Benchmarks.DemoMonth.Chance;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>Names of firms and people that nobody has, as they sound in France, Germany and England.</summary>
internal sealed class MadeUpNames(DeterministicRandom random)
{
    private static readonly string[] Starts =
    [
        "Bro", "Cal", "Dor", "Fau", "Gra", "Lor", "Mar", "Nan", "Pel", "Rou", "Sau", "Tal", "Val", "Ver", "Vil", "Arve", "Bel", "Cha", "Des",
        "Ker", "Bran", "Clo", "Fré", "Gui", "Hau", "Jou", "Lam", "Mon", "Noi", "Ol", "Pré", "Qui", "Ré", "Sor", "Tré", "Um", "Vau", "Yv", "Zé",
    ];

    private static readonly string[] Middles = ["ba", "de", "li", "mo", "ra", "ri", "san", "te", "ve", "vi", "lo", "na", "ser", "tu", "ché", ""];

    private static readonly string[] FrenchEnds =
        ["court", "dion", "gnac", "lieu", "mont", "nelle", "ssac", "rins", "vert", "zeuil", "quières", "vard", "lin", "gnot", "reau", "tier", "blin"];

    private static readonly string[] GermanEnds = ["bach", "berg", "dorf", "feld", "hausen", "heim", "hofer", "mann", "stein", "wald", "müller", "brück"];

    private static readonly string[] EnglishEnds = ["brook", "bury", "combe", "dale", "field", "ford", "ham", "ington", "ley", "ton", "well", "wick"];

    private static readonly string[] FrenchTrades =
    [
        "Menuiserie", "Boulangerie", "Garage", "Transports", "Pharmacie", "Imprimerie", "Cabinet", "Ateliers", "Plomberie", "Hôtel", "Jardinerie",
        "Maçonnerie", "Traiteur", "Librairie", "Fromagerie", "Brasserie", "Serrurerie", "Électricité", "Scierie", "Carrosserie", "Laboratoire",
    ];

    private static readonly string[] GermanTrades = ["Maschinenbau", "Logistik", "Bäckerei", "Elektrotechnik", "Möbelwerk", "Druckhaus", "Gartenbau", "Metallbau"];

    private static readonly string[] EnglishTrades = ["Joinery", "Logistics", "Foods", "Engineering", "Interiors", "Packaging", "Trading", "Motors"];

    private static readonly string[] FirstNames =
    [
        "Adèle", "Antoine", "Aurore", "Basile", "Camille", "Céline", "Denis", "Éloïse", "Émile", "Florent", "Gaëlle", "Hélène", "Inès", "Jérôme",
        "Joël", "Léa", "Lucien", "Mathilde", "Maxence", "Noémie", "Odile", "Pascal", "Perrine", "Quentin", "Régis", "Sabine", "Solène", "Yann",
    ];

    /// <summary>A firm of a language with its legal form.</summary>
    public string Firm(string language) => language switch
    {
        "de" => $"{Word(GermanEnds)} {random.Pick(GermanTrades)} {random.Pick(["GmbH", "GmbH", "GmbH & Co. KG", "AG", "KG", "OHG"])}",
        "en" => random.Chance(40)
            ? $"{Word(EnglishEnds)} & {Word(EnglishEnds)} {random.Pick(["Ltd", "LLP", "Limited"])}"
            : $"{Word(EnglishEnds)} {random.Pick(EnglishTrades)} {random.Pick(["Ltd", "Ltd", "PLC", "Limited"])}",
        _ => French(Word(FrenchEnds)),
    };

    /// <summary>A firm of three letters.</summary>
    public string ThreeLetters() =>
        string.Concat(Enumerable.Range(0, 3).Select(_ => random.Pick("BCDFGHJKLMNPQRSTVXZ".ToCharArray()))) + random.Pick([" SA", " SAS", " GmbH", ""]);

    public string Person() => $"{random.Pick(FirstNames)} {Word(FrenchEnds)}";

    /// <summary>A firm of a group.</summary>
    public string Subsidiary(string group) =>
        $"{group} {random.Pick(["Immobilier", "Distribution", "Services", "Rhône-Alpes", "Nord", "Énergie", "Industrie"])} {random.Pick(["SAS", "SARL", "SCI"])}";

    public string Group() => $"Groupe {Word(FrenchEnds)}";

    /// <summary>Another person of the same family name.</summary>
    public string Relative(string person) => $"{random.Pick(FirstNames)} {person[(person.IndexOf(' ', StringComparison.Ordinal) + 1)..]}";

    /// <summary>Another firm that is easily taken for this one.</summary>
    public string Resembling(string name)
    {
        var words = name.Split(' ');
        var longest = words.Index().MaxBy(word => word.Item.Length).Index;
        return random.Below(4) switch
        {
            0 => $"{name} & Fils",
            1 when words.Length > 2 => string.Join(' ', words.Skip(1).Prepend(random.Pick(FrenchTrades))),
            2 => string.Join(' ', words.Select((word, i) => i == longest ? OneLetterElse(word) : word)),
            _ => string.Join(' ', words[..^1].Append(random.Pick(["SARL", "SAS", "SA", "EURL"]))),
        };
    }

    private string French(string core)
    {
        var form = random.Pick(["SARL", "SARL", "SAS", "SAS", "SASU", "EURL", "SA", "SNC", "SCI"]);
        return random.Below(5) switch
        {
            0 => $"{form} {core}",
            1 => $"{random.Pick(FrenchTrades)} {core} et Fils",
            2 => $"Ets {core} {form}",
            _ => $"{random.Pick(FrenchTrades)} {core} {form}",
        };
    }

    private string OneLetterElse(string word)
    {
        var at = random.Between(1, Math.Max(1, word.Length - 2));
        return string.Concat(word.AsSpan(0, at), random.Pick(["a", "e", "i", "o", "l", "r"]), word.AsSpan(Math.Min(at + 1, word.Length)));
    }

    private string Word(string[] ends) => random.Pick(Starts) + random.Pick(Middles) + random.Pick(ends);
}
