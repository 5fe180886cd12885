using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Reconciliation.Domain.Recovery;

/// <summary>
/// Words that a text to a debtor may not hold. Amicable recovery has no enforceable title: a text that looks like an
/// act of justice is an offence (C. pén. 433-13), one that threatens what cannot lawfully follow an aggressive practice
/// (C. conso. L121-6), and costs stay with the creditor (CPCE L111-8).
/// </summary>
internal static class WordRules
{
    private const string Force = "C. pén. 433-13, C. conso. L121-6";
    private const string File = "C. conso. L121-6";
    private const string Costs = "CPCE L111-8";

    private static readonly ImmutableArray<Word> ForbiddenWords =
    [
        .. Words(Force,
            "huissier", "huissiers", "commissaire de justice", "commissaires de justice", "saisie", "saisies",
            "tribunal", "tribunaux", "sommation", "sommations", "commandement", "commandements", "titre exécutoire",
            "force publique", "avant poursuites", "poursuites judiciaires", "pénal", "pénale", "plainte", "expulsion",
            "greffe", "procureur", "République française", "bailiff", "bailiffs", "court order", "seizure", "seize",
            "garnishment", "summons", "writ", "prosecution", "criminal"),
        .. Words(File,
            "fichage", "fichages", "Banque de France", "FICP", "liste noire", "blacklist", "blacklisted", "credit bureau"),
        .. Words(Costs,
            "frais de dossier", "frais de relance", "frais de l'acte", "honoraires", "dommages et intérêts",
            "dommages-intérêts", "collection fee", "collection fees", "reminder fee", "reminder fees"),
    ];

    private static readonly ImmutableArray<Word> BusinessOnlyWords = Words("C. com. L441-10",
        "L441-10", "L. 441-10", "D441-5", "D. 441-5", "indemnité forfaitaire", "40 €", "40,00 €", "40 euros", "40 EUR",
        "€40", "EUR 40", "frais de recouvrement", "pénalités de retard", "recovery costs", "late payment penalties", "fixed compensation");

    private static readonly ImmutableArray<Word> DebtWords = Words("RGPD art. 5",
        "impayé", "impayée", "impayés", "impayées", "relance", "rappel", "dette", "dettes", "créance", "créances",
        "mise en demeure", "retard", "échu", "échue", "échus", "échues", "échéance dépassée", "recouvrement",
        "en souffrance", "solde dû", "overdue", "past due", "unpaid", "debt", "debts", "arrears", "late", "reminder",
        "formal notice", "final notice", "collection", "outstanding", "payment due");

    public static IEnumerable<Word> Forbidden(TextPart part) => Found(part, ForbiddenWords);

    public static string? BusinessOnly(TextPart part) => Found(part, BusinessOnlyWords).Select(word => word.Words).FirstOrDefault();

    public static string? ShowsDebt(TextPart part) => Found(part, DebtWords).Select(word => word.Words).FirstOrDefault();

    private static IEnumerable<Word> Found(TextPart part, ImmutableArray<Word> words)
    {
        var text = Folded(string.Concat(part.Pieces.Select(piece => piece.Placeholder is null ? piece.Words : " ")));
        return words.Where(word => text.Contains(word.Folded, StringComparison.Ordinal));
    }

    private static ImmutableArray<Word> Words(string basis, params string[] words) =>
        [.. words.Select(word => new Word(word, Folded(word), basis))];

    /// <summary>Words in small letters without accents, one blank around each; invisible characters hide nothing.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(" ");
        foreach (var character in text)
        {
            var letter = Fold(char.ToLowerInvariant(character));
            if (char.IsLetterOrDigit(character))
                folded.Append(letter);
            else if (character == '€')
                folded.Append(Separated(folded) ? "€ " : " € ");
            else if (!IsInvisible(character) && !Separated(folded))
                folded.Append(' ');
        }

        return Separated(folded) ? folded.ToString() : folded.Append(' ').ToString();
    }

    private static bool Separated(StringBuilder text) => text[^1] == ' ';

    private static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    private static string Fold(char letter) => letter switch
    {
        'à' or 'â' or 'ä' or 'á' => "a",
        'ç' => "c",
        'é' or 'è' or 'ê' or 'ë' => "e",
        'î' or 'ï' or 'í' => "i",
        'ô' or 'ö' or 'ó' => "o",
        'ù' or 'û' or 'ü' or 'ú' => "u",
        'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        _ => letter.ToString(),
    };

    /// <summary>A word or phrase that is looked for.</summary>
    /// <param name="Words">As people write it.</param>
    /// <param name="Folded">As it is compared.</param>
    /// <param name="Basis">The article that speaks against it.</param>
    internal readonly record struct Word(string Words, string Folded, string Basis);
}
