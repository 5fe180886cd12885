using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements.Csv;

namespace Reconciliation.Domain.Tests.Statements.Csv;

public class CsvDateFormatTests
{
    [Fact]
    public void TryRead_AnyText_IsWhatTheFrameworkReads()
    {
        var samples =
            from format in Gen.Elements("dd.MM.yyyy", "yyyy-MM-dd", "MM/dd/yyyy", "dd/MM/yyyy", "yyyyMMdd", "dd.MM.yy", "yyyy-MM-dd HH:mm", "d.M.yyyy", "dd-MMM-yyyy")
            from text in Gen.OneOf(
                Gen.ArrayOf(Gen.Elements('0', '1', '2', '3', '9', '.', '-', '/', ' ')).Select(characters => new string(characters)),
                from written in Gen.Elements("dd.MM.yyyy", "yyyy-MM-dd", "MM/dd/yyyy", "yyyyMMdd", "dd.MM.yy")
                from year in Gen.Elements("2026", "2024", "1900", "0000", "9999")
                from month in Gen.Choose(0, 13)
                from day in Gen.Choose(0, 32)
                select written.Replace("yyyy", year, StringComparison.Ordinal).Replace("yy", year[2..], StringComparison.Ordinal)
                    .Replace("MM", $"{month:00}", StringComparison.Ordinal).Replace("dd", $"{day:00}", StringComparison.Ordinal))
            select (format, text);

        Prop.ForAll(Arb.From(samples), sample =>
        {
            var isRead = new CsvDateFormat(sample.format).TryRead(Encoding.UTF8.GetBytes(sample.text), out var day);

            Assert.Equal((CsvDate.TryRead(sample.text, [sample.format], out var expected), expected), (isRead, day));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }
}
