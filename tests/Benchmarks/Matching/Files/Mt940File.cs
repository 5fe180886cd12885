using System.Text;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Matching.Files;

/// <summary>Writes a statement as MT940 with the German structured field 86: capitals, pieces of 27 characters.</summary>
internal static class Mt940File
{
    private const int LineLength = 65;
    private const int SubfieldLength = 27;

    private static readonly int[] PurposeKeys = [.. Enumerable.Range(20, 10), .. Enumerable.Range(60, 4)];

    public static void Write(Stream file, StatementToWrite statement)
    {
        using var text = new StreamWriter(file, Encoding.ASCII, leaveOpen: true) { NewLine = "\r\n" };
        text.WriteLine(Invariant($":20:LABELLED{statement.Number}"));
        text.WriteLine(":25:" + statement.House.Iban.Value);
        text.WriteLine(Invariant($":28C:{statement.Number % 100_000:00000}/001"));
        text.WriteLine(Balance("60F", statement.Opening, statement.First));
        for (var i = 0; i < statement.Payments.Count; i++)
            Entry(text, statement.Payments[i], statement.ReferenceOf(i));
        text.WriteLine(Balance("62F", statement.Closing, statement.Last));
        text.WriteLine("-");
    }

    private static void Entry(StreamWriter text, LabelledPayment payment, string reference)
    {
        var codes = OperationCodes.Of(payment.Operation);
        var mark = payment.Operation == Operation.DirectDebitReturned ? "RC" : payment.Cents < 0 ? "D" : "C";
        text.WriteLine(Invariant($":61:{payment.Booked:yyMMdd}{payment.Booked:MMdd}{mark}{Figure(payment.Cents)}{codes.Swift}NONREF//{reference}"));
        var line = $":86:{codes.Gvc}?00{BankText.Cut(codes.Label, SubfieldLength)}";
        foreach (var subfield in Subfields(payment))
        {
            if (line.Length + subfield.Length > LineLength)
            {
                text.WriteLine(line);
                line = "";
            }

            line += subfield;
        }

        text.WriteLine(line);
    }

    private static IEnumerable<string> Subfields(LabelledPayment payment)
    {
        foreach (var (key, piece) in PurposeKeys.Zip(Purposes(payment).SelectMany(p => BankText.Pieces(BankText.Plain(p), SubfieldLength))))
            yield return Invariant($"?{key}{piece}");
        if (payment.PayerBank is { } bank && payment.PayerAccount is not null)
            yield return "?30" + bank;
        if (payment.PayerAccount is { } account)
            yield return "?31" + account.Value;
        foreach (var (key, piece) in new[] { 32, 33 }.Zip(payment.PayerName is { } name ? BankText.Pieces(BankText.Plain(name), SubfieldLength) : []))
            yield return Invariant($"?{key}{piece}");
        if (payment.ReturnReason is not null)
            yield return "?34914";
    }

    private static IEnumerable<string> Purposes(LabelledPayment payment)
    {
        if (payment.EndToEndId is { } endToEndId)
            yield return "EREF+" + endToEndId;
        if (payment.MandateId is { } mandate)
            yield return "MREF+" + mandate;
        var words = payment.StructuredReference is { } reference ? payment.Lines.Insert(0, reference) : payment.Lines;
        var purpose = string.Join(' ', words);
        if (purpose.Length > 0)
            yield return "SVWZ+" + purpose;
        if (payment.UltimateName is { } ultimate)
            yield return "ABWA+" + ultimate;
    }

    private static string Balance(string tag, long cents, DateOnly day) =>
        Invariant($":{tag}:{(cents < 0 ? 'D' : 'C')}{day:yyMMdd}EUR{Figure(cents)}");

    private static string Figure(long cents) => new Money(Math.Abs(cents), Currency.Eur).ToDecimalString().Replace('.', ',');
}
