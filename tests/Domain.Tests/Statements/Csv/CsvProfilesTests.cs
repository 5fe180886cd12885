using System.Text.Json.Nodes;
using Reconciliation.Domain.Statements.Csv;

namespace Reconciliation.Domain.Tests.Statements.Csv;

public class CsvProfilesTests
{
    private const string Sound = """
        { "name": "bank", "separator": ",", "header": ["Date", "Text", "Amount"], "dateFormats": ["dd.MM.yy"], "currency": "EUR",
          "columns": { "bookingDate": ["Date"], "remittance": "Text", "amount": "Amount" } }
        """;

    [Fact]
    public void Parse_ASoundProfile_GivesItWithItsDefaults()
    {
        var parsing = CsvProfiles.Parse(Sound);

        Assert.Empty(parsing.Errors);
        var profile = Assert.Single(parsing.Profiles);
        Assert.Equal(("bank", ',', '.', "", "windows-1252", false), (profile.Name, profile.Separator, profile.DecimalMark, profile.ThousandsMarks, profile.Encoding, profile.NewestFirst));
        Assert.Equal(["Date", "Text", "Amount"], profile.Header.ToArray());
        Assert.Equal(["Text"], profile.Columns.Remittance.ToArray());
        Assert.Equal(CsvDatelessRow.Refused, profile.Rows.WithoutDate);
    }

    [Theory]
    [InlineData("seperator", "\";\"", "seperator: is not a known property")]
    [InlineData("columns.amounts", "\"Amount\"", "columns.amounts: is not a known property")]
    [InlineData("columns.bookingDate", null, "columns.bookingDate: is missing")]
    [InlineData("columns.bookingDate", "\"Day\"", "columns.bookingDate: 'Day' is not in the header")]
    [InlineData("columns.amount", null, "columns: neither amount nor debit and credit are given")]
    [InlineData("columns.debit", "\"Text\"", "columns: amount excludes debit and credit")]
    [InlineData("columns.sign", "\"Text\"", "columns.sign: needs amount, debitFlags and creditFlags")]
    [InlineData("debitsNegative", "true", "debitsNegative: there is no debit column")]
    [InlineData("name", null, "name: is missing")]
    [InlineData("name", "7", "name: is not a text")]
    [InlineData("columns.remittance", "[\"Text\", \"More\"]", "columns.remittance: 'More' is not in the header")]
    [InlineData("header", "[\"Date\", \"Text\", \"Amount\", \"Amount\"]", "columns.amount: 'Amount' is more than once in the header")]
    [InlineData("header", "[\"Date\", 1, \"Amount\"]", "header[1]: is not a text")]
    [InlineData("dateFormats", null, "dateFormats: is missing")]
    [InlineData("dateFormats", "\"dd.MM\"", "dateFormats: 'dd.MM' does not hold day, month and year")]
    [InlineData("dateFormats", "\"%\"", "dateFormats: '%' does not hold day, month and year")]
    [InlineData("separator", "\";;\"", "separator: is not one character")]
    [InlineData("separator", "\"a\"", "separator: 'a' cannot part cells")]
    [InlineData("decimalMark", "\"'\"", "decimalMark: is neither a point nor a comma")]
    [InlineData("thousandsMarks", "\" .\"", "thousandsMarks: holds the decimal mark, a letter or a digit")]
    [InlineData("encoding", "\"klingon\"", "encoding: 'klingon' is not a code page of one byte a character")]
    [InlineData("encoding", "\"shift_jis\"", "encoding: 'shift_jis' is not a code page of one byte a character")]
    [InlineData("currency", null, "currency: is missing, and neither a column nor the preamble nor the header has it")]
    [InlineData("currency", "\"EURO\"", "currency: 'EURO' is not a code of ISO 4217")]
    [InlineData("newestFirst", "\"yes\"", "newestFirst: is neither true nor false")]
    [InlineData("preamble", "{ \"rows\": -1 }", "preamble.rows: is not a whole number from 0 to 100")]
    [InlineData("preamble", "3", "preamble: is not an object")]
    [InlineData("rows", "{ \"withoutDate\": \"kept\" }", "rows.withoutDate: is none of refused, continues, ignored")]
    [InlineData("rows", "{ \"ignored\": [{ \"column\": \"Text\" }] }", "rows.ignored[0].is: is missing")]
    [InlineData("rows", "{ \"ignored\": [{ \"column\": \"State\", \"is\": \"x\" }] }", "rows.ignored: 'State' is not in the header")]
    [InlineData("rows", "{ \"pending\": \"x\" }", "rows.pending: is not a list")]
    public void Parse_OneFault_IsNamedWithItsPlace(string property, string? value, string expected)
    {
        var parsing = CsvProfiles.Parse(With(property, value));

        Assert.Empty(parsing.Profiles);
        var name = property == "name" ? "" : " (bank)";
        Assert.Equal($"profile 1{name}, {expected}", Assert.Single(parsing.Errors));
    }

    [Fact]
    public void Parse_SeveralProfiles_KeepsTheSoundOnes()
    {
        var parsing = CsvProfiles.Parse($"[{Sound}, {With("columns.amount", null)}, 5]");

        Assert.Single(parsing.Profiles);
        Assert.Equal(["profile 2 (bank), columns: neither amount nor debit and credit are given", "profile 3, is not an object"], parsing.Errors.Take(2));
    }

    [Fact]
    public void Parse_AHeaderOfTwoCells_IsTooLittleToTellAFileBy()
    {
        var parsing = CsvProfiles.Parse("""
            { "name": "short", "header": ["Date", "Amount"], "dateFormats": "dd.MM.yy", "currency": "EUR",
              "columns": { "bookingDate": "Date", "amount": "Amount" } }
            """);

        Assert.Equal("profile 1 (short), header: has fewer than three cells, too few to tell a file by", Assert.Single(parsing.Errors));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"name\": ")]
    [InlineData("name: bank")]
    public void Parse_TextThatIsNotJson_SaysSo(string json)
    {
        var parsing = CsvProfiles.Parse(json);

        Assert.Empty(parsing.Profiles);
        Assert.StartsWith("The text is not JSON: ", Assert.Single(parsing.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_APropertyGivenTwice_IsAnError()
    {
        var parsing = CsvProfiles.Parse(Sound.Replace("\"currency\": \"EUR\"", "\"currency\": \"EUR\", \"currency\": \"CHF\"", StringComparison.Ordinal));

        Assert.Equal("profile 1 (bank), currency: is given twice", Assert.Single(parsing.Errors));
    }

    [Fact]
    public void BuiltIn_EveryProfile_HasANameOfItsOwnAndAHeaderOfItsOwn()
    {
        var profiles = CsvProfiles.BuiltIn;

        Assert.NotEmpty(profiles);
        Assert.Equal(profiles.Length, profiles.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(profiles.Length, profiles.Select(p => p.Separator + string.Join(p.Separator, p.Header)).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static string With(string property, string? value)
    {
        var profile = JsonNode.Parse(Sound)!.AsObject();
        var path = property.Split('.');
        var parent = path.Length == 1 ? profile : profile[path[0]]!.AsObject();
        parent.Remove(path[^1]);
        if (value is not null)
            parent[path[^1]] = JsonNode.Parse(value);
        return profile.ToJsonString();
    }
}
