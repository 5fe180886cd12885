using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Chance;

namespace Reconciliation.Benchmarks.DemoMonth.People;

/// <summary>Names of firms, and what banks make of them.</summary>
internal sealed class Firms(DeterministicRandom random, InventedWords words)
{
    private static readonly string[] Trades =
    [
        "Menuiserie", "Boulangerie", "Garage", "Transports", "Pharmacie", "Imprimerie", "Cabinet", "Ateliers", "Plomberie",
        "Hôtel", "Jardinerie", "Maçonnerie", "Traiteur", "Librairie", "Fromagerie", "Brasserie", "Serrurerie", "Électricité",
        "Optique", "Clinique vétérinaire", "Scierie", "Carrosserie", "Couverture", "Bureau d'études", "Auto-école", "Laboratoire",
    ];

    private static readonly string[] Forms = ["SARL", "SARL", "SAS", "SAS", "SAS", "SASU", "EURL", "SA", "SNC", "SCOP"];

    private static readonly string[] SupplierTrades =
    [
        "Papeteries", "Mobilier", "Logistique", "Câbles", "Emballages", "Nettoyage", "Outillage", "Informatique", "Énergie", "Télécoms",
    ];

    /// <summary>Debtors abroad: name, country, language, address, post code, town.</summary>
    public static ImmutableArray<(string Name, string Country, string Language, string Address, string Postcode, string City)> Abroad { get; } =
    [
        ("Harwick & Pellbrook Ltd", "GB", "en", "12 Mill Lane", "YO1 9ZZ", "York"),
        ("Tessingham Tools Ltd", "GB", "en", "3 Canal Street", "LS1 9ZZ", "Leeds"),
        ("Ballynore Joinery Ltd", "IE", "en", "8 Harbour Road", "T12 0ZZ", "Cork"),
        ("Werkhaus Lindental GmbH", "DE", "en", "Mühlweg 5", "79098", "Freiburg im Breisgau"),
        ("Atelier Vandorsel SRL", "BE", "fr", "rue du Canal 21", "4000", "Liège"),
        ("Lorvental Services Sàrl", "LU", "fr", "7 rue des Bains", "1212", "Luxembourg"),
    ];

    /// <summary>A firm of France.</summary>
    public string Business() => $"{random.Pick(Trades)} {words.Place()} {random.Pick(Forms)}";

    /// <summary>A firm that the creditor buys from.</summary>
    public string Supplier() => $"{random.Pick(SupplierTrades)} {words.Place()}";

    /// <summary>A firm that holds others.</summary>
    public string Holding() => $"Groupe {words.Place()} Holding";

    /// <summary>What a bank writes for a firm: capitals, at times the form first, or none.</summary>
    public string AsPayer(string name)
    {
        var form = name[(name.LastIndexOf(' ') + 1)..];
        var core = name[..name.LastIndexOf(' ')];
        return random.Below(10) switch
        {
            < 4 => name.ToUpperInvariant(),
            < 6 => $"{form} {core}".ToUpperInvariant(),
            < 8 => core.ToUpperInvariant(),
            < 9 => name,
            _ => $"STE {core}".ToUpperInvariant(),
        };
    }
}
