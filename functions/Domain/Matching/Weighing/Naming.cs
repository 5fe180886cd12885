using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>The documents that a payment names, whoever owes them.</summary>
internal sealed class Naming
{
    // A key under which more stands is a common number and names nothing.
    private const int MostUnderKey = 64;
    private const int LeastUnknown = 3;

    private readonly Dictionary<OpenDocument, Mention> _byDocument = [];

    /// <summary>The documents named, with how.</summary>
    public IReadOnlyDictionary<OpenDocument, Mention> All => _byDocument;

    /// <summary>True where a document is named beyond reasonable doubt.</summary>
    public bool HasStrong => _byDocument.Values.Any(mention => mention.IsStrong);

    /// <summary>Looks up what the payment names.</summary>
    public static Naming Of(Clues clues, OpenItems open)
    {
        var naming = new Naming();
        foreach (var key in clues.ReferenceKeys)
        {
            if (open.DocumentsWith(key) is not { Count: <= MostUnderKey } documents)
                continue;
            foreach (var document in documents)
            {
                if (!naming._byDocument.ContainsKey(document) && Mentions.Of(clues, document) is { } mention)
                    naming._byDocument.Add(document, mention);
            }
        }

        naming.KeepLongestReading();
        return naming;
    }

    /// <summary>How the payment names a document, found by its number or, beside other facts, by one slip away from it.</summary>
    public Mention? Of(OpenDocument document) => _byDocument.GetValueOrDefault(document);

    /// <summary>A document of another account that the payment names in so many words; null for none.</summary>
    public OpenDocument? Elsewhere(OpenAccount account) =>
        _byDocument.Where(named => named.Value.IsExact && named.Key.Account != account).Select(named => named.Key)
            .OrderBy(document => document.Parts[0].Position).FirstOrDefault();

    /// <summary>
    /// A number in the payment, as it is written, that names nothing, or the beginning of one at the end of a text; null
    /// for none. Who pays more than what is named may have named more than was found.
    /// </summary>
    /// <param name="clues">The payment.</param>
    /// <param name="account">The account whose documents, open or paid, the numbers are held against.</param>
    public string? Unknown(Clues clues, OpenAccount account)
    {
        var known = account.Documents.Select(Of).OfType<Mention>().Where(mention => mention.IsStrong).Select(mention => mention.Range).ToList();
        for (var place = 0; place < clues.Texts.Length; place++)
        {
            var text = clues.Texts[place];
            var figures = Figures.In(text);
            for (var atom = 0; atom < text.Atoms.Length && !text.IsCorrected; atom++)
            {
                var isNumber = text.Atoms[atom].IsDigits && !figures[atom] && (text.Atoms[atom].Length >= LeastUnknown || atom == text.Atoms.Length - 1);
                var here = new AtomRange(place, atom, atom);
                if (isNumber && !known.Any(range => range.Overlaps(here)))
                    return text[atom].ToString();
            }
        }

        return null;
    }

    /// <summary>A document that a number in the payment names; null for none.</summary>
    public OpenDocument? NamedBy(NumberMention number) =>
        _byDocument.Where(named => named.Value.Range.Overlaps(number.Range)).Select(named => named.Key)
            .OrderBy(document => document.Parts[0].Position).FirstOrDefault();

    /// <summary>
    /// A number names one document: where "FAC-2026-00123" is one's number, its "00123" does not name another.
    /// </summary>
    private void KeepLongestReading()
    {
        if (_byDocument.Count < 2)
            return;
        var claims = _byDocument.Values.ToList();
        foreach (var (document, mention) in _byDocument.ToList())
        {
            if (claims.Any(claim => claim.Range.Overlaps(mention.Range) && Outranks(claim, mention)))
                _byDocument.Remove(document);
        }
    }

    private static bool Outranks(Mention claim, Mention mention) =>
        claim.Points > mention.Points && (Length(claim) > Length(mention) || claim.Kind < mention.Kind);

    private static int Length(Mention mention) => mention.Range.Last - mention.Range.First;
}
