using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Csv;
using Reconciliation.Domain.Statements.Csv.Suggestion;

namespace Reconciliation.Domain.Tests.Statements.Csv;

public class CsvSuggesterTests
{
    // Why nothing can be proposed for a file, or why it reads otherwise than the profile of its bank.
    private static readonly Dictionary<string, string> NotAlike = new(StringComparer.Ordinal)
    {
        ["csv-no-entries"] = "No row has a date and an amount, so there is nothing to look at.",
    };

    public static TheoryData<string> Inputs => new(Robustness.Inputs("csv").Where(input => input.Contains("valid", StringComparison.Ordinal)));

    public static TheoryData<string> BuiltIn => new(CsvProfiles.BuiltIn.Select(profile => profile.Name));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Suggestion_ForAFixture_ReadsTheEntriesThatItsProfileReads(string input)
    {
        var bytes = Robustness.Bytes(input);
        var expected = Read(StatementReaders.All.OfType<CsvStatementReader>().Single(reader => reader.Recognises(bytes)), bytes);

        var suggestion = CsvSuggester.Of("proposed", bytes, isWhole: true);

        if (NotAlike.ContainsKey(Path.GetFileName(input).Split('.')[0]))
        {
            Assert.Null(suggestion.Profile);
            return;
        }

        Assert.True(suggestion.Profile is not null, Reasons(suggestion));
        var reader = new CsvStatementReader(suggestion.Profile);
        Assert.True(reader.Recognises(bytes), Reasons(suggestion));
        var read = Read(reader, bytes);
        Assert.True(Figures(expected).SequenceEqual(Figures(read)), $"{string.Join('\n', Figures(read))}\n{Reasons(suggestion)}");
        Assert.True(read.IsAcceptable, $"{string.Join('\n', read.Diagnostics.Select(d => d.Message))}\n{Reasons(suggestion)}");
    }

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void Writing_AProfile_IsReadAsTheSame(string name)
    {
        var written = CsvProfileWriter.Write(CsvProfiles.BuiltIn.Single(profile => profile.Name == name));

        var parsing = CsvProfiles.Parse(written);

        Assert.Empty(parsing.Errors);
        Assert.Equal(written, CsvProfileWriter.Write(Assert.Single(parsing.Profiles)));
    }

    [Theory]
    [InlineData("Date;Text;Amount\n03/04/2026;A;1,50\n05/04/2026;B;-2,50\n", "dd/MM/yyyy", CsvCertainty.Guessed)]
    [InlineData("Date;Text;Amount\n03/30/2026;A;1,50\n04/02/2026;B;-2,50\n", "MM/dd/yyyy", CsvCertainty.Sure)]
    [InlineData("Date;Text;Amount\n01/05/2026;A;1,50\n01/09/2026;B;1,50\n02/03/2026;C;-2,50\n", "MM/dd/yyyy", CsvCertainty.Guessed)]
    public void DateFormats_WithDayAndMonthInEitherOrder_SayHowSureTheyAre(string text, string format, CsvCertainty certainty)
    {
        var proposal = Assert.Single(Suggest(text).Proposals, proposal => proposal.Property == "dateFormats");

        Assert.Equal((format, certainty), (proposal.Value, proposal.Certainty));
    }

    [Theory]
    [InlineData("1.234,56;-7,5", ',', CsvCertainty.Sure)]
    [InlineData("1'234.56;-7.50", '.', CsvCertainty.Sure)]
    [InlineData("1.234.567;-75", ',', CsvCertainty.Sure)]
    [InlineData("1.500;-75", ',', CsvCertainty.Guessed)]
    [InlineData("1.500;-75.000", '.', CsvCertainty.Guessed)]
    [InlineData("1,500;-75", '.', CsvCertainty.Guessed)]
    [InlineData("15;-75", '.', CsvCertainty.Likely)]
    public void DecimalMark_IsVotedFor(string figures, char mark, CsvCertainty certainty)
    {
        var rows = figures.Split(';').Select((figure, i) => $"0{i + 1}.02.2026|text|{figure}|EUR");

        var suggestion = Suggest("Datum|Text|Betrag|Währung\n" + string.Join('\n', rows));

        var proposal = Assert.Single(suggestion.Proposals, proposal => proposal.Property == "decimalMark");
        Assert.Equal((mark.ToString(), certainty), (proposal.Value, proposal.Certainty));
    }

