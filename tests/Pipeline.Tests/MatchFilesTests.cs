using System.Text;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Matching;

namespace Reconciliation.Pipeline.Tests;

/// <summary>What contradicts itself is reported by name and left out of matching, whatever it is.</summary>
public class MatchFilesTests
{
    private const string Header = "number,debtor_id,debtor_name,issue_date,due_date,amount,currency,discount_amount,discount_until\n";
    private const string Sound = "FAC-2026-0101,D1,Brasserie du Vieux Port,2026-08-01,2026-08-31,120.00,EUR,,\n";

    [Theory]
    [InlineData("FAC-2026-0101,D1,Brasserie du Vieux Port,2026-08-31,2026-08-01,120.00,EUR,,\n", null, "due-before-issue")]
    [InlineData("FAC-2026-0101,D1,Brasserie du Vieux Port,2026-08-01,2026-08-31,120.00,EUX,,\n", null, "currency-unknown")]
    [InlineData("FAC-2026-0101,D1,Brasserie du Vieux Port,2026-08-01,2026-08-31,120.00,EUR,130.00,2026-08-05\n", null, "discount-contradictory")]
    [InlineData(Sound, "FAC-2026-0101,1,2026-08-31,60.00\nFAC-2026-0101,2,2026-09-30,59.00\n", "instalments-do-not-add-up")]
    [InlineData(Sound, "FAC-2026-0101,1,2026-08-31,60.00\nFAC-2026-0101,3,2026-09-30,60.00\n", "instalments-do-not-add-up")]
    [InlineData(Sound, "FAC-2026-0101,1,2026-07-31,60.00\nFAC-2026-0101,2,2026-09-30,60.00\n", "due-before-issue")]
    [InlineData(Sound, "FAC-2026-0101,1,2026-08-31,60.00\nFAC-2026-0101,2,2026-02-30,60.00\n", "date-invalid")]
    public void AContradiction_IsReported_AndNotMatched(string receivables, string? instalments, string code)
    {
        var matched = Match(receivables, instalments);

        Assert.Contains(matched.Faults, fault => fault.Code == code);
        Assert.Equal(MatchVerdict.None, Assert.Single(matched.Decisions).Verdict);
    }

    [Fact]
    public void WithoutOne_ItIsMatched()
    {
        var matched = Match(Sound, null);

        Assert.Empty(matched.Faults);
        Assert.Equal(MatchVerdict.Auto, Assert.Single(matched.Decisions).Verdict);
    }

    private static MatchedFiles Match(string receivables, string? instalments)
    {
        var match = new MatchFiles(StatementReaders.All, MatchingPolicy.Default);
        Assert.DoesNotContain(
            match.Add(Bytes(Mt940Text.Day(1, "260901", 0, (120_00, "BRASSERIE DU VIEUX PORT FAC-2026-0101")))),
            found => found.Severity == Domain.Statements.Diagnostics.Severity.Error);
        var terms = instalments is null ? new InstalmentsFile([], [], []) : InstalmentsCsv.Read(Bytes("receivable,sequence,due_date,amount\n" + instalments));
        return match.Match(ReceivablesCsv.Read(Bytes(Header + receivables)), terms, [], null);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
