using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Tests.Ledger;

public class PostingsTests
{
    private static readonly AccountId Account = new("ACME", "D1", Currency.Eur);

    private static readonly ChartOfAccounts OwnChart = new() { Customers = "411000", Sales = "701000" };

    [Fact]
    public void Lines_OfAReceivable_NameTheDebtorOnItsOwnAccountOnly()
    {
        var opened = new ReceivableOpened(new Receivable { Number = "F1", Amount = Eur(10000), IssueDate = default, DueDate = default })
        {
            Decision = new Decision(default, Decider.Source("billing")),
        };

        Assert.Equal(
            [new Posting("411000", "D1", Eur(10000)), new Posting("701000", null, Eur(-10000))],
            Postings.Of(opened, Account, OwnChart).ToArray());
    }

    [Fact]
    public void Lines_OfABankCharge_ClearTheSuspenseOfItsEntry()
    {
        var bank = BankAccountId.FromText("FR14 2004 1010 0505 0001 3M02 606");
        var lines = Postings.Of(Eur(-1250), bank, OwnChart).Concat(Postings.OfBankCharge(Eur(-1250), OwnChart)).ToLookup(line => line.Account, line => line.Amount);

        Assert.Equal(Eur(-1250), Money.Sum(lines["512"], Currency.Eur));
        Assert.Equal(Eur(0), Money.Sum(lines["471"], Currency.Eur));
        Assert.Equal(Eur(1250), Money.Sum(lines["627"], Currency.Eur));
    }

    private static Money Eur(long minorUnits) => new(minorUnits, Currency.Eur);
}
