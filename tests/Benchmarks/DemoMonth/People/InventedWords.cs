using Reconciliation.Benchmarks.DemoMonth.Chance;

namespace Reconciliation.Benchmarks.DemoMonth.People;

/// <summary>Makes names out of syllables, each once: they sound French and belong to nobody.</summary>
internal sealed class InventedWords(DeterministicRandom random)
{
    private static readonly string[] Starts =
        ["Bro", "Cal", "Dor", "Fau", "Gra", "Lor", "Mar", "Nan", "Pel", "Rou", "Sau", "Tal", "Val", "Ver", "Vil", "Arve", "Bel", "Cha", "Des", "Ker"];

    private static readonly string[] Middles = ["ba", "de", "li", "mo", "ra", "ri", "san", "te", "ve", "vi"];

    private static readonly string[] PlaceEnds =
        ["court", "dion", "gnac", "lieu", "mont", "nelle", "ssac", "rins", "thal", "vert", "zeuil", "quières"];

    private static readonly string[] SurnameEnds = ["vard", "lin", "nelle", "gnot", "reau", "tier", "doux", "lac", "blin", "sset", "guet", "zier"];

    private static readonly string[] FirstNames =
    [
        "Adèle", "Antoine", "Aurore", "Basile", "Camille", "Céline", "Denis", "Éloïse", "Émile", "Florent", "Gaëlle", "Hélène",
        "Inès", "Jérôme", "Joël", "Léa", "Lucien", "Mathilde", "Maxence", "Noémie", "Odile", "Pascal", "Perrine", "Quentin",
        "Régis", "Sabine", "Solène", "Thibault", "Ursule", "Valère", "Yann", "Zoé",
    ];

    private readonly HashSet<string> _used = [];

    /// <summary>A name such as a place or a firm has.</summary>
    public string Place() => Once(() => random.Pick(Starts) + random.Pick(Middles) + random.Pick(PlaceEnds));

    /// <summary>A family name.</summary>
    public string Surname() => Once(() => random.Pick(Starts) + random.Pick(Middles) + random.Pick(SurnameEnds));

    /// <summary>A first name.</summary>
    public string FirstName() => random.Pick(FirstNames);

    private string Once(Func<string> make)
    {
        while (true)
        {
            var word = make();
            if (_used.Add(word))
                return word;
        }
    }
}