    [Fact]
    public void Sign_OfAFlagColumn_IsFound()
    {
        var profile = Suggest("Boekdatum;Naam;Bedrag;Af Bij;Munt\n01-02-2026;A;1,50;Af;EUR\n02-02-2026;B;2,50;Bij;EUR\n").Profile!;

        Assert.Equal(("Af Bij", "Af", "Bij"), (profile.Columns.Sign, Assert.Single(profile.DebitFlags), Assert.Single(profile.CreditFlags)));
    }

    [Fact]
    public void Order_OfOneDay_IsFoundByTheBalances()
    {
        const string newestFirst = "Date;Libellé;Montant;Solde\n02/02/2026;A;-10,00;90,00\n02/02/2026;B;100,00;100,00\n";

        Assert.True(Suggest(newestFirst).Profile!.NewestFirst);
    }

    [Fact]
    public void Table_WithoutTitles_IsReadByItsShape()
    {
        const string text = "2026-02-01;Vente;100;154.25;2026-02-01\n;suite du texte;;;\n2026-02-03;Achat;-40;114.25;2026-02-03\n";

        var reader = new CsvStatementReader(Suggest(text).Profile!);

        Assert.True(reader.Recognises(Encoding.UTF8.GetBytes(text)));
        Assert.False(reader.Recognises("2026-02-01;Vente;cent;154.25;2026-02-01\n"u8));
        Assert.Equal([100_00L, -40_00L], Assert.Single(Read(reader, Encoding.UTF8.GetBytes(text)).Statements).Entries.Select(entry => entry.Amount.MinorUnits));
    }

    [Fact]
    public void Currency_ThatNothingSays_IsNamedUnknown()
    {
        var proposal = Assert.Single(Suggest("Date;Text;Amount\n2026-02-01;A;1.50\n").Proposals, proposal => proposal.Property == "currency");

        Assert.Equal(CsvCertainty.Unknown, proposal.Certainty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear Sir or Madam,\n\nplease find enclosed nothing.\n")]
    [InlineData("A letter of the bank\n2026-02-01;A;1.50\n2026-02-02;B;2.50\n")]
    [InlineData("Date;Text;Amount\n")]
    [InlineData("\0\0\0;\"")]
    public void Suggestion_ForNoTableWithTitles_SaysWhatIsMissing(string text)
    {
        var suggestion = Suggest(text);

        Assert.Null(suggestion.Profile);
        Assert.Contains(suggestion.Proposals, proposal => proposal.Certainty == CsvCertainty.Unknown);
    }

    [Fact]
    public void Suggestion_ForAnyCutFixture_IsSoundOrNone()
    {
        foreach (var file in FixtureDamage.Files("csv").Where(file => file.Length < 4096))
        {
            for (var length = 0; length < file.Length; length += 7)
            {
                if (CsvSuggester.Of("proposed", file.AsSpan(0, length), isWhole: false).Profile is { } profile)
                    Assert.Empty(CsvProfiles.Parse(CsvProfileWriter.Write(profile)).Errors);
            }
        }
    }

    private static CsvSuggestion Suggest(string text) => CsvSuggester.Of("proposed", Encoding.UTF8.GetBytes(text), isWhole: true);

    private static StatementFile Read(CsvStatementReader reader, byte[] bytes) => StatementFile.Of(StatementChecks.Apply(reader.Read(new MemoryStream(bytes))));

    private static IEnumerable<string> Figures(StatementFile file) =>
        file.Statements.SelectMany(statement => statement.Entries.Select(entry => $"{entry.BookingDate} {entry.ValueDate} {entry.Amount.ToDecimalString()} {entry.Status}"))
            .Order(StringComparer.Ordinal);

    private static string Reasons(CsvSuggestion suggestion) => string.Join('\n', suggestion.Proposals.Select(p => $"{p.Property}: {p.Value} ({p.Certainty}) {p.Reason}"));
}
