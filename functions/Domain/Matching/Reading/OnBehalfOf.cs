namespace Reconciliation.Domain.Matching.Reading;

/// <summary>Finds for whom a text says that it is paid: <c>POUR SARL DURAND</c>, <c>for Miller Ltd</c>, <c>fuer Meier GmbH</c>.</summary>
internal static class OnBehalfOf
{
    private const int MostWords = 8;
    private const int LeastLetters = 3;

    /// <summary>The name behind such a word, up to the end of the line or the next number; null for none.</summary>
    public static PayerName? In(ReferenceText text)
    {
        for (var atom = 0; atom < text.Atoms.Length - 1; atom++)
        {
            if (text[atom] is not ("POUR" or "FOR" or "FUER" or "FUR" or "OBO"))
                continue;
            var last = atom;
            while (last + 1 < text.Atoms.Length && last - atom < MostWords && !text.Atoms[last + 1].IsDigits && !text.Atoms[last + 1].StartsLine)
                last++;
            if (last > atom && PayerName.Of(text.Written(atom + 1, last)) is { Letters: >= LeastLetters } name)
                return name;
        }

        return null;
    }
}
