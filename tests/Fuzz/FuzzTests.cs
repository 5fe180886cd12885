using System.Text;
using Reconciliation.Domain.Statements;
using Xunit.Abstractions;

namespace Reconciliation.Fuzz;

/// <summary>No file makes a reader throw, hang, hold what it has read, or say two things of one content.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string CamtHead =
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><Othr><Id>A</Id></Othr></Id><Ccy>EUR</Ccy></Acct>";

    public static TheoryData<string> Crashers => new(
        Directory.EnumerateFiles(Originals.Crashers, "*.input.*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task MutatedFiles_AreReadToTheirEnd()
    {
        var run = new FuzzRun();

        await run.RunAsync();

        output.WriteLine($"{run.Files} files, {run.Accepted} of them accepted; {string.Join(", ", run.Formats.Select(format => $"{format.Key} {format.Value}"))}.");
        Assert.True(run.Failures.Count == 0, string.Join("\n\n", run.Failures));
        if (FuzzRun.IsOfOneFile)
            return;
        Assert.Equal(Enum.GetValues<StatementFormat>(), run.Formats.Keys);
        Assert.InRange(run.Accepted, 1, run.Files - 1);
    }

    /// <summary>What broke a reader by its size alone, so that no file of it need be kept.</summary>
    public static TheoryData<string, string, bool> TooLong => new()
    {
        { "a row that is too long or not, as one read brings it", $"Date;Libellé;Montant;Devise\n2026-03-02;{new string('x', 65_900)};1,00;EUR\n2026-03-03;LOYER;1,00;EUR\n", false },
        { "a tag that a finding would quote whole", $":20:X\n:25:X\n:28C:1\n:60F{new string('R', 70_000)}:C260101EUR0,00\n:61:260102C1,00NMSC\n-\n", false },
        { "details whose sum no amount can hold", $"{CamtHead}<Ntry><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt><NtryDtls>"
            + string.Concat(Enumerable.Repeat("<TxDtls><Amt Ccy=\"EUR\">20000000000000000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>", 6))
            + "</NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>", true },
    };

    [Theory]
    [MemberData(nameof(TooLong))]
    public void WhatIsTooLong_IsReadAsAnythingElse(string what, string content, bool isAcceptable) =>
        Assert.Equal((what, isAcceptable), (what, Trial.Of(Encoding.UTF8.GetBytes(content), new Random(1)).IsAcceptable));

    [Theory]
    [MemberData(nameof(Crashers))]
    public void AFileThatOnceBrokeAReader_IsReadByEvery(string crasher)
    {
        var file = File.ReadAllBytes(Path.Combine(Originals.Crashers, crasher));
        var random = new Random(1);

        Trial.Of(file, random);
        Assert.All(StatementReaders.All, reader => Trial.OfReader(reader, file, random));
    }
}
