using System.Globalization;
using System.Text;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Scenarios;
using Reconciliation.Domain.Receivables;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Matching.Files;

/// <summary>Writes a data set as the files of <c>reconcile match</c>, block by block, with the truth beside them.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly string _directory;
    private readonly StreamWriter _receivables;
    private readonly StreamWriter _instalments;
    private readonly StreamWriter _history;
    private readonly StreamWriter _truth;

    private DataFolder(string directory)
    {
        _directory = directory;
        Directory.CreateDirectory(directory);
        _receivables = Open("receivables.csv", "number,type,debtor_id,debtor_name,debtor_kind,customer_number,debtor_iban,issue_date,due_date,amount,"
            + "currency,structured_reference,order_number,discount_amount,discount_until,country,language");
        _instalments = Open("instalments.csv", "receivable,sequence,due_date,amount");
        _history = Open("history.csv", "date,payer_name,payer_iban,debtor_id");
        _truth = Open("truth.csv", "file,entry,bank_reference,scenario,amount,receivable,instalment,allocated");
    }

    /// <summary>Writes the files of a data set.</summary>
    /// <returns>How many payments and receivables they hold.</returns>
    public static (int Payments, int Claims) Write(string directory, Mix mix, DataSize size)
    {
        using var folder = new DataFolder(directory);
        var files = new PaymentFiles();
        var (payments, claims) = (0, 0);
        foreach (var block in LabelledData.Blocks(mix, size))
        {
            folder.Write(block);
            foreach (var statement in files.Add(block.Payments))
                folder.Write(statement);
            payments += block.Payments.Count;
            claims += block.Claims.Count;
        }

        foreach (var statement in files.Rest())
            folder.Write(statement);
        return (payments, claims);
    }

    public void Dispose()
    {
        _receivables.Dispose();
        _instalments.Dispose();
        _history.Dispose();
        _truth.Dispose();
    }

    private void Write(Block block)
    {
        foreach (var claim in block.Claims)
        {
            Row(_receivables, Cells(claim));
            foreach (var term in claim.Terms)
                Row(_instalments, claim.Printed, Invariant($"{term.Sequence}"), Day(term.DueDate), term.Amount.ToDecimalString());
        }

        foreach (var (payer, debtor) in block.Payers)
            Row(_history, Day(LabelledDays.FirstIssue), payer.Debtor.Name, payer.Account.Value, debtor.Debtor.Id);
    }

    private void Write(StatementToWrite statement)
    {
        var name = Invariant($"statement-{statement.Number:0000}.{statement.Extension}");
        using (var file = File.Create(Path.Combine(_directory, name)))
            statement.Write(file);
        for (var i = 0; i < statement.Payments.Count; i++)
        {
            var payment = statement.Payments[i];
            string[] place = [name, Invariant($"{i + 1}"), statement.ReferenceOf(i), payment.Scenario, Figure(payment.Cents)];
            if (payment.Truth.IsNothing)
                Row(_truth, [.. place, "", "", ""]);
            foreach (var part in payment.Truth.Parts)
                Row(_truth, [.. place, part.Receivable, part.Instalment?.ToString(CultureInfo.InvariantCulture), Figure(part.MinorUnits)]);
        }
    }

    private static string?[] Cells(Claim claim)
    {
        var (receivable, debtor) = (claim.Receivable, claim.Debtor.Debtor);
        return
        [
            receivable.Number, claim.IsInvoice ? "invoice" : "credit_note", debtor.Id, debtor.Name, debtor.Kind == DebtorKind.Consumer ? "consumer" : "business",
            debtor.CustomerNumber, string.Join('|', debtor.Ibans.Select(iban => iban.Value)), Day(receivable.IssueDate), Day(receivable.DueDate),
            receivable.Amount.ToDecimalString(), "EUR", receivable.StructuredReference, receivable.OrderNumber,
            receivable.Discount?.Amount.ToDecimalString(), receivable.Discount is { } discount ? Day(discount.Until) : null, debtor.Country, debtor.Language,
        ];
    }

    private StreamWriter Open(string name, string head)
    {
        var writer = new StreamWriter(Path.Combine(_directory, name), append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        writer.WriteLine(head);
        return writer;
    }

    private static void Row(StreamWriter csv, params string?[] cells) => csv.WriteLine(string.Join(',', cells.Select(Quoted)));

    private static string Quoted(string? cell) =>
        cell is null ? "" : cell.AsSpan().IndexOfAny(',', '"') < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Figure(long cents) => new Domain.Money(cents, Domain.Currency.Eur).ToDecimalString();
}
