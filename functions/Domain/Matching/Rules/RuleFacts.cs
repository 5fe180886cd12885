using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Reading;
using Reconciliation.Domain.Matching.Weighing;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>What a payment shows, as the conditions of rules compare it.</summary>
internal sealed class RuleFacts
{
    private const int LongestText = 4000;

    private readonly (OpenItems Open, PaymentHistory History)? _known;
    private readonly Lazy<IReadOnlySet<DebtorClue>?> _foundBy;
    private Naming? _naming;
    private Payer? _payer;
    private string? _text;

    private RuleFacts(Payment payment, (OpenItems Open, PaymentHistory History)? known)
    {
        Payment = payment;
        Clues = Clues.Of(payment);
        _known = known;
        _foundBy = new(() => Naming is { } naming && Payer is { } payer ? ByWhat(naming, payer) : null);
    }

    public Payment Payment { get; }

    public Clues Clues { get; }

    /// <summary>What the payment names; null where what is open is not known.</summary>
    public Naming? Naming => _known is { } known ? _naming ??= Naming.Of(Clues, known.Open) : null;

    /// <summary>Who pays; null where what is open is not known.</summary>
    public Payer? Payer => _known is { } known ? _payer ??= Payer.Of(Clues, known.Open, known.History) : null;

    /// <summary>Everything that payer and bank wrote in plain capitals, with single blanks, cut after 4,000 characters.</summary>
    public string Text => _text ??= TextOf(Payment.Entry);

    /// <summary>By what a debtor is found; null where what is open is not known.</summary>
    public IReadOnlySet<DebtorClue>? FoundBy => _foundBy.Value;

    /// <summary>What the payment shows by itself.</summary>
    public static RuleFacts Of(Payment payment) => new(payment, null);

    /// <summary>What the payment shows beside what is open and known from before.</summary>
    public static RuleFacts Of(Payment payment, OpenItems open, PaymentHistory history) => new(payment, (open, history));

    /// <summary>A text as it is compared: plain capitals with single blanks.</summary>
    public static string Plain(string text) =>
        string.Join(' ', PlainText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string TextOf(StatementEntry entry)
    {
        var texts = entry.Details.SelectMany(detail => detail.CreditorReferences
            .Concat(detail.ReferredDocuments.Select(document => document.Number))
            .Append(detail.References.EndToEndId ?? "").Concat(detail.Remittance));
        var plain = Plain(string.Join(' ', texts.Append(entry.BankText ?? "")));
        return plain.Length <= LongestText ? plain : plain[..LongestText];
    }

    private static HashSet<DebtorClue> ByWhat(Naming naming, Payer payer)
    {
        var found = new HashSet<DebtorClue>();
        if (naming.HasStrong)
            found.Add(DebtorClue.Number);
        var facts = payer.Accounts.SelectMany(account => payer.Fit(account).Facts).Select(fact => fact.Evidence.Kind);
        found.UnionWith(facts.Select(ClueOf).OfType<DebtorClue>());
        if (found.Count == 0)
            found.Add(DebtorClue.Nothing);
        return found;
    }

    private static DebtorClue? ClueOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.AccountKnown or EvidenceKind.AccountLearnt => DebtorClue.Account,
        EvidenceKind.NameEqual or EvidenceKind.NameLearnt => DebtorClue.Name,
        EvidenceKind.CustomerNumberFound => DebtorClue.CustomerNumber,
        _ => null,
    };
}

/// <summary>By what the matcher finds a debtor.</summary>
internal enum DebtorClue
{
    /// <summary>The number or reference of a receivable beyond reasonable doubt.</summary>
    Number,

    /// <summary>The payer's account, known or learnt.</summary>
    Account,

    /// <summary>The payer's name, equal or learnt.</summary>
    Name,

    /// <summary>The customer number.</summary>
    CustomerNumber,

    /// <summary>None of these.</summary>
    Nothing,
}
