using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reconciliation.Domain;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Pipeline.Serialization;

/// <summary>
/// Writes what <see cref="StoredJson.Write{T}"/> writes of a <see cref="StatementEntry"/>, byte for byte, into a buffer and
/// without a text in between: of everything stored there is by far the most of it. Not for use by several threads at once.
/// </summary>
public sealed class StoredEntryWriter : IDisposable
{
    private const int LongestScalar = 32;

    private readonly Utf8JsonWriter _json;

    /// <summary>Writes to the end of <paramref name="target"/>.</summary>
    public StoredEntryWriter(IBufferWriter<byte> target) => _json = new Utf8JsonWriter(
        target, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Writes an entry; all of it is in the target once this returns.</summary>
    public void Write(StatementEntry entry)
    {
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteNumber(Names.Position, entry.Position);
        _json.WriteNumber(Names.Line, entry.Line);
        Amount(Names.Amount, entry.Amount);
        Day(Names.BookingDate, entry.BookingDate.Day);
        if (entry.ValueDate is { } valueDate)
            Day(Names.ValueDate, valueDate.Day);
        _json.WriteString(Names.Status, StoredText.Of(entry.Status));
        _json.WriteBoolean(Names.IsReversal, entry.IsReversal);
        Text(Names.BankReference, entry.BankReference);
        Text(Names.EntryReference, entry.EntryReference);
        Code(entry.Code);
        Amount(Names.Charges, entry.Charges);
        Text(Names.BankText, entry.BankText);
        Details(entry.Details);
        Texts(Names.Other, entry.Other);
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <summary>Lets go of what it holds; the target stays.</summary>
    public void Dispose() => _json.Dispose();

    private void Code(BankTransactionCode code)
    {
        _json.WriteStartObject(Names.Code);
        Text(Names.Domain, code.Domain);
        Text(Names.Proprietary, code.Proprietary);
        Text(Names.CodeOperationInterbancaire, code.CodeOperationInterbancaire);
        _json.WriteEndObject();
    }

    private void Details(ImmutableArray<TransactionDetail> details)
    {
        if (details.IsEmpty)
            return;
        _json.WriteStartArray(Names.Details);
        foreach (var detail in details)
            Detail(detail);
        _json.WriteEndArray();
    }

    private void Detail(TransactionDetail detail)
    {
        _json.WriteStartObject();
        Amount(Names.Amount, detail.Amount);
        References(detail.References);
        Party(Names.Counterparty, detail.Counterparty);
        Party(Names.UltimateCounterparty, detail.UltimateCounterparty);
        Texts(Names.Remittance, detail.Remittance);
        Texts(Names.CreditorReferences, detail.CreditorReferences);
        Documents(detail.ReferredDocuments);
        Text(Names.Purpose, detail.Purpose);
        Text(Names.ReturnReason, detail.ReturnReason);
        Texts(Names.Other, detail.Other);
        _json.WriteEndObject();
    }

    private void References(PaymentReferences references)
    {
        _json.WriteStartObject(Names.References);
        Text(Names.EndToEndId, references.EndToEndId);
        Text(Names.InstructionId, references.InstructionId);
        Text(Names.TransactionId, references.TransactionId);
        Text(Names.Uetr, references.Uetr);
        Text(Names.MandateId, references.MandateId);
        Text(Names.ChequeNumber, references.ChequeNumber);
        Text(Names.PaymentInformationId, references.PaymentInformationId);
        Text(Names.BankReference, references.BankReference);
        _json.WriteEndObject();
    }

    private void Party(JsonEncodedText name, Party party)
    {
        _json.WriteStartObject(name);
        Text(Names.Name, party.Name);
        Text(Names.Account, party.Account);
        Text(Names.Bank, party.Bank);
        Text(Names.Id, party.Id);
        _json.WriteEndObject();
    }

    private void Documents(ImmutableArray<ReferredDocument> documents)
    {
        if (documents.IsEmpty)
            return;
        _json.WriteStartArray(Names.ReferredDocuments);
        foreach (var document in documents)
        {
            _json.WriteStartObject();
            Text(Names.Number, document.Number);
            Text(Names.Type, document.Type);
            Amount(Names.Amount, document.Amount);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Text(JsonEncodedText name, string? text)
    {
        if (text is not null)
            _json.WriteString(name, text);
    }

    private void Texts(JsonEncodedText name, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
            return;
        _json.WriteStartArray(name);
        foreach (var text in texts)
            _json.WriteStringValue(text);
        _json.WriteEndArray();
    }

    private void Day(JsonEncodedText name, DateOnly day)
    {
        Span<byte> text = stackalloc byte[LongestScalar];
        _json.WriteString(name, text[..StoredUtf8.Write(day, text)]);
    }

    private void Amount(JsonEncodedText name, Money? amount)
    {
        if (amount is not { } known)
            return;
        Span<byte> text = stackalloc byte[LongestScalar];
        _json.WriteString(name, text[..StoredUtf8.Write(known, text)]);
    }

    private static class Names
    {
        public static readonly JsonEncodedText Position = Of(nameof(StatementEntry.Position));
        public static readonly JsonEncodedText Line = Of(nameof(StatementEntry.Line));
        public static readonly JsonEncodedText Amount = Of(nameof(StatementEntry.Amount));
        public static readonly JsonEncodedText BookingDate = Of(nameof(StatementEntry.BookingDate));
        public static readonly JsonEncodedText ValueDate = Of(nameof(StatementEntry.ValueDate));
        public static readonly JsonEncodedText Status = Of(nameof(StatementEntry.Status));
        public static readonly JsonEncodedText IsReversal = Of(nameof(StatementEntry.IsReversal));
        public static readonly JsonEncodedText BankReference = Of(nameof(StatementEntry.BankReference));
        public static readonly JsonEncodedText EntryReference = Of(nameof(StatementEntry.EntryReference));
        public static readonly JsonEncodedText Code = Of(nameof(StatementEntry.Code));
        public static readonly JsonEncodedText Charges = Of(nameof(StatementEntry.Charges));
        public static readonly JsonEncodedText BankText = Of(nameof(StatementEntry.BankText));
        public static readonly JsonEncodedText Details = Of(nameof(StatementEntry.Details));
        public static readonly JsonEncodedText Other = Of(nameof(StatementEntry.Other));
        public static readonly JsonEncodedText Domain = Of(nameof(BankTransactionCode.Domain));
        public static readonly JsonEncodedText Proprietary = Of(nameof(BankTransactionCode.Proprietary));
        public static readonly JsonEncodedText CodeOperationInterbancaire = Of(nameof(BankTransactionCode.CodeOperationInterbancaire));
        public static readonly JsonEncodedText References = Of(nameof(TransactionDetail.References));
        public static readonly JsonEncodedText Counterparty = Of(nameof(TransactionDetail.Counterparty));
        public static readonly JsonEncodedText UltimateCounterparty = Of(nameof(TransactionDetail.UltimateCounterparty));
        public static readonly JsonEncodedText Remittance = Of(nameof(TransactionDetail.Remittance));
        public static readonly JsonEncodedText CreditorReferences = Of(nameof(TransactionDetail.CreditorReferences));
        public static readonly JsonEncodedText ReferredDocuments = Of(nameof(TransactionDetail.ReferredDocuments));
        public static readonly JsonEncodedText Purpose = Of(nameof(TransactionDetail.Purpose));
        public static readonly JsonEncodedText ReturnReason = Of(nameof(TransactionDetail.ReturnReason));
        public static readonly JsonEncodedText EndToEndId = Of(nameof(PaymentReferences.EndToEndId));
        public static readonly JsonEncodedText InstructionId = Of(nameof(PaymentReferences.InstructionId));
        public static readonly JsonEncodedText TransactionId = Of(nameof(PaymentReferences.TransactionId));
        public static readonly JsonEncodedText Uetr = Of(nameof(PaymentReferences.Uetr));
        public static readonly JsonEncodedText MandateId = Of(nameof(PaymentReferences.MandateId));
        public static readonly JsonEncodedText ChequeNumber = Of(nameof(PaymentReferences.ChequeNumber));
        public static readonly JsonEncodedText PaymentInformationId = Of(nameof(PaymentReferences.PaymentInformationId));
        public static readonly JsonEncodedText Name = Of(nameof(Reconciliation.Domain.Statements.Party.Name));
        public static readonly JsonEncodedText Account = Of(nameof(Reconciliation.Domain.Statements.Party.Account));
        public static readonly JsonEncodedText Bank = Of(nameof(Reconciliation.Domain.Statements.Party.Bank));
        public static readonly JsonEncodedText Id = Of(nameof(Reconciliation.Domain.Statements.Party.Id));
        public static readonly JsonEncodedText Number = Of(nameof(ReferredDocument.Number));
        public static readonly JsonEncodedText Type = Of(nameof(ReferredDocument.Type));

        private static JsonEncodedText Of(string member) => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(member));
    }
}
