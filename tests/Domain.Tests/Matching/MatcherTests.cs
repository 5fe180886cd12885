using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using static Reconciliation.Domain.Tests.Matching.Made;

namespace Reconciliation.Domain.Tests.Matching;

public class MatcherTests
{
    private static readonly OpenItem Invoice = Item("FAC-2026-00123", Debtor("D1", "Menuiserie Aubertin SARL"), "120.00");

    private static readonly Payment Sure = Payment("P1", "120.00", "MENUISERIE AUBERTIN", "FAC-2026-00123");

    [Fact]
    public void Match_NoPayments_GivesNoDecisions() => Assert.Empty(Match([Invoice]));

    [Fact]
    public void Match_NothingOpen_ExplainsNothing() => Assert.Equal(MatchVerdict.None, Match([], Sure)[0].Verdict);

    [Fact]
    public void Match_UnderAStricterPolicy_LeavesItToAPerson()
    {
        var policy = MatchingPolicy.Default with { AutoConfidence = 1m };

        var decision = Matcher.Match([Sure], OpenItems.Of([Invoice]), PaymentHistory.Empty, policy)[0];

        Assert.Equal((MatchVerdict.Review, "FAC-2026-00123 120.00"), (decision.Verdict, decision.Best()));
    }

    [Fact]
    public void Match_ThatShowsOnlyTheSure_HidesTheDoubtful()
    {
        var payment = Payment("P1", "120.00");

        Assert.Equal(MatchVerdict.Review, Match([Invoice], payment)[0].Verdict);
        Assert.Equal(MatchVerdict.None, Matcher.Match([payment], OpenItems.Of([Invoice]), PaymentHistory.Empty, MatchingPolicy.Default with { ReviewConfidence = 0.5m })[0].Verdict);
    }

    [Fact]
    public void Match_MoreCandidatesThanThePolicyShows_ShowsTheBest()
    {
        var alike = Enumerable.Range(1, 9).Select(n => Item($"F-{n}", Debtor($"D{n}", "Jean Castaing"), "50.00"));

        Assert.Equal(5, Match(alike, Payment("P1", "50.00", "JEAN CASTAING"))[0].Candidates.Length);
    }

    [Fact]
    public void Match_TheSameNumberAtTwoCreditors_IsForAPerson()
    {
        var elsewhere = Invoice with { Account = new AccountId("OTHER", "D7", Currency.Eur), Debtor = Debtor("D7", "Cabinet Roumegous") };

        var decision = Match([Invoice, elsewhere], Payment("P1", "120.00", null, "FAC-2026-00123"))[0];

        Assert.Equal(MatchVerdict.Review, decision.Verdict);
        Assert.Equal(2, decision.Candidates.Length);
        Assert.Contains(decision.Evidence, e => e.Kind == EvidenceKind.AnotherFits);
    }

    [Fact]
    public void Match_AnotherCurrency_IsNeverMixed()
    {
        var dollars = Sure.WithEntry(entry => entry with { Amount = new Money(12000, Currency.Of("USD")) });

        Assert.Equal(MatchVerdict.None, Match([Invoice], dollars)[0].Verdict);
    }

    [Fact]
    public void Match_AnotherPaymentTakingOneOfTwoAlike_LeavesTheOther()
    {
        var debtor = Debtor("D1", "Jean Castaing");
        var items = new[] { Item("F-11", debtor, "50.00"), Item("F-12", debtor, "50.00") };
        var unclear = Payment("P1", "50.00", "JEAN CASTAING", booked: "2026-03-01");
        var clear = Payment("P2", "50.00", "JEAN CASTAING", "F-12", booked: "2026-03-20");

        Assert.Equal(MatchVerdict.Review, Match(items, unclear)[0].Verdict);
        Assert.Equal(["F-11 50.00", "F-12 50.00"], Match(items, unclear, clear).Select(d => d.Best()));
        Assert.All(Match(items, unclear, clear), decision => Assert.Equal(MatchVerdict.Auto, decision.Verdict));
    }

