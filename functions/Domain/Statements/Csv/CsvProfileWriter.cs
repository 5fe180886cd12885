using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Writes a profile as the JSON that <see cref="CsvProfiles.Parse"/> reads; what is as by default is left out.</summary>
public static class CsvProfileWriter
{
    // The file is for people, and accents are not worth an escape.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The JSON of a profile.</summary>
    public static string Write(CsvProfile profile)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("name", profile.Name);
            json.WriteString("separator", profile.Separator.ToString());
            json.WriteString("encoding", profile.Encoding);
            Texts(json, "header", profile.Header);
            Flag(json, "withoutHeader", profile.WithoutHeader);
            Columns(json, profile.Columns);
            Texts(json, "dateFormats", profile.DateFormats);
            json.WriteString("decimalMark", profile.DecimalMark.ToString());
            Text(json, "thousandsMarks", profile.ThousandsMarks);
            Text(json, "currencySigns", profile.CurrencySigns);
            Flag(json, "purchasesPositive", profile.PurchasesPositive);
            Flag(json, "debitsNegative", profile.DebitsNegative);
            Texts(json, "debitFlags", profile.DebitFlags);
            Texts(json, "creditFlags", profile.CreditFlags);
            Text(json, "account", profile.Account);
            Text(json, "currency", profile.Currency);
            Flag(json, "newestFirst", profile.NewestFirst);
            Flag(json, "interleaved", profile.Interleaved);
            Preamble(json, profile.Preamble);
            Rows(json, profile.Rows);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Columns(Utf8JsonWriter json, CsvColumns columns)
    {
        json.WriteStartObject("columns");
        Texts(json, "bookingDate", columns.BookingDate);
        Text(json, "valueDate", columns.ValueDate);
        Text(json, "amount", columns.Amount);
        Text(json, "debit", columns.Debit);
        Text(json, "credit", columns.Credit);
        Text(json, "sign", columns.Sign);
        Text(json, "balance", columns.Balance);
        Text(json, "currency", columns.Currency);
        Text(json, "account", columns.Account);
        Text(json, "counterpartyName", columns.CounterpartyName);
        Text(json, "counterpartyAccount", columns.CounterpartyAccount);
        Text(json, "counterpartyBank", columns.CounterpartyBank);
        Texts(json, "remittance", columns.Remittance);
        Text(json, "reference", columns.Reference);
        Text(json, "endToEndId", columns.EndToEndId);
        Text(json, "mandateId", columns.MandateId);
        Text(json, "creditorReference", columns.CreditorReference);
        Text(json, "type", columns.Type);
        json.WriteEndObject();
    }

    private static void Preamble(Utf8JsonWriter json, CsvPreambleRules rules)
    {
        if (rules.Rows == 0)
            return;
        json.WriteStartObject("preamble");
        json.WriteNumber("rows", rules.Rows);
        Text(json, "account", rules.Account);
        Text(json, "currency", rules.Currency);
        Flag(json, "currencyUnlabelled", rules.CurrencyUnlabelled);
        Text(json, "openingBalance", rules.OpeningBalance);
        Text(json, "closingBalance", rules.ClosingBalance);
        json.WriteEndObject();
    }

    private static void Rows(Utf8JsonWriter json, CsvRowRules rules)
    {
        json.WriteStartObject("rows");
        json.WriteString("withoutDate", rules.WithoutDate switch
        {
            CsvDatelessRow.Refused => "refused",
            CsvDatelessRow.Continues => "continues",
            CsvDatelessRow.Ignored => "ignored",
        });
        Conditions(json, "ignored", rules.Ignored);
        Conditions(json, "pending", rules.Pending);
        Texts(json, "endMarks", rules.EndMarks);
        json.WriteEndObject();
    }

    private static void Conditions(Utf8JsonWriter json, string name, ImmutableArray<CsvRowCondition> conditions)
    {
        if (conditions.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var condition in conditions)
        {
            json.WriteStartObject();
            json.WriteString("column", condition.Column);
            Texts(json, "is", condition.Is);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }

    private static void Flag(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
            json.WriteBoolean(name, flag);
    }
}
