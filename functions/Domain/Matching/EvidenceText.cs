namespace Reconciliation.Domain.Matching;

/// <summary>Says a fact in words, one sentence a fact.</summary>
public static class EvidenceText
{
    /// <summary>The sentence of a fact.</summary>
    /// <param name="evidence">The fact.</param>
    /// <param name="language">ISO 639 two-letter code: <c>fr</c> for French; anything else gives English.</param>
    public static string Say(Evidence evidence, string language)
    {
        var values = new Values(evidence);
        return language == "fr" ? EvidenceSentences.French(evidence.Kind, values) : EvidenceSentences.English(evidence.Kind, values);
    }

    /// <summary>The values of a fact by place; a missing one is a dash.</summary>
    internal readonly struct Values(Evidence evidence)
    {
        public string this[int place] => place < evidence.Values.Length && evidence.Values[place].Length > 0 ? evidence.Values[place] : "-";
    }
}
