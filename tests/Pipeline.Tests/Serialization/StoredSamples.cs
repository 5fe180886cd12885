using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests.Serialization;

/// <summary>One full sample of every kind that is stored; the fixtures under tests/Fixtures/Stored pin how each is written.</summary>
internal static class StoredSamples
{
    private static readonly Decision Ruled = new(At(8, 30), Decider.Rule("matching", "1"), "number found; amount exact");
    private static readonly Decision Entered = new(At(9, 0), Decider.User("c.moreau"));
    private static readonly AccountId Account = new("atelier|nord", "C-0042", Currency.Eur);
    private static readonly PaymentKey Payment = new("m-1", "e-1", new DateOnly(2026, 3, 4));
    private static readonly Iban PayerIban = Rib("30999", "00042", "0000000D007");

    public static IReadOnlyDictionary<string, AccountEvent> Events { get; } = new Dictionary<string, AccountEvent>
    {
        ["debtor-registered"] = new DebtorRegistered(new Debtor
        {
            Id = "C-0042", Name = "Ébénisterie Lœuvre & Fils", Kind = DebtorKind.Public, CustomerNumber = "K-77",
            Ibans = [PayerIban], Email = "compta@loeuvre.example", Phone = "+33 1 99 00 00 00",
            Address = "3 rue de l’Étang", Postcode = "59000", City = "Lille", Country = "FR", Language = "fr",
        })
        { Decision = new Decision(At(7, 0), Decider.Source("receivables.csv")) },
        ["receivable-opened"] = new ReceivableOpened(new Receivable
        {
            Number = "FAC-2026-001", Type = ReceivableType.CreditNote, IssueDate = new(2026, 1, 31), DueDate = new(2026, 3, 2), Amount = Eur(120000),
            StructuredReference = "RF18539007547034", OrderNumber = "BC-9",
            Discount = new EarlyPaymentDiscount(Eur(2400), new DateOnly(2026, 2, 10)), ContractRate = new AnnualRate(12.15m),
        })
        { Decision = Entered },
        ["instalments-scheduled"] = new InstalmentsScheduled(
            "FAC-2026-001", [new(1, new(2026, 3, 2), Eur(60000)), new(2, new(2026, 4, 2), Eur(60000))]) { Decision = Entered },
        ["payment-applied"] = new PaymentApplied(
            Payment, Eur(61000), [new("FAC-2026-001", 1, Eur(60000)), new("FAC-2026-002", null, Eur(500))], Eur(500)) { Decision = Ruled },
        ["payment-reversed"] = new PaymentReversed(
            Payment, Eur(61000), [new("FAC-2026-001", 1, Eur(60500))], Eur(500), [new("FAC-2026-001", 1, Eur(1200))],
            ReversalCause.ReturnedByBank, "e-2", "AM04")
        {
            Charges = [new("FAC-2026-001", 1, Eur(100))], WriteOffs = [new("FAC-2026-002", null, Eur(50))], Decision = Ruled,
        },
        ["discount-granted"] = new DiscountGranted(new Allocation("FAC-2026-001", null, Eur(2400)), Payment) { Decision = Ruled },
        ["bank-charge-borne"] = new BankChargeBorne(new Allocation("FAC-2026-001", 1, Eur(1500)), Payment) { Decision = Entered with { Because = "SHA" } },
        ["remainder-written-off"] = new RemainderWrittenOff(new Allocation("FAC-2026-001", null, Eur(99)), Payment, Eur(500)) { Decision = Entered with { Because = "typing error" } },
        ["payer-learnt"] = new PayerLearnt(new LearntPayer("LOEUVRE HOLDING", PayerIban.Value), "m-1") { Decision = Entered },
        ["payer-forgotten"] = new PayerForgotten(new LearntPayer("LOEUVRE HOLDING", null), ForgettingCause.CandidateRejected) { Decision = Entered },
        ["dispute-raised"] = new DisputeRaised("FAC-2026-001", "The delivery was short by two chairs.") { Decision = Entered },
        ["dispute-resolved"] = new DisputeResolved("FAC-2026-001", "Credit note AV-3 settles it.") { Decision = Entered },
        ["stage-reached"] = new StageReached(
            "s-1", "first-reminder", [new("FAC-2026-001", 2, new(2026, 4, 2), Eur(60000))],
            new PlannedContact("c-1", ContactChannel.RegisteredLetter, At(10, 0))) { Decision = Ruled },
        ["contact-made"] = new ContactMade("c-1", ContactChannel.Email, "first-reminder", "outbox/email/2026-03-05-c-1.eml") { Decision = Ruled },
        ["contact-failed"] = new ContactFailed("c-1", ContactChannel.Letter, "first-reminder", "The address lacks a town.") { Decision = Ruled },
        ["contact-suppressed"] = new ContactSuppressed("c-1", ContactChannel.CallTask, "first-reminder", "money-in-flight") { Decision = Ruled },
        ["noted"] = new Noted("Rappeler après le 15 \"sans faute\" <urgent>") { Decision = Entered },
    };

