using System.Text;
using Reconciliation.Chaos.Statements;
using static System.FormattableString;

namespace Reconciliation.Chaos.Scenarios;

/// <summary>
/// The papers of a made-up creditor with three banks, which write three formats. Files that arrive together concern
/// different debtors, so that the order in which they are taken up decides nothing.
/// </summary>
internal static class Books
{
    public const string Atlantide = "FR7699101004170002041530753";
    public const string Boreal = "FR7699202006710000778812015";
    public const string Ceres = "FR6899303000690451200Z01859";

    private const int Debtors = 14;

    private static readonly string[] Names =
    [
        "GARAGE BELRAZEUIL", "ELECTRICITE DESTEVERT", "MENUISERIE CHARADOUX", "FAUVETIER PAYSAGE", "LIBRAIRIE ONDREVAL",
        "BOULANGERIE TRAMIEUX", "IMPRIMERIE SOLVADIN", "TRANSPORTS GRELUCHET", "ATELIER MOUSTIERE", "PHARMACIE VALCRIN",
        "PHARMACIE VALCRIN", "SERRURERIE BOUVALON", "CLINIQUE DES TREMIERES", "MAIRIE DE FONCLAIRE",
    ];

    /// <summary>Two invoices a debtor, the first overdue when the course begins.</summary>
    public static string Receivables
    {
        get
        {
            var csv = new StringBuilder("number,debtor_id,debtor_name,debtor_kind,issue_date,due_date,amount,currency,email,address,postcode,city\n");
            for (var debtor = 1; debtor <= Debtors; debtor++)
            {
                csv.Append(Row(Overdue(debtor), debtor, "2026-07-24", "2026-08-24", OverdueCents(debtor)));
                csv.Append(Row(Later(debtor), debtor, "2026-08-10", "2026-09-10", LaterCents(debtor)));
            }

            return csv.ToString();
        }
    }

    /// <summary>Terms of one of the invoices.</summary>
    public static string Instalments => Invariant(
        $"receivable,sequence,due_date,amount\n{Later(3)},1,2026-09-10,{Text(LaterCents(3) - 60000)}\n{Later(3)},2,2026-10-10,300.00\n{Later(3)},3,2026-11-10,300.00\n");

    private static BankDay AtlantideFirst => new(
        101, Day(8, 31), 1_000_000,
        [
            new(OverdueCents(1), Names[0], $"FACTURE {Overdue(1)}"),
            new(OverdueCents(2) - 20000, Names[1], $"ACOMPTE {Overdue(2)}"),
            new(LaterCents(3) - 60000, Names[2], $"ECHEANCE 1 {Later(3)}"),
            .. Strangers(1, 3),
            .. Suppliers(1, 2),
        ]);

    private static BankDay BorealFirst => new(
        51, Day(8, 31), 2_000_000,
        [
            new(OverdueCents(5), Names[4], Overdue(5)),
            new(OverdueCents(6) + 1000, Names[5], Overdue(6)),
            new(OverdueCents(7), Names[6], "REGLEMENT"),
            .. Strangers(2, 3),
            .. Suppliers(2, 2),
        ]);

    private static BankDay CeresFirst => new(
        11, Day(8, 31), 3_000_000,
        [
            new(OverdueCents(9), Names[8], $"FACTURE {Overdue(9)}"),
            new(OverdueCents(10), Names[9], "REGLEMENT"),
            .. Strangers(3, 3),
            .. Suppliers(3, 2),
        ]);

    private static BankDay BorealSecond => new(
        52, Day(9, 1), BorealFirst.Closing,
        [new(LaterCents(5), Names[4], Later(5)), new(LaterCents(6), Names[5], Later(6)), .. Strangers(4, 3), .. Suppliers(4, 2)]);

    private static BankDay CeresSecond => new(
        12, Day(9, 1), CeresFirst.Closing,
        [new(OverdueCents(12), Names[11], $"FACTURE {Overdue(12)}"), .. Strangers(5, 3), .. Suppliers(5, 2)]);

    private static BankDay AtlantideSecond => new(
        102, Day(9, 2), AtlantideFirst.Closing,
        [
            new(OverdueCents(1), Names[0], $"FACTURE {Overdue(1)}"), // Paid a second time.
            new(LaterCents(2), Names[1], $"FACTURE {Later(2)}"),
            new(4250, "MARCHE DU QUAI", "COMMANDE WEB"), // Twins: two orders of one day.
            new(4250, "MARCHE DU QUAI", "COMMANDE WEB"),
            .. Strangers(6, 2),
        ]);

