using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Pipeline.Serialization;

/// <summary>
/// Domain records as JSON that is kept for years, the same in every adapter.
/// <para>Names are those of the members in camel case, values of enumerations are words with hyphens, kinds of events,
/// messages and explanations are the names of <see cref="StoredKinds"/>. Amounts are <c>12.34 EUR</c>, days and instants
/// ISO 8601. Reading ignores members that it does not know, and refuses by <see cref="JsonException"/> what lacks a
/// member that a record cannot be without: a member added later is optional or has a default.</para>
/// </summary>
public static class StoredJson
{
    /// <summary>The rules of the stored form.</summary>
    public static JsonSerializerOptions Options { get; } = Build();

    /// <summary>Writes a value as <typeparamref name="T"/>; an event as <see cref="AccountEvent"/>, so that its kind is named.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Write{T}"/> wrote; throws <see cref="JsonException"/> for anything else.</summary>
    public static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"Nothing is stored where a {typeof(T).Name} belongs.");
        }
        catch (NotSupportedException exception)
        {
            // How a missing kind shows: the reader is left with an abstract type.
            throw new JsonException(exception.Message, exception);
        }
    }

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            RespectNullableAnnotations = true,
            AllowOutOfOrderMetadataProperties = true,
            // Stored, never put into a page: accents stay legible.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StoredShape.Apply } },
            Converters =
            {
                new OrdinalDictionaryConverter(),
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
                new TextConverter<Money>(StoredText.Of, StoredText.Money),
                new TextConverter<Currency>(currency => currency.Code, StoredText.Currency),
                new TextConverter<Iban>(iban => iban.Value, StoredText.Iban),
                new TextConverter<AccountId>(account => account.ToString(), AccountId.Parse),
                new TextConverter<BankAccountId>(account => account.Value, StoredText.BankAccount),
                new TextConverter<BookingDate>(date => StoredText.Of(date.Day), text => new BookingDate(StoredText.Day(text))),
                new TextConverter<ValueDate>(date => StoredText.Of(date.Day), text => new ValueDate(StoredText.Day(text))),
            },
        };
        options.MakeReadOnly();
        return options;
    }
}
