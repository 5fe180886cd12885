using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>The words by which columns and labels are known, in several languages, from <c>header-words.json</c>.</summary>
internal static class HeaderWords
{
    /// <summary>The least score of a cell that is the very word.</summary>
    public const int Exact = 100;

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Words = Load();

    /// <summary>
    /// How well a cell speaks of something: <see cref="Exact"/> or more for a word of it and nothing else, more for one
    /// that stands earlier in the list; less for a word among others, the longer the better; 0 for none.
    /// </summary>
    public static int Score(string cell, string what)
    {
        var plain = Plain(cell);
        var best = 0;
        foreach (var (index, word) in Words[what].Index())
        {
            if (plain == word)
                return Exact + Words[what].Length - index;
            if ($" {plain} ".Contains($" {word} ", StringComparison.Ordinal))
                best = Math.Max(best, word.Length);
        }

        return best;
    }

    /// <summary>Whether a cell is the very word of something.</summary>
    public static bool Is(string cell, string what) => Score(cell, what) >= Exact;

    /// <summary>
    /// A cell as the words are written: small letters without accents, blanks between words, currency codes and numbers
    /// left out; <c>ValutaDate</c> is two words.
    /// </summary>
    public static string Plain(string cell)
    {
        var plain = new StringBuilder();
        var last = ' ';
        foreach (var character in cell.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsUpper(character) && char.IsLower(last))
                plain.Append(' ');
            plain.Append(char.IsLetter(character) ? character : ' ');
            last = character;
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !IsCurrency(word));
        return string.Join(' ', words).ToLowerInvariant();
    }

    /// <summary>Whether a word is the code of a currency as files write it.</summary>
    public static bool IsCurrency(string word) => Currency.TryOf(word, out var currency) && currency.Code == word;

    private static FrozenDictionary<string, ImmutableArray<string>> Load()
    {
        using var stream = typeof(HeaderWords).Assembly.GetManifestResourceStream("csv-header-words.json")
            ?? throw new InvalidOperationException("The resource csv-header-words.json cannot be opened.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(
            property => property.Name, property => property.Value.EnumerateArray().Select(word => word.GetString() ?? "").ToImmutableArray(), StringComparer.Ordinal);
    }
}
