using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.People;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>
/// Field 86 in subfields: GVC, ?00 posting text, ?10 journal, ?20 to ?29 and ?60 to ?63 purpose with its SEPA words,
/// ?30 and ?31 the other bank and account, ?32 and ?33 the name, ?34 the return.
/// </summary>
internal static class Mt940Details
{
    private const int LineLength = 65;
    private const int SubfieldLength = 27;

    private static readonly int[] PurposeKeys = [.. Enumerable.Range(20, 10), .. Enumerable.Range(60, 4)];

    /// <summary>The field's lines; they break before a subfield.</summary>
    public static IEnumerable<string> Lines(BankLine line)
    {
        var codes = OperationCodes.Of(line.Operation);
        var current = $":86:{codes.Gvc}?00{BankText.Cut(codes.Label, SubfieldLength)}";
        foreach (var subfield in Subfields(line, line.Details.Single()))
        {
            if (current.Length + subfield.Length > LineLength)
            {
                yield return current;
                current = "";
            }

            current += subfield;
        }

        yield return current;
    }

    private static IEnumerable<string> Subfields(BankLine line, LineDetail detail)
    {
        yield return Invariant($"?10{9300 + (int)line.Operation}");
        foreach (var (key, piece) in PurposeKeys.Zip(Purposes(line, detail).SelectMany(p => BankText.Pieces(BankText.Plain(p), SubfieldLength))))
            yield return Invariant($"?{key}{piece}");
        if (detail.Bic is { } bic)
            yield return "?30" + bic;
        if (detail.Account is { } account)
            yield return "?31" + account.Value;
        foreach (var (key, piece) in new[] { 32, 33 }.Zip(detail.Name is { } name ? BankText.Pieces(BankText.Plain(name), SubfieldLength) : []))
            yield return Invariant($"?{key}{piece}");
        if (line.ReturnReason is not null)
            yield return "?34914";
    }

    private static IEnumerable<string> Purposes(BankLine line, LineDetail detail)
    {
        if (detail.EndToEndId is { } endToEndId)
            yield return "EREF+" + endToEndId;
        if (detail.MandateId is { } mandate)
        {
            yield return "MREF+" + mandate;
            yield return "CRED+" + InventedCreditor.CreditorIdentifier;
        }

        var text = detail.Text.IsEmpty ? line.BankText : string.Join(' ', detail.Text);
        if (text is not null)
            yield return detail.Name is null ? text : "SVWZ+" + text;
        if (detail.UltimateName is { } ultimate)
            yield return "ABWA+" + ultimate;
    }
}
