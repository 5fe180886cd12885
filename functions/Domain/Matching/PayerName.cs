using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching;

/// <summary>
/// A name as it is compared: significant words without letter case, accents, titles and legal form, so that
/// <c>SARL Éclair &amp; Fils</c> and <c>ECLAIR FILS</c> are one. The order of words does not matter.
/// </summary>
public sealed class PayerName
{
    // Banks cut names at 24 to 35 characters; a shorter beginning may be another name.
    private const int LeastCutLength = 18;

    private readonly string _glued;
    private readonly string _spaced;

    private PayerName(string written, ImmutableArray<string> words, string glued)
    {
        Written = written;
        Words = words;
        _glued = glued;
        _spaced = string.Join(' ', words);
        Key = words.Length < 2 ? _spaced : string.Join('.', words.Order(StringComparer.Ordinal));
        Letters = words.Sum(word => word.Length);
    }

    /// <summary>The name as it was given.</summary>
    public string Written { get; }

    /// <summary>Its significant words in plain capitals, in the order written, each once.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Its words in alphabetical order, joined by points: equal for names that say the same.</summary>
    public string Key { get; }

    /// <summary>True where there is no word in it.</summary>
    public bool IsEmpty => Words.IsEmpty;

    /// <summary>How many characters its words have together.</summary>
    internal int Letters { get; }

    /// <summary>Reads a name; null and a text without letters give the empty name.</summary>
    public static PayerName Of(string? name)
    {
        var all = JoinedInitials(WordsOf(name ?? ""));
        var named = all.Where(word => !NameWords.LegalForms.Contains(word)).ToList();
        var significant = named.Where(word => !NameWords.Small.Contains(word)).Distinct().ToImmutableArray();
        // A name that is nothing but small words ("La") is still a name.
        return new PayerName(name ?? "", significant.IsEmpty ? [.. all.Distinct()] : significant, string.Concat(named));
    }

    /// <summary>
    /// How alike two names are, from 0 to 100: 100 for the same words in any order, 95 where one is the beginning that a
    /// bank left of the other, below that by the letters that the words share. Nothing resembles the empty name.
    /// </summary>
    public int Similarity(PayerName other)
    {
        if (IsEmpty || other.IsEmpty)
            return 0;
        if (Key == other.Key || _glued == other._glued)
            return 100;
        if (IsCutOf(other) || other.IsCutOf(this))
            return 95;
        return Words.Length <= other.Words.Length ? WordSimilarity(this, other) : WordSimilarity(other, this);
    }

    /// <summary>How much of the name stands among the words of a free text, from 0 to 95.</summary>
    internal int SimilarityWithin(IReadOnlySet<string> text)
    {
        var found = Words.Where(text.Contains).Sum(word => word.Length);
        if (found < Letters)
            return Letters == 0 ? 0 : found * 85 / Letters;
        // One word in a text full of words may stand there by chance.
        return Words.Length > 1 && Letters >= 8 ? 95 : 70;
    }

    /// <inheritdoc/>
    public override string ToString() => _spaced;

    /// <summary>The words of a text in plain capitals, in order.</summary>
    internal static List<string> WordsOf(string text)
    {
        var plain = PlainText.Of(text);
        var words = new List<string>();
        var start = 0;
        for (var end = 0; end <= plain.Length; end++)
        {
            if (end < plain.Length && PlainText.IsWordCharacter(plain[end]))
                continue;
            if (end > start)
                words.Add(plain[start..end]);
            start = end + 1;
        }

        return words;
    }

    private bool IsCutOf(PayerName longer) =>
        _spaced.Length >= LeastCutLength && longer._spaced.Length > _spaced.Length
        && longer._spaced.StartsWith(_spaced, StringComparison.Ordinal);

    private static int WordSimilarity(PayerName few, PayerName many)
    {
        var used = 0L;
        var shared = 0;
        var whole = few.Words.Length > 1;
        foreach (var word in few.Words)
        {
            var (best, at) = BestPartner(few, word, many, used);
            shared += best;
            used |= at < 0 ? 0 : 1L << at;
            whole &= at >= 0 && many.Words[at] == word;
        }

        var likeness = Math.Min(94, 100 * shared / (few.Letters + many.Letters));
        return whole ? Math.Max(90, likeness) : likeness;
    }

    private static (int Shared, int At) BestPartner(PayerName few, string word, PayerName many, long used)
    {
        var best = (Shared: 0, At: -1);
        for (var i = 0; i < Math.Min(many.Words.Length, 63); i++)
        {
            var other = many.Words[i];
            if ((used >> i & 1) != 0)
                continue;
            var shared = few.MayEndIn(word, other) || many.MayEndIn(other, word) ? word.Length + other.Length : Shared(word, other);
            if (shared > best.Shared)
                best = (shared, i);
        }

        return best;
    }

    /// <summary>The last word of a name that was cut is the beginning of a word.</summary>
    private bool MayEndIn(string cut, string whole) =>
        Written.Length >= LeastCutLength && cut == Words[^1] && cut.Length >= 3
        && whole.Length > cut.Length && whole.StartsWith(cut, StringComparison.Ordinal);

    /// <summary>How many characters of two words together are accounted for by the other word.</summary>
    private static int Shared(string left, string right)
    {
        if (left == right)
            return left.Length + right.Length;
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (shorter.Length == 1)
            return longer[0] == shorter[0] ? 2 : 0;
        return shorter.Length >= 5 && OneOff.Are(shorter, longer) ? shorter.Length + longer.Length - 2 : 0;
    }

    /// <summary>Single letters that spell a legal form (S.A.R.L.) become that form.</summary>
    private static List<string> JoinedInitials(List<string> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            var end = start;
            while (end < words.Count && words[end].Length == 1)
                end++;
            var spelt = string.Concat(words.Skip(start).Take(end - start));
            if (end - start < 2 || !NameWords.LegalForms.Contains(spelt))
                continue;
            words.RemoveRange(start, end - start);
            words.Insert(start, spelt);
        }

        return words;
    }
}
