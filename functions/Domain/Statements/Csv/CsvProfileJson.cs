using System.Collections.Immutable;
using System.Text.Json;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Profiles from JSON, with every fault named by its place.</summary>
internal static class CsvProfileJson
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static CsvProfileParsing Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return new CsvProfileParsing([], [$"The text is not JSON: {fault.Message}"]);
        }
    }

    private static CsvProfileParsing Read(JsonElement root)
    {
        var profiles = ImmutableArray.CreateBuilder<CsvProfile>();
        var errors = ImmutableArray.CreateBuilder<string>();
        var elements = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : new[] { root };
        for (var i = 0; i < elements.Length; i++)
        {
            var source = new JsonProperties(elements[i], $"profile {i + 1}");
            var profile = Profile(source);
            var faults = source.Errors.Count > 0 ? source.Errors : CsvProfileChecks.Faults(profile);
            if (faults.Count == 0)
                profiles.Add(profile);
            else
                errors.AddRange(faults.Select(fault => $"{source.Path}{(profile.Name is "" ? "" : $" ({profile.Name})")}, {fault}"));
        }

        return new CsvProfileParsing(profiles.ToImmutable(), errors.ToImmutable());
    }

    private static CsvProfile Profile(JsonProperties source)
    {
        var profile = new CsvProfile
        {
            Name = source.RequiredText("name"),
            Separator = source.Character("separator", ';'),
            Encoding = source.Text("encoding") ?? "windows-1252",
            Header = source.Texts("header"),
            WithoutHeader = source.Flag("withoutHeader"),
            Columns = Columns(source.Section("columns")),
            Preamble = Preamble(source.Section("preamble")),
            Rows = Rows(source.Section("rows")),
            DateFormats = source.Texts("dateFormats"),
            DecimalMark = source.Character("decimalMark", '.'),
            ThousandsMarks = source.Text("thousandsMarks") ?? "",
            CurrencySigns = source.Text("currencySigns") ?? "",
            PurchasesPositive = source.Flag("purchasesPositive"),
            DebitsNegative = source.Flag("debitsNegative"),
            DebitFlags = source.Texts("debitFlags"),
            CreditFlags = source.Texts("creditFlags"),
            Account = source.Text("account"),
            Currency = source.Text("currency"),
            NewestFirst = source.Flag("newestFirst"),
            Interleaved = source.Flag("interleaved"),
        };
        source.RefuseTheRest();
        return profile;
    }

    private static CsvColumns Columns(JsonProperties source)
    {
        var columns = new CsvColumns
        {
            BookingDate = source.Texts("bookingDate"),
            ValueDate = source.Text("valueDate"),
            Amount = source.Text("amount"),
            Debit = source.Text("debit"),
            Credit = source.Text("credit"),
            Sign = source.Text("sign"),
            Balance = source.Text("balance"),
            Currency = source.Text("currency"),
            Account = source.Text("account"),
            CounterpartyName = source.Text("counterpartyName"),
            CounterpartyAccount = source.Text("counterpartyAccount"),
            CounterpartyBank = source.Text("counterpartyBank"),
            Remittance = source.Texts("remittance"),
            Reference = source.Text("reference"),
            EndToEndId = source.Text("endToEndId"),
            MandateId = source.Text("mandateId"),
            CreditorReference = source.Text("creditorReference"),
            Type = source.Text("type"),
        };
        source.RefuseTheRest();
        return columns;
    }

    private static CsvPreambleRules Preamble(JsonProperties source)
    {
        var preamble = new CsvPreambleRules
        {
            Rows = source.Count("rows"),
            Account = source.Text("account"),
            Currency = source.Text("currency"),
            CurrencyUnlabelled = source.Flag("currencyUnlabelled"),
            OpeningBalance = source.Text("openingBalance"),
            ClosingBalance = source.Text("closingBalance"),
        };
        source.RefuseTheRest();
        return preamble;
    }

    private static CsvRowRules Rows(JsonProperties source)
    {
        var rows = new CsvRowRules
        {
            WithoutDate = WithoutDate(source),
            Ignored = Conditions(source, "ignored"),
            Pending = Conditions(source, "pending"),
            EndMarks = source.Texts("endMarks"),
        };
        source.RefuseTheRest();
        return rows;
    }

    private static CsvDatelessRow WithoutDate(JsonProperties source)
    {
        switch (source.Text("withoutDate"))
        {
            case null or "refused":
                return CsvDatelessRow.Refused;
            case "continues":
                return CsvDatelessRow.Continues;
            case "ignored":
                return CsvDatelessRow.Ignored;
            default:
                source.Fault("withoutDate", "is none of refused, continues, ignored");
                return CsvDatelessRow.Refused;
        }
    }

    private static ImmutableArray<CsvRowCondition> Conditions(JsonProperties source, string name) =>
        [.. source.Sections(name).Select(Condition)];

    private static CsvRowCondition Condition(JsonProperties source)
    {
        var condition = new CsvRowCondition(source.RequiredText("column"), source.Texts("is"));
        if (condition.Is.IsEmpty)
            source.Fault("is", "is missing");
        source.RefuseTheRest();
        return condition;
    }
}
