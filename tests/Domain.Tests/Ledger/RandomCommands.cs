using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Ledger;

/// <summary>
/// Commands at random over a few numbers, so that they meet. Half of them fit the account as it stands, so that it gets
/// somewhere; the others are anything.
/// </summary>
internal static class RandomCommands
{
    public const long WriteOffLimit = 300;

    public static readonly AccountId Account = new("ACME", "D1", Currency.Eur);

    private static readonly Gen<string> Number = Gen.Elements("F1", "F2", "F3", "A1", "A2");

    private static readonly Gen<string> Match = Gen.Elements("M1", "M2", "M3", "M4", "M5", "M6");

    private static readonly Gen<int?> Term = Gen.Elements<int?>(null, null, 1, 2, 3);

    private static readonly Gen<DateOnly> Day = Gen.Choose(0, 40).Select(days => new DateOnly(2026, 1, 1).AddDays(days));

    private static readonly Gen<Decision> Decisions =
        Gen.Choose(0, 3).Select(hour => new Decision(new DateTimeOffset(2026, 2, 1, hour, 0, 0, TimeSpan.Zero), Decider.User("claire"), hour == 0 ? null : "by telephone"));

    private static readonly Gen<Money> Amount = Gen.Frequency(
        (30, Gen.Choose(-5, 60).Select(units => Eur(units * 100))),
        (1, Gen.Elements(long.MinValue, long.MaxValue, DebtorAccount.LargestAmount, DebtorAccount.LargestAmount + 1).Select(Eur)),
        (1, Gen.Constant(new Money(100, Currency.Of("USD")))));

    private static readonly Gen<Allocation> Part =
        from number in Number from term in Term from amount in Amount select new Allocation(number, term, amount);

    private static readonly Gen<string> Stage = Gen.Elements("reminder", "notice");

    private static readonly Gen<string> Contact = Gen.Elements("C1", "C2", "C3");

    /// <summary>A command, once it is known how the account stands.</summary>
    public static Gen<Func<DebtorAccount, AccountCommand>> Any { get; } = Gen.Frequency(
        (1, Registering()), (6, Opening()), (2, Scheduling()), (3, SchedulingHalves()), (2, PayingAnything()), (6, PayingOnePart()), (12, PayingWhatIsOpen()), (5, Reversing()), (2, PayingAgain()), (4, PayingButForALittle()), (2, Learning()), (2, Forgetting()),
        (2, Disputing()), (2, Resolving()), (2, Stepping()), (4, SteppingOnWhatIsOpen()), (4, Contacting()), (1, Noting()));

