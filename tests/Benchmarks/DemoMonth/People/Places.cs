using System.Collections.Immutable;

namespace Reconciliation.Benchmarks.DemoMonth.People;

/// <summary>A town with its post code; contact rules and the courts depend on it.</summary>
internal readonly record struct Place(string Postcode, string City, string PhonePrefix);

/// <summary>
/// Towns of the debtors. Telephone prefixes are the blocks that the French regulator keeps for works of fiction.
/// </summary>
internal static class Places
{
    private const string Paris = "01 99 00";
    private const string West = "02 61 91";
    private const string East = "03 53 01";
    private const string SouthEast = "04 65 71";
    private const string SouthWest = "05 36 49";

    /// <summary>The block for mobile telephones.</summary>
    public const string Mobile = "06 39 98";

    /// <summary>Metropolitan France outside Alsace-Moselle.</summary>
    public static ImmutableArray<Place> Mainland { get; } =
    [
        new("75011", "Paris", Paris), new("92100", "Boulogne-Billancourt", Paris), new("93200", "Saint-Denis", Paris),
        new("77000", "Melun", Paris), new("91000", "Évry-Courcouronnes", Paris), new("44000", "Nantes", West),
        new("35000", "Rennes", West), new("29200", "Brest", West), new("76000", "Rouen", West), new("14000", "Caen", West),
        new("49000", "Angers", West), new("45000", "Orléans", West), new("72000", "Le Mans", West), new("59000", "Lille", East),
        new("62000", "Arras", East), new("80000", "Amiens", East), new("51100", "Reims", East), new("54000", "Nancy", East),
        new("21000", "Dijon", East), new("25000", "Besançon", East), new("69003", "Lyon", SouthEast),
        new("38000", "Grenoble", SouthEast), new("42000", "Saint-Étienne", SouthEast), new("63000", "Clermont-Ferrand", SouthEast),
        new("13006", "Marseille", SouthEast), new("06000", "Nice", SouthEast), new("34000", "Montpellier", SouthEast),
        new("83000", "Toulon", SouthEast), new("20000", "Ajaccio", SouthEast), new("31000", "Toulouse", SouthWest),
        new("33000", "Bordeaux", SouthWest), new("64000", "Pau", SouthWest), new("87000", "Limoges", SouthWest),
        new("86000", "Poitiers", SouthWest), new("17000", "La Rochelle", SouthWest), new("47000", "Agen", SouthWest),
    ];

    /// <summary>Bas-Rhin, Haut-Rhin and Moselle, where local law has further holidays and court rules.</summary>
    public static ImmutableArray<Place> AlsaceMoselle { get; } =
    [
        new("67000", "Strasbourg", East), new("67600", "Sélestat", East), new("68000", "Colmar", East),
        new("68100", "Mulhouse", East), new("57000", "Metz", East), new("57200", "Sarreguemines", East),
    ];

    /// <summary>Overseas departments: other hours, other holidays.</summary>
    public static ImmutableArray<Place> Overseas { get; } =
    [
        new("97110", "Pointe-à-Pitre", Mobile), new("97200", "Fort-de-France", Mobile), new("97300", "Cayenne", Mobile),
        new("97400", "Saint-Denis", Mobile),
    ];

    /// <summary>Streets that every town has.</summary>
    public static ImmutableArray<string> Streets { get; } =
    [
        "rue des Tilleuls", "avenue de la Gare", "rue du Moulin", "place du Marché", "rue des Lilas", "chemin des Vignes",
        "boulevard des Remparts", "rue de la Fontaine", "impasse des Érables", "zone artisanale des Prés", "quai des Tanneurs",
        "rue du Vieux-Puits", "allée des Acacias", "route de la Forêt",
    ];
}
