using System.Text;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Measure.Camt;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Measure.Swift;

/// <summary>
/// Field 86 in the dialects that banks write: mostly numbered subfields with SEPA words in them, some words between
/// slashes, some free text.
/// </summary>
internal sealed class LargeInformation(DeterministicRandom random)
{
    private const int LineLength = 65;
    private const int SubfieldLength = 27;

    private static readonly int[] PurposeKeys = [.. Enumerable.Range(20, 10), .. Enumerable.Range(60, 4)];

    private readonly StringBuilder _field = new();

    public void Write(TextWriter text, LargeEntry entry)
    {
        _field.Clear().Append(":86:");
        var payment = entry.Payments is [var single] ? single : null;
        switch (random.Below(100))
        {
            case < 75:
                AddSubfields(entry, payment);
                WriteWrapped(text);
                break;
            case < 90 when payment is not null:
                AddSlashWords(entry, payment);
                WriteWrapped(text);
                break;
            default:
                WriteLines(text, entry, payment);
                break;
        }
    }

    private void AddSubfields(LargeEntry entry, LargePayment? payment)
    {
        var (code, label) = entry.Code.Family switch
        {
            "RCDT" => ("166", "SEPA-GUTSCHRIFT"),
            "ICDT" => ("177", "SEPA-UEBERWEISUNG"),
            "RDDT" => ("105", "SEPA-LASTSCHRIFT"),
            _ => ("835", "SONSTIGE BUCHUNG"),
        };
        _field.Append(code).Append("?00").Append(label).Append("?10931");
        foreach (var (key, piece) in PurposeKeys.Zip(Purposes(entry, payment).SelectMany(p => BankText.Pieces(BankText.Plain(p), SubfieldLength))))
            _field.Append('?').Append(key).Append(piece);
        if (payment is null)
            return;
        _field.Append("?30").Append(payment.Party.Bic).Append("?31").Append(payment.Party.Iban.Value);
        foreach (var (key, piece) in new[] { 32, 33 }.Zip(BankText.Pieces(BankText.Plain(payment.Party.Name), SubfieldLength)))
            _field.Append('?').Append(key).Append(piece);
        _field.Append("?34000");
    }

    private static IEnumerable<string> Purposes(LargeEntry entry, LargePayment? payment)
    {
        yield return "EREF+" + (payment?.EndToEndId ?? "NOTPROVIDED");
        yield return "KREF+" + entry.Reference;
        if (payment?.MandateId is { } mandate)
        {
            yield return "MREF+" + mandate;
            yield return "CRED+" + InventedCreditor.CreditorIdentifier;
        }

        yield return "SVWZ+" + (payment is null ? entry.BankText : string.Join(' ', payment.Remittance.Append(payment.CreditorReference)));
    }

    private void AddSlashWords(LargeEntry entry, LargePayment payment) => _field
        .Append("/TRTP/SEPA OVERBOEKING/IBAN/").Append(payment.Party.Iban.Value)
        .Append("/BIC/").Append(payment.Party.Bic)
        .Append("/NAME/").Append(BankText.Plain(payment.Party.Name))
        .Append("/REMI/").Append(BankText.Plain(string.Join(' ', payment.Remittance)).Replace('/', ' '))
        .Append("/EREF/").Append(payment.EndToEndId ?? entry.Reference);

    // The bank cuts where the line is full, in the middle of a word or a code.
    private void WriteWrapped(TextWriter text)
    {
        for (var start = 0; start < _field.Length; start += LineLength)
            text.WriteLine(_field.ToString(start, Math.Min(LineLength, _field.Length - start)));
    }

    private void WriteLines(TextWriter text, LargeEntry entry, LargePayment? payment)
    {
        text.WriteLine(_field.Append(BankText.Plain(entry.BankText)).ToString());
        if (payment is null)
            return;
        text.WriteLine(Invariant($"DE {BankText.Plain(payment.Party.Name)}"));
        foreach (var line in payment.Remittance)
            text.WriteLine("MOTIF " + BankText.Plain(line).TrimStart('-', ':'));
        if (payment.EndToEndId is { } reference)
            text.WriteLine("REF " + reference);
    }
}
