using Reconciliation.Domain.Reporting;

namespace Reconciliation.Pipeline.Api;

/// <summary>The aged balance in one currency.</summary>
/// <param name="AsOf">The day of the report.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Total">The sum of the lines.</param>
/// <param name="Lines">A line a debtor.</param>
public sealed record AgedBalanceView(DateOnly AsOf, string Currency, AgedAmountsView Total, IReadOnlyList<AgedLineView> Lines)
{
    internal static AgedBalanceView Of(AgedBalance report) => new(
        report.AsOf, report.Currency.Code, AgedAmountsView.Of(report.Total),
        [.. report.Lines.Select(line => new AgedLineView(line.Account.Debtor, line.DebtorName, AgedAmountsView.Of(line.Amounts)))]);
}

/// <summary>What a debtor owes, by age.</summary>
/// <param name="Debtor">The debtor's key.</param>
/// <param name="Name">The debtor's name.</param>
/// <param name="Amounts">The columns.</param>
public sealed record AgedLineView(string Debtor, string Name, AgedAmountsView Amounts);

/// <summary>Amounts by days past due, as decimal figures.</summary>
/// <param name="NotDue">Not past due.</param>
/// <param name="Late1To30">1 to 30 days past due.</param>
/// <param name="Late31To60">31 to 60 days past due.</param>
/// <param name="Late61To90">61 to 90 days past due.</param>
/// <param name="LateOver90">More than 90 days past due.</param>
/// <param name="Unallocated">Credit notes and money on account, zero or negative.</param>
/// <param name="Total">All columns.</param>
public sealed record AgedAmountsView(
    string NotDue, string Late1To30, string Late31To60, string Late61To90, string LateOver90, string Unallocated, string Total)
{
    internal static AgedAmountsView Of(AgedAmounts amounts) => new(
        amounts.NotDue.ToDecimalString(), amounts.Late1To30.ToDecimalString(), amounts.Late31To60.ToDecimalString(),
        amounts.Late61To90.ToDecimalString(), amounts.LateOver90.ToDecimalString(), amounts.Unallocated.ToDecimalString(),
        amounts.Total.ToDecimalString());
}
