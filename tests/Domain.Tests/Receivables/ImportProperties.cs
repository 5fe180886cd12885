using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Tests.Receivables;

/// <summary>What holds for every file, whatever its bytes.</summary>
public class ImportProperties
{
    private const string Header = "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n";

    private static readonly string[] Fragments =
    [
        "F1,D1,Brun,2026-01-15,2026-02-14,100.00,EUR\n", "F2,D1,Brun,2026-01-15,2026-02-14,100.00,EUR\r\n", "F3,D2,\"A\nB\",20260115,2026-02-14,7,EUR\r",
        "F4,D2,C,", "2026-01-15", "100,5", "EUR", "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", " ", "é", "\u00ff\u00fe", "\0", "|", "-", Header,
    ];

    private static readonly Gen<byte[]> Files =
        from header in Gen.Elements("", Header, Header.Replace(',', ';'))
        from fragments in Gen.ArrayOf(Gen.Elements(Fragments))
        from encoding in Gen.Elements<Encoding>(Encoding.UTF8, Encoding.Latin1)
        select encoding.GetBytes(header + string.Concat(fragments));

    private static readonly Gen<string[]> LinesWithoutQuotes =
        from lines in Gen.ArrayOf(Gen.ArrayOf(Gen.Elements("F1", "F2", ",", ",D1,Brun,2026-01-15,2026-02-14,100.00,EUR", "é", " ", ";")))
        select lines.Select(parts => string.Concat(parts)).ToArray();

    [Fact]
    public void Reading_AnyBytes_GivesRowsThatHaveNoFault() =>
        Prop.ForAll(Files.ToArbitrary(), bytes =>
        {
            var file = ReceivablesCsv.Read(new MemoryStream(bytes));
            var faulty = file.Faults.Where(fault => fault.Column is null || fault.Code != ImportRules.ColumnUnknown.Code).Select(fault => fault.Line);
            return !file.Rows.Select(row => row.Line).Intersect(faulty).Any()
                && file.Rows.Select(row => row.Receivable.Number).Distinct().Count() == file.Rows.Length
                && file.Rows.All(row => row.Receivable.Amount.IsPositive && row.Receivable.DueDate >= row.Receivable.IssueDate);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_AnyLines_AccountsForEachOfThem() =>
        Prop.ForAll(LinesWithoutQuotes.ToArbitrary(), lines =>
        {
            var file = ReceivablesCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(Header + string.Join('\n', lines))));
            var withContent = lines.Index().Where(line => line.Item.Trim(' ', ',').Length > 0).Select(line => line.Index + 2);
            return withContent.ToHashSet().SetEquals(file.Rows.Select(row => row.Line).Concat(file.Faults.Select(fault => fault.Line))
                .Where(line => lines[line - 2].Trim(' ', ',').Length > 0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_AFileOfOpenQuotes_ReportsEachLine()
    {
        var hostile = Header + string.Concat(Enumerable.Repeat("x\",\"\n", 200_000));

        var file = ReceivablesCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(hostile)));

        Assert.Empty(file.Rows);
        Assert.Equal(200_000, file.Faults.Length);
    }
}
