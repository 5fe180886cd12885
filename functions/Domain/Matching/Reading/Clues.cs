using System.Collections.Immutable;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Matching.Reading;

/// <summary>What a payment shows: everything that may say who paid what, read once.</summary>
internal sealed class Clues
{
    private Clues(Payment payment, ImmutableArray<ReferenceText> texts)
    {
        Payment = payment;
        Texts = texts;
        Numbers = NumberMentions.Of(texts, payment.BookedOn);
        CreditorReferences = CreditorReferencesIn(texts);
        var parties = payment.Entry.Details.SelectMany(d => (Party[])[d.Counterparty, d.UltimateCounterparty]).ToList();
        PayerAccounts = [.. parties.Select(p => AccountKey(p.Account)).OfType<string>().Distinct()];
        OnBehalf = [.. texts.Where(text => !text.IsCorrected).Select(OnBehalfOf.In).OfType<PayerName>()];
        PayerNames = [.. parties.Select(p => p.Name).Distinct().Select(PayerName.Of).Where(name => !name.IsEmpty), .. OnBehalf];
        Words = WordsIn(texts);
        ReferenceKeys = [.. IndexKeys.OfReferences(this)];
    }

    /// <summary>The payment.</summary>
    public Payment Payment { get; }

    /// <summary>Its amount in minor units, signed.</summary>
    public long Amount => Payment.Amount.MinorUnits;

    /// <summary>Its currency.</summary>
    public Currency Currency => Payment.Amount.Currency;

    /// <summary>The texts in which references stand, the most formal first.</summary>
    public ImmutableArray<ReferenceText> Texts { get; }

    /// <summary>Rows of digits in the texts.</summary>
    public NumberMentions Numbers { get; }

    /// <summary>ISO 11649 references with right check digits, wherever they stand.</summary>
    public ImmutableArray<(string Reference, AtomRange Range)> CreditorReferences { get; }

    /// <summary>The keys of the payer's accounts.</summary>
    public ImmutableArray<string> PayerAccounts { get; }

    /// <summary>The names that the bank gives for the payer and for whom it pays.</summary>
    public ImmutableArray<PayerName> PayerNames { get; }

    /// <summary>The names for which the text says that it is paid; they are among <see cref="PayerNames"/>, behind those of the bank.</summary>
    public ImmutableArray<PayerName> OnBehalf { get; }

    /// <summary>The words of the texts that may be names.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>The keys of every reference in the texts.</summary>
    public ImmutableArray<IndexKey> ReferenceKeys { get; }

    /// <summary>What the bank says that it kept, in minor units; null where it does not say.</summary>
    public long? StatedCharges => Payment.Entry.Charges is { IsPositive: true } charges && charges.Currency == Currency ? charges.MinorUnits : null;

    /// <summary>The payment crossed the border of the euro payments area, where banks on the way keep their charges.</summary>
    public bool IsInternational =>
        Payment.Entry.Code is { CodeOperationInterbancaire: "45" } || Payment.Entry.Code.Domain?.EndsWith("/XBCT", StringComparison.Ordinal) == true;

    /// <summary>Reads a payment.</summary>
    public static Clues Of(Payment payment)
    {
        var texts = TextsOf(payment.Entry).Select(ReferenceText.Of).ToList();
        return new Clues(payment, [.. texts, .. texts.Select(text => text.Corrected()).OfType<ReferenceText>()]);
    }

    /// <summary>The key of an account as a bank writes it; null where there is none worth comparing.</summary>
    public static string? AccountKey(string? account) =>
        account is not null && BankAccountId.FromText(account).Value is { Length: >= 6 } key ? key : null;

    private static IEnumerable<string> TextsOf(StatementEntry entry)
    {
        foreach (var detail in entry.Details)
        {
            foreach (var reference in detail.CreditorReferences)
                yield return reference;
            foreach (var document in detail.ReferredDocuments)
                yield return document.Number;
            if (detail.References.EndToEndId is { } endToEndId)
                yield return endToEndId;
            if (!detail.Remittance.IsEmpty)
                yield return string.Join(ReferenceText.LineBreak, detail.Remittance);
        }

        if (entry.BankText is { } bankText)
            yield return bankText;
    }

    private static ImmutableArray<(string, AtomRange)> CreditorReferencesIn(ImmutableArray<ReferenceText> texts)
    {
        var found = new List<(string, AtomRange)>();
        for (var place = 0; place < texts.Length; place++)
        {
            for (var first = 0; first < texts[place].Atoms.Length; first++)
            {
                if (texts[place][first].EndsWith("RF"))
                    found.AddRange(ReferencesFrom(texts[place], place, first));
            }
        }

        return [.. found];
    }

    /// <summary>A reference printed in groups may end with any of them: every end whose check digits are right counts.</summary>
    private static IEnumerable<(string, AtomRange)> ReferencesFrom(ReferenceText text, int place, int first)
    {
        var start = text.Atoms[first].End - 2;
        for (var last = first + 1; last < text.Atoms.Length && text.Atoms[last].End - start <= 25; last++)
        {
            if (CreditorReference.TryParse(text.Compact[start..text.Atoms[last].End], out var reference))
                yield return (reference.Value, new AtomRange(place, first, last));
        }
    }

    private static HashSet<string> WordsIn(ImmutableArray<ReferenceText> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            for (var atom = 0; atom < text.Atoms.Length; atom++)
            {
                if (!text.Atoms[atom].IsDigits && text.Atoms[atom].Length > 2)
                    words.Add(text[atom].ToString());
            }
        }

        words.ExceptWith(NameWords.OfTransfers);
        words.ExceptWith(NameWords.Small);
        words.ExceptWith(NameWords.LegalForms);
        return words;
    }
}