    public static IReadOnlyDictionary<string, PipelineMessage> Messages { get; } = new Dictionary<string, PipelineMessage>
    {
        ["statement-arrived"] = new StatementArrived("relevé mars.xml"),
        ["entries-accepted"] = new EntriesAccepted(Sha256),
        ["receivables-imported"] = new ReceivablesImported(Sha256),
        ["account-changed"] = new AccountChanged(Account, 7),
        ["account-woken"] = new AccountWoken(Account, At(6, 0)),
        ["contact-due"] = new ContactDue(Account, "c-1"),
    };

    public static IReadOnlyDictionary<string, Explanation> Explanations { get; } = new Dictionary<string, Explanation>
    {
        ["settlement"] = Settlement,
        ["returned-payment"] = new ReturnedPayment(new AppliedPayment(BankPayment, "m-1", Settlement.Shares), "MD06"),
        ["bank-charge"] = new BankCharge(),
    };

    public static IReadOnlyDictionary<string, object> Records { get; } = new Dictionary<string, object>
    {
        ["payment"] = BankPayment,
        ["plain-entry"] = new StatementEntry { Position = 1, Amount = new Money(-1200, Currency.Of("JPY")), BookingDate = new(new(2026, 3, 4)) },
        ["entry-matching"] = Matching,
        ["entry-corrected"] = Corrected,
        ["file"] = new FileRecord(
            Sha256, "relevé mars.xml", FileStatus.Quarantined, StatementFormat.Camt053, At(6, 15),
            [new FindingRecord("balance-differs", Severity.Error, 12, "Bal", "10.00", "The balances do not add up.", "Ask the bank.")],
            1, 20, 3, true),
        ["statement"] = new StatementRecord(
            BankAccountId.Of(PayerIban), "42", new Balance(Eur(-1000), new(2026, 3, 1)), new Balance(Eur(5000), null),
            new(2026, 3, 2), new(2026, 3, 4), 20),
        ["account-summary"] = new AccountSummary(
            Account, 7, "Ébénisterie Lœuvre & Fils", Eur(60000), Eur(500), new(2026, 4, 2), "first-reminder", At(10, 0), ["disputed"]),
    };

    public const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>An account's life: every kind of event in an order that can happen.</summary>
    public static IReadOnlyList<AccountEvent> Story =>
    [
        Events["debtor-registered"],
        new ReceivableOpened(new Receivable { Number = "FAC-2026-001", IssueDate = new(2026, 1, 31), DueDate = new(2026, 3, 2), Amount = Eur(120000) }) { Decision = Entered },
        new ReceivableOpened(new Receivable { Number = "FAC-2026-002", IssueDate = new(2026, 2, 1), DueDate = new(2026, 3, 3), Amount = Eur(500) }) { Decision = Entered },
        Events["instalments-scheduled"],
        Events["payment-applied"],
        new DiscountGranted(new Allocation("FAC-2026-001", 2, Eur(2400)), Payment) { Decision = Ruled },
        Events["dispute-raised"],
        Events["stage-reached"],
        Events["contact-failed"],
    ];