    private static BankDay AtlantideThird => new(
        103, Day(9, 15), AtlantideSecond.Closing,
        [
            new(-LaterCents(2), Names[1], $"IMPAYE {Later(2)}", "AM04"),
            new(20000, Names[1], $"SOLDE {Overdue(2)}"),
            new(LaterCents(4), Names[3], $"FACTURE {Later(4)}"),
            .. Strangers(7, 3),
            .. Suppliers(7, 3),
        ]);

    private static BankDay BorealThird => new(
        53, Day(9, 15), BorealSecond.Closing,
        [new(OverdueCents(8), Names[7], Overdue(8)), new(LaterCents(7), Names[6], Later(7)), .. Strangers(8, 3), .. Suppliers(8, 3)], Misstated: 900);

    private static BankDay CeresThird => new(
        13, Day(9, 15), CeresSecond.Closing,
        [new(LaterCents(9), Names[8], $"FACTURE {Later(9)}"), new(LaterCents(12) / 2, Names[11], $"FACTURE {Later(12)}"), .. Strangers(9, 3), .. Suppliers(9, 3)]);

    /// <summary>The files of the first morning.</summary>
    public static (string Name, string Content)[] FirstMorning =>
    [
        ("atlantide-0831.xml", CamtText.Of(Atlantide, AtlantideFirst)),
        ("boreal-0831.sta", Mt940Text.Of(Boreal, BorealFirst)),
        ("ceres-0831.txt", OfCeres(CeresFirst)),
    ];

    /// <summary>The same content under another name, a file that holds days known already, and one that does not add up.</summary>
    public static (string Name, string Content)[] SecondMorning =>
    [
        ("atlantide-0831 copie.xml", CamtText.Of(Atlantide, AtlantideFirst)),
        ("boreal-0901.sta", Mt940Text.Of(Boreal, BorealFirst, BorealSecond)),
        ("ceres-0901.txt", OfCeres(CeresSecond with { Misstated = 10 })),
    ];

    /// <summary>What did not add up, put right, under the name that it had.</summary>
    public static (string Name, string Content)[] ThirdMorning =>
    [
        ("ceres-0901.txt", OfCeres(CeresSecond)),
        ("atlantide-0902.xml", CamtText.Of(Atlantide, AtlantideSecond)),
    ];

    /// <summary>Two weeks later; one of the files does not add up, and a person lets it in.</summary>
    public static (string Name, string Content)[] LastMorning =>
    [
        ("atlantide-0915.xml", CamtText.Of(Atlantide, AtlantideThird)),
        ("boreal-0915.sta", Mt940Text.Of(Boreal, BorealThird)),
        ("ceres-0915.txt", OfCeres(CeresThird)),
    ];

    /// <summary>The name of the file that a person lets in.</summary>
    public const string Released = "boreal-0915.sta";

    /// <summary>The number of a debtor's first invoice.</summary>
    public static string Overdue(int debtor) => Invariant($"FA-26{debtor:00}7");

    /// <summary>The number of a debtor's second invoice.</summary>
    public static string Later(int debtor) => Invariant($"FA-26{debtor:00}8");

    public static string DebtorId(int debtor) => Invariant($"D{debtor:000}");

    // The tenth and the eleventh are two of one name who owe the same.
    public static long OverdueCents(int debtor) => debtor is 10 or 11 ? 77777 : 31013 + (debtor * 12007);

    private static long LaterCents(int debtor) => 90519 + (debtor * 10303);

    private static string OfCeres(params BankDay[] days) => Cfonb120Text.Of("99303", "00069", "0451200Z018", days);

    private static IEnumerable<BookedLine> Strangers(int series, int count) =>
        Enumerable.Range(1, count).Select(n => new BookedLine((series * 1171) + (n * 137), Invariant($"CLIENT WEB {series}{n}"), Invariant($"COMMANDE W{series}0{n}")));

    private static IEnumerable<BookedLine> Suppliers(int series, int count) =>
        Enumerable.Range(1, count).Select(n => new BookedLine(-(series * 2039) - (n * 173), Invariant($"FOURNISSEUR {series}{n}"), Invariant($"V REF {series}9{n}")));

    private static string Row(string number, int debtor, string issued, string due, long cents) => Invariant(
        $"{number},{DebtorId(debtor)},{Names[debtor - 1]},{(debtor == 14 ? "public" : "business")},{issued},{due},{Text(cents)},EUR,")
        + Invariant($"{(debtor % 4 == 0 ? "" : $"compta{debtor}@debiteur.example")},{debtor} rue des Exemples,69002,Lyon\n");

    private static string Text(long cents) => Invariant($"{cents / 100}.{cents % 100:00}");

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