    private static Gen<Func<DebtorAccount, AccountCommand>> Registering() =>
        from id in Gen.Elements("D1", "D1", "D2")
        from name in Gen.Elements("Brun", "Vauclair")
        from who in Decisions
        select Whatever(new RegisterDebtor(new Debtor { Id = id, Name = name }) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> Opening() =>
        from number in Number
        from amount in Amount
        from issued in Day
        from due in Day
        from discount in Gen.Frequency((2, Gen.Constant<Money?>(null)), (1, Amount.Select(a => (Money?)a)), (2, Gen.Constant<Money?>(Eur(200))))
        from until in Day
        from who in Decisions
        select Whatever(new OpenReceivable(new Receivable
        {
            Number = number,
            Type = number[0] == 'A' ? ReceivableType.CreditNote : ReceivableType.Invoice,
            Amount = amount,
            IssueDate = issued,
            DueDate = due,
            Discount = discount is { } offered ? new EarlyPaymentDiscount(offered, until) : null,
        }) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> Scheduling() =>
        from number in Number
        from terms in Gen.ListOf(from due in Day from amount in Amount select (due, amount))
        from who in Decisions
        select Whatever(new ScheduleInstalments(number, [.. terms.Index().Select(t => new Instalment(t.Index + 1, t.Item.due, t.Item.amount))]) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> SchedulingHalves() =>
        from number in Number
        from tenths in Gen.Choose(1, 9)
        from who in Decisions
        select Fit(account =>
        {
            var amount = account.Receivables.TryGetValue(number, out var known) ? known.Receivable.Amount : Eur(1000);
            var first = new Money(amount.MinorUnits / 10 * tenths, amount.Currency);
            return new ScheduleInstalments(
                number, [new Instalment(1, new DateOnly(2026, 1, 31), first), new Instalment(2, new DateOnly(2026, 2, 28), amount - first)]) { Decision = who };
        });

    private static Gen<Func<DebtorAccount, AccountCommand>> PayingAnything() =>
        from payment in Payment()
        from amount in Amount
        from parts in Gen.ArrayOf(Part)
        from discounts in Gen.Frequency((3, Gen.Constant(Array.Empty<Allocation>())), (1, Gen.ArrayOf(Part)))
        from rest in Amount
        from who in Decisions
        select Whatever(new ApplyPayment(payment, amount, [.. parts], [.. discounts], rest) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> PayingOnePart() =>
        from payment in Payment()
        from part in Part
        from discount in Gen.Elements(0, 0, 0, 100)
        from who in Decisions
        select Whatever(new ApplyPayment(
            payment,
            part.Amount,
            [part],
            discount == 0 ? [] : [part with { Amount = Eur(discount) }],
            Money.Zero(part.Amount.Currency)) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> PayingWhatIsOpen() =>
        from payment in Payment()
        from taken in Gen.ArrayOf(Gen.Choose(0, 4))
        from rest in Gen.Choose(0, 3)
        from who in Decisions
        select Fit(account => Settling(account, payment, taken, Eur(rest * 100), who));

    private static Gen<Func<DebtorAccount, AccountCommand>> Reversing() =>
        from match in Match
        from cause in Gen.Elements(Enum.GetValues<ReversalCause>())
        from entry in Gen.Elements<string?>(null, "E9")
        from who in Decisions
        from isUnderWay in Gen.Elements(true, false)
        select Whatever(new ReversePayment(match, cause, entry, entry is null ? null : "AM04")
        {
            UnderWay = isUnderWay && cause == ReversalCause.MatchUndone ? new PaymentKey(match, "E" + match, new DateOnly(2026, 1, 5)) : null, Decision = who,
        });

    // The return of a payment turns out to be another's, or never was.
    private static Gen<Func<DebtorAccount, AccountCommand>> PayingAgain() =>
        from match in Match
        from entry in Gen.Elements("E9", "E8")
        from who in Decisions
        select Fit(account => account.Payments.TryGetValue(match, out var known)
            ? new ApplyPayment(known.Applied.Payment, known.Applied.Amount, known.Applied.Allocations, known.Discounts, known.Applied.OnAccount)
            {
                Charges = known.Charges, WriteOffs = known.WriteOffs, AfterReturn = entry, Decision = who,
            }
            : new ApplyPayment(new PaymentKey(match, "E" + match, new DateOnly(2026, 1, 5)), Eur(100), [], [], Eur(100)) { AfterReturn = entry, Decision = who });

    // One part is paid but for an amount that the bank kept or that is written off.
    private static Gen<Func<DebtorAccount, AccountCommand>> PayingButForALittle() =>
        from payment in Payment()
        from missing in Gen.Choose(0, 4)
        from forgiven in Gen.Choose(0, 4)
        from left in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(-1, 1)))
        from payer in Gen.Elements<LearntPayer?>(null, LearntPayer.Of("Lucie Brun", null), LearntPayer.Of("Affacturage du Port", "FR7699001000010000000000143"))
        from who in Decisions
        select Fit(account =>
        {
            var part = account.Receivables.Values.SelectMany(r => r.Parts().Select(p => (r.Receivable.Number, Part: p))).FirstOrDefault(p => p.Part.Open.IsPositive);
            var place = new Allocation(part.Number ?? "F1", part.Part.Instalment, Eur(0));
            var paid = Eur((part.Number is null ? 1000 : part.Part.Open.MinorUnits) - (missing + forgiven + left) * 100);
            return new ApplyPayment(payment, paid, [place with { Amount = paid }], [], Eur(0))
            {
                Charges = missing == 0 ? [] : [place with { Amount = Eur(missing * 100) }],
                WriteOffs = forgiven == 0 ? [] : [place with { Amount = Eur(forgiven * 100) }],
                Limits = new SettlementLimits(WriteOffLimit, WriteOffLimit),
                Payer = payer,
                Decision = who,
            };
        });

    private static Gen<Func<DebtorAccount, AccountCommand>> Learning() =>
        from name in Gen.Elements<string?>(null, "Lucie Brun", "Affacturage du Port")
        from account in Gen.Elements<string?>(null, "FR7699001000010000000000143")
        from who in Decisions
        select Whatever(new LearnPayer(name, account) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> Forgetting() =>
        from name in Gen.Elements<string?>(null, "Lucie Brun", "Affacturage du Port", "nobody")
        from account in Gen.Elements<string?>(null, "FR7699001000010000000000143")
        from cause in Gen.Elements(Enum.GetValues<ForgettingCause>())
        from who in Decisions
        select Whatever(new ForgetPayer(new LearntPayer(name, account).Id, cause) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> Disputing() =>
        from number in Number
        from reason in Gen.Elements("goods", "price")
        from who in Decisions
        select Whatever(new RaiseDispute(number, reason) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> Resolving() =>
        from number in Number
        from outcome in Gen.Elements("accepted", "rejected")
        from who in Decisions
        select Whatever(new ResolveDispute(number, outcome) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> Stepping() =>
        from items in Gen.ArrayOf(from part in Part from due in Day select new DunnedItem(part.Receivable, part.Instalment, due, part.Amount))
        from stage in Stage
        from contact in Contact
        from who in Decisions
        select Whatever(new TakeStep("S", stage, [.. items], Planned(contact)) { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> SteppingOnWhatIsOpen() =>
        from stage in Stage
        from contact in Contact
        from who in Decisions
        select Fit(account => Dunning(account, stage, contact, who));

    private static Gen<Func<DebtorAccount, AccountCommand>> Contacting() =>
        from contact in Contact
        from result in Gen.Elements(Enum.GetValues<ContactResult>())
        from who in Decisions
        select Whatever(new RecordContact(contact, result, "detail") { Decision = who });

    private static Gen<Func<DebtorAccount, AccountCommand>> Noting() =>
        from text in Gen.Elements("called", "moved")
        from who in Decisions
        select Whatever(new AddNote(text) { Decision = who });

    private static Gen<PaymentKey> Payment() => from match in Match from day in Day select new PaymentKey(match, "E" + match, day);

    // Settles of each open part nothing, a part of it, all of it, or all of it but the discount on offer.
    private static ApplyPayment Settling(DebtorAccount account, PaymentKey payment, int[] taken, Money rest, Decision who)
    {
        var allocations = ImmutableArray.CreateBuilder<Allocation>();
        var discounts = ImmutableArray.CreateBuilder<Allocation>();
        var open = account.Receivables.Values.SelectMany(r => r.Parts().Select(part => (r.Receivable, Part: part))).Where(p => !p.Part.Open.IsZero);
        foreach (var ((receivable, part), how) in open.Zip(taken))
        {
            var discount = how == 4 && receivable.Discount is { } offer && offer.Amount < part.Open ? offer.Amount : Eur(0);
            var amount = how switch { 0 => Eur(0), 1 => new Money(part.Open.MinorUnits / 2, part.Open.Currency), _ => part.Open - discount };
            if (!amount.IsZero)
                allocations.Add(new Allocation(receivable.Number, part.Instalment, amount));
            if (!discount.IsZero)
                discounts.Add(new Allocation(receivable.Number, part.Instalment, discount));
        }

        var total = Money.Sum(allocations.Select(a => a.Amount), Currency.Eur) + rest;
        return new ApplyPayment(payment, total, allocations.ToImmutable(), discounts.ToImmutable(), rest) { Decision = who };
    }

    private static TakeStep Dunning(DebtorAccount account, string stage, string contact, Decision who)
    {
        var items =
            from receivable in account.Receivables.Values
            from part in receivable.Parts()
            where part.Open.IsPositive && receivable.Dispute is null
            where !receivable.Stages.Any(s => s.Stage == stage && s.Instalment == part.Instalment)
            select new DunnedItem(receivable.Receivable.Number, part.Instalment, part.DueDate, part.Open);
        return new TakeStep("S", stage, [.. items], Planned(contact)) { Decision = who };
    }

    private static PlannedContact Planned(string id) => new(id, ContactChannel.Email, new DateTimeOffset(2026, 2, 2, 9, 0, 0, TimeSpan.Zero));

    private static Func<DebtorAccount, AccountCommand> Whatever(AccountCommand command) => _ => command;

    private static Func<DebtorAccount, AccountCommand> Fit(Func<DebtorAccount, AccountCommand> command) => command;

    private static Money Eur(long minorUnits) => new(minorUnits, Currency.Eur);
}