    [Fact]
    public void Match_ManyOpenDocuments_DoesNotCallASumTheOnlyOne()
    {
        var debtor = Debtor("D1", "Jean Castaing", "FR7630006000011234567890189");
        var items = Enumerable.Range(1, 60).Select(n => Item($"F-{n:000}", debtor, $"{100 + n}.{n:00}"));

        var decision = Match(items, Payment("P1", "408.12", "JEAN CASTAING", iban: "FR7630006000011234567890189"))[0];

        Assert.Equal(MatchVerdict.Review, decision.Verdict);
    }

    [Fact]
    public void Match_AnUnsplitBatch_ReadsTheReferencesOfAllItsDetails()
    {
        var other = Item("FAC-2026-00124", Invoice.Debtor, "30.00");
        var batch = Payment("P1", "150.00").WithEntry(entry => entry with
        {
            Details = [new TransactionDetail { Remittance = ["FAC-2026-00123"] }, new TransactionDetail { Remittance = ["FAC-2026-00124"] }],
        });

        Assert.Equal("FAC-2026-00123 120.00, FAC-2026-00124 30.00", Match([Invoice, other], batch)[0].Best());
    }

    [Fact]
    public void Match_AReferredDocument_IsAReference()
    {
        var payment = Payment("P1", "120.00").WithDetail(d => d with { ReferredDocuments = [new ReferredDocument("FAC/2026/00123", "CINV", null)] });

        Assert.Equal(MatchVerdict.Auto, Match([Invoice], payment)[0].Verdict);
    }

    [Fact]
    public void Match_AReferenceWithWrongCheckDigits_IsNone()
    {
        var structured = Invoice with { Receivable = Invoice.Receivable with { StructuredReference = "RF68DOS202600123" } };

        Assert.Equal(MatchVerdict.Auto, Match([structured], Payment("P1", "120.00", null, "RF68 DOS2 0260 0123"))[0].Verdict);
        Assert.DoesNotContain(Match([structured], Payment("P1", "120.00", null, "RF69 DOS2 0260 0123"))[0].Candidates.SelectMany(c => c.Evidence), e => e.Kind == EvidenceKind.StructuredReferenceEqual);
    }

    [Fact]
    public void Match_AReturnTwice_UndoesThePaymentOnce()
    {
        var applied = new AppliedPayment(Sure.WithEndToEndId("E2E-1"), "M1", [new AccountShare(Invoice.Account, [new Allocation("FAC-2026-00123", null, Eur("120.00"))], [], Eur("0.00"))]);
        var history = PaymentHistory.Of([], [applied]);
        var back = Payment("R1", "-120.00").WithEndToEndId("E2E-1").WithDetail(d => d with { ReturnReason = "AM04" });

        var decisions = Matcher.Match([back, back with { Id = "R2" }], OpenItems.Empty, history, MatchingPolicy.Default);

        Assert.Equal([MatchVerdict.Auto, MatchVerdict.None], decisions.Select(d => d.Verdict));
        Assert.Equal("AM04", Assert.IsType<ReturnedPayment>(decisions[0].Candidates[0].Explanation).ReasonCode);
    }

    [Fact]
    public void Match_MoneyOutWithTheReferenceOfAPayment_IsForAPerson()
    {
        var applied = new AppliedPayment(Sure.WithEndToEndId("E2E-1"), "M1", []);

        var decision = Matcher.Match([Payment("R1", "-120.00").WithEndToEndId("E2E-1")], OpenItems.Empty, PaymentHistory.Of([], [applied]), MatchingPolicy.Default)[0];

        Assert.Equal((MatchVerdict.Review, "return of P1"), (decision.Verdict, decision.Best()));
    }

    [Fact]
    public void Match_MoneyOutThatTheBankCallsUnpaidInWordsOnly_IsAReturn()
    {
        var applied = new AppliedPayment(Sure, "M1", []);

        var decision = Matcher.Match([Payment("R1", "-120.00", "MENUISERIE AUBERTIN", "PRLV IMPAYE")], OpenItems.Empty, PaymentHistory.Of([], [applied]), MatchingPolicy.Default)[0];

        Assert.Equal(MatchVerdict.Auto, decision.Verdict);
    }
}