    private static Settlement Settlement => new(
    [
        new AccountShare(Account, [new("FAC-2026-001", 1, Eur(60000))], [new("FAC-2026-001", 1, Eur(1200))], Eur(500)),
    ]);

    private static EntryMatching Matching => new()
    {
        Entry = "e-1", State = EntryState.Claimed, Attempt = 2, Match = new Match("m-1", Settlement, Ruled),
        Candidates = [new Candidate(new BankCharge(), 0.250m, [Evidence.Of(EvidenceKind.AmountPartial, "610.00 EUR", "1 200.00 EUR")])],
        Evidence = [Evidence.Of(EvidenceKind.AnotherFits)], IsLeftToPeople = true,
    };

    private static Settlement SettlementByHand => new(
    [
        new AccountShare(Account, [new("FAC-2026-001", 1, Eur(60000))], [], Eur(0))
        {
            Charges = [new("FAC-2026-001", 1, Eur(150))], WriteOffs = [new("FAC-2026-002", null, Eur(50))],
        },
    ]);

    private static EntryMatching Corrected => new()
    {
        Entry = "e-1", State = EntryState.Releasing, Attempt = 1,
        Match = new Match("m-1", new BankCharge(), Ruled) { Evidence = [Evidence.Of(EvidenceKind.ChargeOfBank, "FEE")], Confidence = 0.99m },
        Undoing = Entered,
        Correction = new MatchPlan(SettlementByHand, Entered) { Payers = [new TaughtPayer(Account, new LearntPayer(null, PayerIban.Value))] },
        History = [new PastMatch(new Match("m-0", new BankCharge(), Ruled), Entered)],
        Rejected = [new RejectedCandidate(new Candidate(new BankCharge(), 0.5m, []), Entered)],
    };

    private static Payment BankPayment => new("e-1", BankAccountId.FromText("30999 00042 / 12"), new StatementEntry
    {
        Position = 3, Line = 41, Amount = Eur(61000), BookingDate = new(new(2026, 3, 4)), ValueDate = new ValueDate(new(2026, 3, 5)),
        Status = EntryStatus.Pending, IsReversal = true, BankReference = "B-77", EntryReference = "0003",
        Code = new BankTransactionCode("PMNT/RCDT/ESCT", "NTRF", "05"), Charges = Eur(150), BankText = "VIR SEPA RECU",
        Details =
        [
            new TransactionDetail
            {
                Amount = Eur(61000),
                References = new PaymentReferences
                {
                    EndToEndId = "E2E-1", InstructionId = "I-1", TransactionId = "T-1", Uetr = "00000000-0000-4000-8000-000000000001",
                    MandateId = "RUM-1", ChequeNumber = "0000123", PaymentInformationId = "P-1", BankReference = "B-77-1",
                },
                Counterparty = new Party { Name = "LOEUVRE ET FILS", Account = PayerIban.Value, Bank = "AGRIFRPP", Id = "999000111" },
                UltimateCounterparty = new Party { Name = "LOEUVRE HOLDING" },
                Remittance = ["FACTURE FAC-2026-001", "MERCI"],
                CreditorReferences = ["RF18539007547034"],
                ReferredDocuments = [new ReferredDocument("FAC-2026-001", "CINV", Eur(60000)), new ReferredDocument("X", null, null)],
                Purpose = "GDDS", ReturnReason = "AM04", Other = ["ChqDt=2026-03-01"],
            },
        ],
    });

    private static DateTimeOffset At(int hour, int minute) => new(2026, 3, 5, hour, minute, 0, TimeSpan.FromHours(1));

    private static Money Eur(long minorUnits) => new(minorUnits, Currency.Eur);

    private static Iban Rib(string bank, string guichet, string account) =>
        Iban.TryFromRib(bank, guichet, account, out var iban) ? iban : throw new ArgumentException("No RIB.", nameof(account));
}
