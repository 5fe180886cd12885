using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>Transfers as they reach the creditor's account.</summary>
internal static class Payments
{
    /// <summary>A transfer of a debtor.</summary>
    public static BankLine Received(MonthDraft draft, Customer customer, DateOnly day, Money amount, Truth truth, params string[] text) => new()
    {
        Account = customer.PaysTo,
        Booked = day,
        Operation = OperationOf(draft, customer),
        Amount = amount,
        Details =
        [
            new LineDetail
            {
                Amount = amount,
                Name = customer.PayerName,
                Account = customer.PayingAccount,
                Bic = customer.PayingBank,
                EndToEndId = EndToEndId(draft.Random, customer),
                Text = [.. text],
                Truth = truth,
            },
        ],
    };

    /// <summary>A transfer of somebody who is no debtor.</summary>
    public static BankLine FromStranger(
        MonthDraft draft, HouseAccount account, DateOnly day, Money amount, Truth truth, string name, params string[] text)
    {
        var (iban, bic) = draft.Ibans.In("FR");
        return new BankLine
        {
            Account = account,
            Booked = day,
            Operation = draft.Random.Chance(25) ? Operation.InstantReceived : Operation.TransferReceived,
            Amount = amount,
            Details = [new LineDetail { Amount = amount, Name = name, Account = iban, Bic = bic, Text = [.. text], Truth = truth }],
        };
    }

    /// <summary>An instant payment to the account with daily statements, moved to the weekend before.</summary>
    public static BankLine OnWeekend(BankLine line)
    {
        // Saturday or Sunday, as the payer's account has it.
        var before = line.Booked.AddDays(line.Details[0].Account?.Value[^1] % 2 == 0 ? -1 : -2);
        return line.Operation == Operation.InstantReceived && line.Account == InventedCreditor.Atlantide
            && line.Booked.DayOfWeek == DayOfWeek.Monday && before >= Calendar.Day(1)
            ? line with { Booked = before }
            : line;
    }

    private static Operation OperationOf(MonthDraft draft, Customer customer)
    {
        if (customer.IsForeign)
            return customer.Debtor.Country == "GB" ? Operation.ForeignReceived : Operation.TransferReceived;
        var instantPerCent = customer.Debtor.Kind switch { DebtorKind.Consumer => 30, DebtorKind.Business => 10, DebtorKind.Public => 0 };
        return draft.Random.Chance(instantPerCent) ? Operation.InstantReceived : Operation.TransferReceived;
    }

    private static string? EndToEndId(DeterministicRandom random, Customer customer) => random.Below(100) switch
    {
        _ when customer.IsConsumer => null,
        < 40 => null,
        < 70 => "PAY" + random.Digits(8),
        < 90 => "VIR2609" + random.Digits(5),
        _ => random.Digits(10),
    };
}
