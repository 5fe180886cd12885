using Reconciliation.Domain;
using Reconciliation.Domain.Reporting;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>The balance of an account of the chart.</summary>
/// <param name="Account">Its number.</param>
/// <param name="Balance">Debits less credits.</param>
public sealed record AccountBalanceView(string Account, AmountView Balance);

/// <summary>Where a bank account stands, by the books and by the bank.</summary>
/// <param name="Account">The bank account.</param>
/// <param name="Through">The last day that accepted statements cover; null where unknown.</param>
/// <param name="Opening">The opening balance of its first statement.</param>
/// <param name="Entries">The sum of every accepted entry.</param>
/// <param name="Closing">The bank's last closing balance; null where none was stated.</param>
/// <param name="Difference">The bank's balance less the books'; null where the bank states none.</param>
public sealed record BankPositionView(
    string Account, DateOnly? Through, AmountView Opening, AmountView Entries, AmountView? Closing, AmountView? Difference)
{
    internal static BankPositionView Of(BankPosition position)
    {
        var opening = position.FirstOpening?.Amount ?? Money.Zero(position.Currency);
        return new BankPositionView(
            position.Account.Value,
            position.Through,
            AmountView.Of(opening),
            AmountView.Of(position.EntryTotal),
            position.Closing is { } closing ? AmountView.Of(closing.Amount) : null,
            position.Closing is { } stated ? AmountView.Of(stated.Amount - opening - position.EntryTotal) : null);
    }
}

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
