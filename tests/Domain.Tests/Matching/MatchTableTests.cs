using Reconciliation.Domain.Matching;
using static Reconciliation.Domain.Tests.Matching.Made;

namespace Reconciliation.Domain.Tests.Matching;

public class MatchTableTests
{
    private static readonly OpenItem[] Items =
    [
        Item("F-1", Debtor("D1", "Aubertin"), "10.00"),
        Item("F-2", Debtor("D1", "Aubertin"), "20.50"),
        Item("F-3", Debtor("D2", "Castaing"), "40.00"),
        Item("F-4", Debtor("D2", "Castaing"), "40.00"),
    ];

    [Fact]
    public void Write_AnAutomaticDecision_HasARowAnAllocation()
    {
        var payment = Payment("P1", "30.50", "AUBERTIN", "F-1 et F-2, merci").WithEndToEndId("E2E-9").WithEntry(e => e with { BankReference = "BR7" });

        Assert.Equal(
            """
            entry,bank_reference,account,booking_date,amount,currency,end_to_end_id,remittance,decision,rank,receivable,instalment,allocated,confidence,evidence
            P1,BR7,FR1420041010050500013M02606,2026-03-30,30.50,EUR,E2E-9,"F-1 et F-2, merci",auto,1,F-1,,10.00,0.9875,"payer's name is the debtor's: AUBERTIN; amount 30.50 EUR is the sum of F-1, F-2; number F-1 stands in the payment; number F-2 stands in the payment"
            P1,BR7,FR1420041010050500013M02606,2026-03-30,30.50,EUR,E2E-9,"F-1 et F-2, merci",auto,1,F-2,,20.50,0.9875,"payer's name is the debtor's: AUBERTIN; amount 30.50 EUR is the sum of F-1, F-2; number F-1 stands in the payment; number F-2 stands in the payment"

            """,
            Written(Match(Items, payment), "en"));
    }

    [Fact]
    public void Rows_OfAReview_AreRankedByCandidate()
    {
        var rows = MatchTable.Rows(Match(Items, Payment("P1", "40.00", "CASTAING")), "fr");

        Assert.Equal(["1 F-3", "2 F-4"], rows.Select(row => $"{row.Rank} {row.Receivable}"));
        Assert.All(rows, row => Assert.Equal("review", row.Decision));
        Assert.EndsWith("contre : un autre ensemble donne la même somme : F-4", rows[0].Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_OfNothing_HaveAnEmptyReceivableAndTheReason()
    {
        var row = Assert.Single(MatchTable.Rows(Match(Items, Payment("P1", "3.33", "NOBODY")), "en"));

        Assert.Equal(("none", "", "", "", "", "nothing open fits"), (row.Decision, row.Rank, row.Receivable, row.Allocated, row.Confidence, row.Evidence));
    }

    [Fact]
    public void Rows_OfABankCharge_HaveNoReceivable()
    {
        var charge = Payment("P1", "-3.00").WithEntry(e => e with { Code = new(null, "NCHG", null) });

        var row = Assert.Single(MatchTable.Rows(Match(Items, charge), "en"));

        Assert.Equal(("auto", "1", "", "-3.00"), (row.Decision, row.Rank, row.Receivable, row.Amount));
    }

    private static string Written(IEnumerable<MatchDecision> decisions, string language)
    {
        using var writer = new StringWriter();
        MatchTable.Write(writer, decisions, language);
        return writer.ToString();
    }
}
