using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>What the creditor collects itself, and what comes back of it: direct debits and cheques.</summary>
internal static class Debits
{
    public static void Plan(MonthDraft draft)
    {
        DirectDebits(draft);
        draft.Repeat(Difficulty.Cheques, turn => Cheques(draft, turn));
    }

    private static void DirectDebits(MonthDraft draft)
    {
        var (batchDay, singleDay) = (Calendar.Day(10), Calendar.Day(15));
        var count = draft.Mix.Shares[Difficulty.DirectDebit];
        var batchSize = count * 6 / 10;
        var claims = Enumerable.Range(0, count)
            .Select(i => draft.Claims.DueOn(draft.Customers.Next(c => c.IsConsumer), i < batchSize ? batchDay : singleDay)).ToArray();
        var batched = claims[..batchSize];
        draft.Pay(() => Batch(batched, batchDay));
        foreach (var claim in claims.Skip(batched.Length))
            draft.Pay(() => Collected(claim, InventedCreditor.Boreal, singleDay));

        draft.Pay(() => Returned(Collected(batched[1], InventedCreditor.Atlantide, Calendar.Day(15)), "AM04", "PROVISION INSUFFISANTE"));
        draft.Pay(() => Returned(Collected(claims[^1], InventedCreditor.Boreal, Calendar.Day(24)), "MD06", "CONTESTATION DEBITEUR"));
    }

    private static BankLine Batch(Claim[] claims, DateOnly day)
    {
        var lines = claims.Select(c => Collected(c, InventedCreditor.Atlantide, day)).ToArray();
        return lines[0] with
        {
            Amount = Money.Sum(lines.Select(l => l.Amount), Currency.Eur),
            Details = [.. lines.Select(l => l.Details[0])],
            BankText = Invariant($"REMISE {lines.Length} PRELEVEMENTS SEPA"),
        };
    }

    private static BankLine Collected(Claim claim, HouseAccount account, DateOnly day) => new()
    {
        Account = account,
        Booked = day,
        Operation = Operation.DirectDebitCollected,
        Amount = claim.Amount,
        Details =
        [
            new LineDetail
            {
                Amount = claim.Amount,
                Name = claim.Customer.PayerName,
                Account = claim.Customer.PayingAccount,
                Bic = claim.Customer.PayingBank,
                EndToEndId = claim.Number,
                MandateId = $"EXF-{claim.Customer.Debtor.Id}-001",
                Text = [$"FACTURE {claim.Number}"],
                Truth = Truth.Of(Difficulty.DirectDebit, claim, claim.Amount, "collected under the debtor's mandate"),
            },
        ],
    };

    private static BankLine Returned(BankLine collected, string reason, string words) => collected with
    {
        Operation = Operation.DirectDebitReturned,
        Amount = -collected.Amount,
        ReturnReason = reason,
        BankText = $"IMPAYE PRLV SEPA {reason}",
        Details = [collected.Details[0] with
        {
            Amount = -collected.Amount,
            Text = [$"REJET {reason} {words}"],
            Truth = TakenBack(collected.Truth, "the direct debit came back: " + words.ToLowerInvariant()),
        }],
    };

    /// <summary>A slip of one or two cheques; the first is not honoured.</summary>
    private static void Cheques(MonthDraft draft, int turn)
    {
        var day = Calendar.Later(Calendar.Day(3), turn * 5);
        var claims = Enumerable.Range(0, 1 + (turn % 2))
            .Select(_ => draft.Claims.PaidOn(draft.Customers.Next(c => SingleInvoices.Anyone(c) && c.PaysTo == InventedCreditor.Ceres), day)).ToArray();
        var slip = Invariant($"{draft.Random.Between(4000, 9999):0000000}");
        draft.Pay(() => Deposited(claims, day, slip));
        if (turn == 0)
            draft.Pay(() => NotHonoured(Deposited(claims, Calendar.Later(day, 6), slip)));
    }

    private static BankLine Deposited(Claim[] claims, DateOnly day, string slip)
    {
        var total = Money.Sum(claims.Select(c => c.Amount), Currency.Eur);
        var allocations = claims.Select(c => new TrueAllocation(c, null, c.Amount));
        var truth = new Truth(Difficulty.Cheques, [.. allocations], "the slip names nobody") { IsDecidable = false };
        return new BankLine
        {
            Account = InventedCreditor.Ceres,
            Booked = day,
            Operation = Operation.ChequesDeposited,
            Amount = total,
            SlipNumber = slip,
            BankText = Invariant($"REMISE {claims.Length} CHQ {slip}"),
            Details = [new LineDetail { Amount = total, Truth = truth }],
        };
    }

    private static BankLine NotHonoured(BankLine deposited) => deposited with
    {
        Operation = Operation.ChequeReturned,
        Amount = -deposited.Amount,
        BankText = $"CHQ IMPAYE REMISE {deposited.SlipNumber}",
        Details = [new LineDetail
        {
            Amount = -deposited.Amount,
            Text = ["PROVISION INSUFFISANTE"],
            Truth = TakenBack(deposited.Truth, "the cheque was not honoured"),
        }],
    };

    private static Truth TakenBack(Truth truth, string why) => new(
        Difficulty.ReturnedDebit, [.. truth.Allocations.Select(a => a with { Amount = -a.Amount })], why) { IsDecidable = truth.IsDecidable };
}
