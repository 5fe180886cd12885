using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Domain;
using static Reconciliation.Benchmarks.DemoMonth.Claims.Difficulty;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>Payments of another amount than the invoice's.</summary>
internal static class OtherAmounts
{
    public static void Plan(MonthDraft draft)
    {
        draft.Repeat(Partial, turn => Part(draft, turn));
        draft.Repeat(InParts, turn => Parts(draft, count: turn % 4 == 3 ? 3 : 2));
        draft.Repeat(Overpaid, turn => Above(draft, turn));
        draft.Repeat(Underpaid, turn => Below(draft, turn));
        draft.Repeat(LessBankCharges, _ => LessCharges(draft));
        draft.Repeat(DiscountTaken, turn => LessDiscount(draft, DiscountTaken, draft.Random.Between(0, 7), turn));
        draft.Repeat(DiscountTooLate, turn => LessDiscount(draft, DiscountTooLate, -draft.Random.Between(2, 6), turn));
    }

    private static void Part(MonthDraft draft, int turn)
    {
        var day = draft.SomeDay();
        var claim = draft.Claims.PaidOn(draft.Customers.Next(SingleInvoices.Anyone), day);
        var paid = InRoundEuros(Amounts.PerCent(claim.Amount, draft.Random.Between(30, 70)));
        var prefix = turn % 3 == 0 ? "ACOMPTE SUR " : "";
        Pay(draft, Partial, claim, day, paid, paid, () => prefix + draft.Wording.Number(claim));
    }

    private static void Parts(MonthDraft draft, int count)
    {
        var day = Calendar.Day(draft.Random.Between(1, 11));
        var customer = draft.Customers.Next(SingleInvoices.Anyone);
        var claim = draft.Claims.PaidOn(customer, Calendar.BankDayOf(day));
        var rest = claim.Amount;
        for (var part = 1; part <= count; part++)
        {
            var paid = part == count ? rest : InRoundEuros(Amounts.PerCent(claim.Amount, 100 / count));
            var words = part == count ? "SOLDE {0}" : Invariant($"{{0}} {part}/{count}");
            var booked = Calendar.Later(day, (part - 1) * 5);
            Pay(draft, InParts, claim, booked, paid, paid, () => words.Replace("{0}", claim.Number, StringComparison.Ordinal));
            rest -= paid;
        }
    }

    private static void Above(MonthDraft draft, int turn)
    {
        var day = draft.SomeDay();
        var claim = draft.Claims.PaidOn(draft.Customers.Next(SingleInvoices.Anyone), day);
        var paid = (turn % 3) switch
        {
            0 => InRoundEuros(claim.Amount) + Amounts.Euro(1000),
            1 => claim.Amount + Amounts.Euro(4000),
            _ => claim.Amount + Amounts.Euro(900),
        };
        Pay(draft, Overpaid, claim, day, paid, claim.Amount, () => draft.Wording.Number(claim));
    }

    private static void Below(MonthDraft draft, int turn)
    {
        var day = draft.SomeDay();
        var claim = draft.Claims.PaidOn(draft.Customers.Next(SingleInvoices.IsBusiness), day);
        var paid = turn % 2 == 0 ? claim.Amount - Amounts.Euro(draft.Random.Between(1, 60)) : WithSwappedDigits(claim.Amount);
        Pay(draft, Underpaid, claim, day, paid, paid, () => draft.Wording.Number(claim));
    }

    private static void LessCharges(MonthDraft draft)
    {
        var day = draft.SomeDay();
        var claim = draft.Claims.PaidOn(draft.Customers.Next(c => c.IsForeign), day);
        var charges = Amounts.Euro(draft.Random.Pick([850, 1200, 1500, 1850, 2500]));
        var paid = claim.Amount - charges;
        draft.Pay(() => Payments.Received(draft, claim.Customer, day, paid, TruthOf(LessBankCharges, claim, paid), draft.Wording.Number(claim)) with
        {
            Operation = Banks.Operation.ForeignReceived,
            Charges = charges,
        });
    }

    private static void LessDiscount(MonthDraft draft, Difficulty difficulty, int daysLeft, int turn)
    {
        var day = draft.SomeDay();
        var customer = draft.Customers.Next(SingleInvoices.IsBusiness);
        var claim = draft.Claims.WithDiscount(customer, issued: day.AddDays(daysLeft - 10), draft.Random.Pick([30, 45, 60]));
        var discount = claim.Discount.GetValueOrDefault().Amount;
        var paid = claim.Amount - discount;
        var truth = TruthOf(difficulty, claim, paid);
        if (difficulty == DiscountTaken)
            truth = truth with { Allocations = [truth.Allocations[0] with { Discount = discount }] };
        draft.Pay(() => Payments.Received(
            draft, claim.Customer, day, paid, truth, turn % 2 == 0 ? $"{claim.Number} ESCOMPTE 2 PCT DEDUIT" : draft.Wording.Number(claim)));
    }

    private static void Pay(MonthDraft draft, Difficulty difficulty, Claim claim, DateOnly day, Money paid, Money settled, Func<string> text) =>
        draft.Pay(() => Payments.Received(draft, claim.Customer, day, paid, TruthOf(difficulty, claim, settled), text()));

    private static Truth TruthOf(Difficulty difficulty, Claim claim, Money settled) => Truth.Of(difficulty, claim, settled, difficulty.Meaning());

    private static Money InRoundEuros(Money amount) => Amounts.Euro(Math.Max(amount.MinorUnits / 1000, 1) * 1000);

    /// <summary>The largest amount below, with two neighbouring digits swapped.</summary>
    private static Money WithSwappedDigits(Money amount)
    {
        var digits = amount.MinorUnits.ToString(System.Globalization.CultureInfo.InvariantCulture).ToCharArray();
        for (var i = digits.Length - 2; i > 0; i--)
        {
            if (digits[i] <= digits[i + 1])
                continue;
            (digits[i], digits[i + 1]) = (digits[i + 1], digits[i]);
            return Amounts.Euro(long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture));
        }

        return amount - Amounts.Euro(9);
    }
}
