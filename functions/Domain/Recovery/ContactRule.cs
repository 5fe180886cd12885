using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>What follows when a contact rule does not hold.</summary>
public enum ContactRuleEffect
{
    /// <summary>The contact is not made at all.</summary>
    Forbids,

    /// <summary>The contact waits.</summary>
    Delays,
}

/// <summary>
/// A rule that every contact passes, when planned and again when sent. <c>CONTACT-RULES.md</c> beside this file is the
/// page for people.
/// </summary>
/// <param name="Code">The stable name, words with hyphens.</param>
/// <param name="Effect">What follows when it does not hold.</param>
/// <param name="Basis">The article it comes from, or practice.</param>
/// <param name="French">Why the contact is not made, in French, a sentence.</param>
/// <param name="English">The same in English.</param>
public sealed record ContactRule(string Code, ContactRuleEffect Effect, string Basis, string French, string English)
{
    /// <summary>No step of the account called for the contact.</summary>
    public static ContactRule ContactUnknown { get; } = new("contact-unknown", ContactRuleEffect.Forbids, "practice",
        "Aucune étape du dossier n'a demandé ce contact.", "No step of the account called for this contact.");

    /// <summary>The contact was made before.</summary>
    public static ContactRule AlreadyMade { get; } = new("already-made", ContactRuleEffect.Forbids, "C. conso. L121-6 (persistence)",
        "Ce contact a déjà eu lieu.", "This contact was made before.");

    /// <summary>The policy has no such stage any more.</summary>
    public static ContactRule StageUnknown { get; } = new("stage-unknown", ContactRuleEffect.Forbids, "practice",
        "Le scénario ne connaît plus cette étape.", "The policy no longer has this stage.");

    /// <summary>Nothing of it is owed.</summary>
    public static ContactRule NothingOpen { get; } = new("nothing-open", ContactRuleEffect.Forbids, "C. civ. 1342",
        "Plus rien n'est dû : tout est réglé, ou couvert par des avoirs ou des sommes versées d'avance.",
        "Nothing is owed any more: all is settled, or covered by credit notes or money on account.");

    /// <summary>What is open is disputed.</summary>
    public static ContactRule Dispute { get; } = new("dispute", ContactRuleEffect.Forbids, "C. conso. L121-6; practice",
        "Ce qui reste ouvert est contesté.", "What is open is disputed.");

    /// <summary>The debt may be prescribed.</summary>
    public static ContactRule Limitation { get; } = new("limitation", ContactRuleEffect.Forbids, "C. conso. L218-2; C. com. L110-4; C. civ. 2224",
        "La dette est ancienne et peut être prescrite : à examiner par une personne.", "The debt is old and may be prescribed: a person looks at it.");

    /// <summary>A later stage was reached in the meantime.</summary>
    public static ContactRule Superseded { get; } = new("superseded", ContactRuleEffect.Forbids, "practice",
        "Une étape ultérieure a été atteinte entre-temps.", "A later stage was reached in the meantime.");

    /// <summary>The stage's last day has passed.</summary>
    public static ContactRule TooLate { get; } = new("too-late", ContactRuleEffect.Forbids, "practice",
        "Le dernier jour de cette étape est passé.", "The last day of this stage has passed.");

    /// <summary>The debtor has no address for the channel.</summary>
    public static ContactRule NoAddress { get; } = new("no-address", ContactRuleEffect.Forbids, "practice",
        "Aucune coordonnée du débiteur n'est connue pour ce canal.", "No address of the debtor is known for this channel.");

    /// <summary>The amount is not worth a contact.</summary>
    public static ContactRule BelowMinimum { get; } = new("below-minimum", ContactRuleEffect.Forbids, "practice, configurable",
        "Le montant est inférieur au minimum du scénario.", "The amount is below the policy's minimum.");

    /// <summary>The instant for which it was planned has not come.</summary>
    public static ContactRule TooEarly { get; } = new("too-early", ContactRuleEffect.Delays, "practice",
        "Le moment prévu n'est pas encore venu.", "The instant for which it was planned has not come.");

    /// <summary>The bank's files do not cover the last days.</summary>
    public static ContactRule BankFileMissing { get; } = new("bank-file-missing", ContactRuleEffect.Delays, "practice, configurable",
        "Le relevé bancaire du jour n'est pas encore arrivé.", "The bank's file for the day has not arrived.");

    /// <summary>Money that may be the debtor's is not yet explained.</summary>
    public static ContactRule MoneyInFlight { get; } = new("money-in-flight", ContactRuleEffect.Delays, "practice",
        "Une somme reçue et non encore affectée peut venir de ce débiteur.", "Money received and not yet explained may be this debtor's.");

    /// <summary>The last contact is too recent.</summary>
    public static ContactRule QuietPeriod { get; } = new("quiet-period", ContactRuleEffect.Delays, "practice, configurable; C. conso. L121-6 (persistence)",
        "Le dernier contact est trop récent.", "The last contact is too recent.");

    /// <summary>There were too many contacts.</summary>
    public static ContactRule ContactCap { get; } = new("contact-cap", ContactRuleEffect.Delays, "practice, configurable; C. conso. L121-6 (persistence); C. pén. 222-16",
        "Le nombre de contacts permis est atteint.", "The number of contacts that is allowed is reached.");

    /// <summary>It is a public holiday.</summary>
    public static ContactRule Holiday { get; } = new("holiday", ContactRuleEffect.Delays, "practice; by analogy CPCE L141-1, CPC 664",
        "C'est un jour férié chez le débiteur.", "It is a public holiday where the debtor lives.");

    /// <summary>The day or the hour is closed for the channel.</summary>
    public static ContactRule OutsideWindow { get; } = new("outside-window", ContactRuleEffect.Delays, "practice, configurable; C. conso. L121-6 (time and place)",
        "Le jour ou l'heure est hors des plages de contact.", "The day or the hour is outside the windows for contacts.");

    /// <summary>All of them, in order of precedence: where several hold, the first is given.</summary>
    public static ImmutableArray<ContactRule> All { get; } =
    [
        ContactUnknown, AlreadyMade, StageUnknown, NothingOpen, Dispute, Limitation, Superseded, TooLate, NoAddress, BelowMinimum,
        TooEarly, BankFileMissing, MoneyInFlight, QuietPeriod, ContactCap, Holiday, OutsideWindow,
    ];

    /// <summary>The rule as a reason.</summary>
    public Hold Hold => new(Code, French, English);
}
