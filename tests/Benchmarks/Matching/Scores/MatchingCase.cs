using System.Collections.Immutable;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Files;
using Reconciliation.Benchmarks.Matching.Scenarios;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Benchmarks.Matching.Scores;

/// <summary>A data set as a matcher gets it: payments went through statement files and the readers of the product.</summary>
internal sealed class MatchingCase
{
    private readonly List<Payment> _payments = [];
    private readonly List<LabelledPayment> _labels = [];
    private readonly List<OpenItem> _items = [];
    private readonly List<KnownPayer> _payers = [];
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    private MatchingCase(Mix mix) => Mix = mix;

    public Mix Mix { get; }

    /// <summary>The payments as they were read.</summary>
    public IReadOnlyList<Payment> Payments => _payments;

    /// <summary>The truth of each payment, in the same order.</summary>
    public IReadOnlyList<LabelledPayment> Labels => _labels;

    public IReadOnlyList<OpenItem> Items => _items;

    public IReadOnlyList<KnownPayer> Payers => _payers;

    public int ReceivableCount { get; private set; }

    /// <summary>Makes a data set up and reads it.</summary>
    public static MatchingCase Of(Mix mix, DataSize size)
    {
        var made = new MatchingCase(mix);
        var files = new PaymentFiles();
        foreach (var block in LabelledData.Blocks(mix, size))
        {
            made.Add(block);
            foreach (var statement in files.Add(block.Payments))
                made.Read(statement);
        }

        foreach (var statement in files.Rest())
            made.Read(statement);
        return made;
    }

    private void Add(Block block)
    {
        ReceivableCount += block.Claims.Count;
        if (block.Claims.FirstOrDefault(claim => !_numbers.Add(claim.Printed)) is { } repeated)
            throw new InvalidOperationException($"The number {repeated.Printed} is given twice.");
        _items.AddRange(block.Claims.SelectMany(claim => claim.ToOpenItems()));
        _payers.AddRange(block.Payers.Select(known =>
            new KnownPayer(LabelledDays.FirstIssue, known.Payer.Debtor.Name, known.Payer.Account.Value, known.For.Debtor.Id)));
    }

    private void Read(StatementToWrite statement)
    {
        using var bytes = new MemoryStream();
        statement.Write(bytes);
        bytes.Position = 0;
        var file = StatementFile.Of(StatementFiles.Read(bytes, StatementReaders.All));
        var entries = file.Statements.SelectMany(read => read.Entries).ToImmutableArray();
        if (!file.IsAcceptable || entries.Length != statement.Payments.Count)
        {
            var diagnostics = string.Join("; ", file.Diagnostics.Take(3).Select(d => $"{d.Line} {d.Message}"));
            throw new InvalidOperationException($"Statement {statement.Number} is not read as it was meant: {diagnostics}");
        }

        for (var i = 0; i < entries.Length; i++)
        {
            var label = statement.Payments[i];
            if (entries[i].Amount.MinorUnits != label.Cents || entries[i].BookingDate.Day != label.Booked)
                throw new InvalidOperationException($"Entry {i + 1} of statement {statement.Number} is not read as it was meant.");
            _payments.Add(new Payment(statement.ReferenceOf(i), file.Statements[0].Opened.Account, entries[i]));
            _labels.Add(label);
        }
    }
}
