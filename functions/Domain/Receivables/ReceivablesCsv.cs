using System.Collections.Frozen;
using System.Collections.Immutable;
using static Reconciliation.Domain.Receivables.CsvColumn;

namespace Reconciliation.Domain.Receivables;

/// <summary>
/// Reads receivables and credit notes from CSV: UTF-8, separated by <c>,</c> or <c>;</c>, columns by the names in the
/// first line. <c>IMPORTS.md</c> beside this file describes each column.
/// </summary>
public static class ReceivablesCsv
{
    private static readonly FrozenDictionary<string, ReceivableType> Types = new Dictionary<string, ReceivableType>
    {
        ["invoice"] = ReceivableType.Invoice,
        ["credit_note"] = ReceivableType.CreditNote,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, DebtorKind> Kinds = new Dictionary<string, DebtorKind>
    {
        ["business"] = DebtorKind.Business,
        ["consumer"] = DebtorKind.Consumer,
        ["public"] = DebtorKind.Public,
    }.ToFrozenDictionary();

    /// <summary>The columns.</summary>
    public static ImmutableArray<CsvColumn> Columns { get; } =
    [
        Required("number"), Optional("type"), Required("debtor_id"), Required("debtor_name"), Optional("debtor_kind"),
        Optional("customer_number"), Optional("debtor_iban"), Required("issue_date"), Required("due_date"),
        Required("amount"), Required("currency"), Optional("structured_reference"), Optional("order_number"),
        Optional("discount_amount"), Optional("discount_until"), Optional("contract_rate"), Optional("email"),
        Optional("phone"), Optional("address"), Optional("postcode"), Optional("city"), Optional("country"),
        Optional("language"),
    ];

    /// <summary>Reads a file to its end; the stream stays open. What the bytes say never throws.</summary>
    public static ReceivablesFile Read(Stream file)
    {
        var table = new CsvTable(Columns);
        var numbers = new LineIndex<string>();
        var rows = new List<ReceivableRow>();
        foreach (var line in table.Read(file))
        {
            var row = Row(line);
            if (row is not null)
                rows.Add(row);
            if (line.Text("number") is { } number)
                numbers.Add(number, line.Line);
        }

        table.Faults.AddRange(numbers.Repeated.Select(twice => ImportRules.NumberUsedTwice.At(
            twice.Line, "number", $"The number {twice.Key} also stands in line {twice.Other}.", twice.Key)));
        rows.RemoveAll(row => numbers.IsRepeated(row.Receivable.Number));
        RemoveContradictoryDebtors(rows, table.Faults);
        return new ReceivablesFile([.. rows], [.. table.Faults.OrderBy(fault => fault.Line)]);
    }

    private static ReceivableRow? Row(CsvLine line)
    {
        var debtor = ReadDebtor(line);
        var receivable = ReadReceivable(line);
        return line.HasFault ? null : new ReceivableRow(line.Line, debtor, receivable);
    }

    private static Debtor ReadDebtor(CsvLine line) => new()
    {
        Id = line.Text("debtor_id") ?? "",
        Name = line.Text("debtor_name") ?? "",
        Kind = line.OneOf("debtor_kind", Kinds) ?? DebtorKind.Business,
        CustomerNumber = line.Text("customer_number"),
        Ibans = ReadIbans(line),
        Email = line.Text("email"),
        Phone = line.Text("phone"),
        Address = line.Text("address"),
        Postcode = line.Text("postcode"),
        City = line.Text("city"),
        Country = line.TwoLetters("country", "a country code (ISO 3166)")?.ToUpperInvariant() ?? "FR",
        Language = line.TwoLetters("language", "a language code (ISO 639)")?.ToLowerInvariant() ?? "fr",
    };

    private static ImmutableArray<Iban> ReadIbans(CsvLine line)
    {
        var ibans = ImmutableArray.CreateBuilder<Iban>();
        var parts = line.Text("debtor_iban")?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var part in parts)
        {
            if (!Iban.TryParse(part, out var iban))
                line.Report(ImportRules.IbanInvalid, "debtor_iban", $"'{part}' is not an IBAN: its length or its check digits are wrong.", part);
            else if (!ibans.Contains(iban))
                ibans.Add(iban);
        }

        return ibans.ToImmutable();
    }

    private static Receivable ReadReceivable(CsvLine line)
    {
        var currency = line.Currency("currency");
        var issued = line.Date("issue_date");
        var due = line.Date("due_date");
        var amount = line.Amount("amount", currency);
        if (due < issued)
            line.Report(ImportRules.DueBeforeIssue, "due_date", $"Due on {line.Text("due_date")}, issued on {line.Text("issue_date")}.", line.Text("due_date"));
        return new Receivable
        {
            Number = line.Text("number") ?? "",
            Type = line.OneOf("type", Types) ?? ReceivableType.Invoice,
            IssueDate = issued ?? default,
            DueDate = due ?? default,
            Amount = amount ?? default,
            StructuredReference = line.Text("structured_reference"),
            OrderNumber = line.Text("order_number"),
            Discount = ReadDiscount(line, currency, amount, issued),
            ContractRate = line.Rate("contract_rate"),
        };
    }

    private static EarlyPaymentDiscount? ReadDiscount(CsvLine line, Currency? currency, Money? amount, DateOnly? issued)
    {
        var discount = line.Amount("discount_amount", currency);
        var until = line.Date("discount_until");
        if (line.Text("discount_amount") is null != line.Text("discount_until") is null)
            Contradictory("only one of discount_amount and discount_until is filled");
        if (currency is not null && discount is { } offered && amount is { } whole && offered >= whole)
            Contradictory($"{offered} off a receivable of {whole}");
        if (until < issued)
            Contradictory($"discount until {line.Text("discount_until")}, issued on {line.Text("issue_date")}");
        return discount is { } figure && until is { } day ? new EarlyPaymentDiscount(figure, day) : null;

        void Contradictory(string what) =>
            line.Report(ImportRules.DiscountContradictory, "discount_amount", $"The discount contradicts itself: {what}.", line.Text("discount_amount"));
    }

    private static void RemoveContradictoryDebtors(List<ReceivableRow> rows, List<RowFault> faults)
    {
        var contradictory = new HashSet<string>(StringComparer.Ordinal);
        foreach (var debtor in rows.GroupBy(row => row.Debtor.Id))
        {
            var firstOfKind = debtor.DistinctBy(row => row.Debtor.Kind).ToList();
            if (firstOfKind.Count == 1)
                continue;
            contradictory.Add(debtor.Key);
            foreach (var row in debtor)
            {
                var other = firstOfKind.First(first => first.Debtor.Kind != row.Debtor.Kind);
                faults.Add(ImportRules.DebtorContradictory.At(
                    row.Line,
                    "debtor_kind",
                    $"The debtor {debtor.Key} is {Word(row.Debtor.Kind)} here and {Word(other.Debtor.Kind)} in line {other.Line}.",
                    Word(row.Debtor.Kind)));
            }
        }

        rows.RemoveAll(row => contradictory.Contains(row.Debtor.Id));
    }

    private static string Word(DebtorKind kind) => Kinds.First(word => word.Value == kind).Key;
}
