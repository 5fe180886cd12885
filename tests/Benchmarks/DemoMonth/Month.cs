using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Ordinary;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.DemoMonth.Scenarios;

namespace Reconciliation.Benchmarks.DemoMonth;

/// <summary>A made-up bank month: what banks and the creditor drop, and what every entry really was for.</summary>
/// <param name="Files">The files of the month by name.</param>
/// <param name="Truth">The labels, a CSV.</param>
/// <param name="EntryCount">How many distinct entries the files hold.</param>
public sealed record Month(ImmutableSortedDictionary<string, byte[]> Files, byte[] Truth, int EntryCount)
{
    /// <summary>The month of a mix; the same mix gives the same bytes on every machine.</summary>
    public static Month Generate(MonthMix mix)
    {
        var draft = new MonthDraft(mix);
        Think(draft);
        var payments = draft.Worded().Select(Payments.OnWeekend).ToImmutableArray();
        ImmutableArray<BankLine> lines = [.. payments, .. OrdinaryBusiness.Lines(draft, mix.EntryCount - payments.Length)];

        var order = new DeterministicRandom(mix.Seed).Fork("order within the day");
        ImmutableArray<MonthFile> statements =
        [
            .. MonthFiles.OfAtlantide(StatementBook.Of(InventedCreditor.Atlantide, lines, order)),
            .. MonthFiles.OfBoreal(StatementBook.Of(InventedCreditor.Boreal, lines, order)),
            .. MonthFiles.OfCeres(StatementBook.Of(InventedCreditor.Ceres, lines, order)),
        ];
        var files = statements.Select(f => KeyValuePair.Create(f.Name, f.Bytes)).Concat(
        [
            KeyValuePair.Create("receivables.csv", CreditorFiles.Receivables(draft.Claims.All)),
            KeyValuePair.Create("instalments.csv", CreditorFiles.Instalments(draft.Plans)),
            KeyValuePair.Create("creditor.json", CreditorFiles.Creditor()),
            KeyValuePair.Create("README.md", MonthPage.Write(statements, draft)),
        ]);
        return new Month(files.ToImmutableSortedDictionary(StringComparer.Ordinal), TruthFile.Write(statements), lines.Length);
    }

    private static void Think(MonthDraft draft)
    {
        // Homonyms need debtors who owe nothing else yet, so they come first.
        OtherPayers.Plan(draft);
        PaymentPlans.Plan(draft);
        Repetitions.Plan(draft);
        SeveralDocuments.Plan(draft);
        Debits.Plan(draft);
        OtherAmounts.Plan(draft);
        SingleInvoices.Plan(draft);
        var open = LeftOpen.Plan(draft);
        NothingListed.Plan(draft);
        NothingListed.PlanLookAlikes(draft, open);
    }
}
