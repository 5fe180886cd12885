using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Tests.Matching;

/// <summary>
/// Accounts and payments at random from so few names, numbers and amounts that they get in each other's way: namesakes,
/// equal amounts, numbers of others, repeated payments, terms, credit notes, discounts.
/// </summary>
internal sealed record MatchingWorld(ImmutableArray<DebtorAccount> Accounts, ImmutableArray<Payment> Payments)
{
    private static readonly Decision Made = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), Decider.Source("test"));

    private static readonly string[] Names = ["Aubertin SARL", "Jean Castaing", "Jeanne Castaing", "Aubertin et Fils", "Verrerie Hostalier"];

    private static readonly string[] Ibans = ["FR7630006000011234567890189", "DE89370400440532013000"];

    private static readonly string[] Texts =
    [
        "FAC-2026-0001", "fac 2026 2", "FACTURES 0003 et 4", "26-0005", "FAC-2026-0001 FAC-2026-0002", "FAC-2026-00~06", "merci", "AV-2026-0007",
        "FAC-2026-0008 pour solde de tout compte", "2025/0001", "RF18539007547034", "CDE-77", "CL-4001",
    ];

    public IEnumerable<OpenItem> Items => Accounts.SelectMany(account => OpenItem.Of(account));

    public static Arbitrary<MatchingWorld> Any { get; } = Arb.From(
        from accounts in AnyAccounts()
        from payments in AnyPayment().ListOf()
        select new MatchingWorld(accounts, [.. payments.Take(14).Select((payment, i) => payment with { Id = $"P{i:00}" })]));

    private static Gen<ImmutableArray<DebtorAccount>> AnyAccounts() =>
        from debtors in Gen.Choose(1, 4)
        from numbers in Gen.Choose(1, 8)
        from receivables in AnyReceivable().ListOf(numbers)
        from owners in Gen.Choose(0, debtors - 1).ListOf(numbers)
        from accounts in Gen.CollectToArray(Enumerable.Range(0, debtors).Select(d => AnyAccount(d, [.. Numbered(receivables).Where((_, i) => owners[i] == d)])))
        select accounts.ToImmutableArray();

    private static IEnumerable<Receivable> Numbered(IEnumerable<Receivable> receivables) =>
        receivables.Select((r, i) => r with { Number = $"{(r.Type == ReceivableType.CreditNote ? "AV" : "FAC")}-2026-{i + 1:0000}" });

    private static Gen<DebtorAccount> AnyAccount(int debtor, Receivable[] receivables) =>
        from name in Gen.Elements(Names)
        from iban in Gen.Elements<string?>(Ibans[0], Ibans[1], null)
        from terms in Gen.Elements(1, 1, 2, 3).ArrayOf(receivables.Length)
        from paid in Gen.Elements(0, 0, 0, 1, 2).ArrayOf(receivables.Length)
        from disputed in Gen.Elements(false, false, false, true).ArrayOf(receivables.Length)
        select Opened(new Debtor { Id = $"D{debtor}", Name = name, CustomerNumber = $"CL-400{debtor}", Ibans = iban is null ? [] : [Iban.Parse(iban)] }, receivables, terms, paid, disputed);

    private static Gen<Receivable> AnyReceivable() =>
        from amount in Gen.Elements(1000, 2000, 3000, 3000, 5000, 12345)
        from isCreditNote in Gen.Elements(false, false, false, false, true)
        from discount in Gen.Elements<int?>(null, null, 100)
        from extra in Gen.Elements("", "", "RF18539007547034", "CDE-77")
        from day in Gen.Choose(1, 28)
        select new Receivable
        {
            Number = "",
            Type = isCreditNote ? ReceivableType.CreditNote : ReceivableType.Invoice,
            IssueDate = new DateOnly(2026, 2, day),
            DueDate = new DateOnly(2026, 3, day),
            Amount = new Money(amount, Currency.Eur),
            StructuredReference = extra.StartsWith("RF", StringComparison.Ordinal) ? extra : null,
            OrderNumber = extra.StartsWith("CDE", StringComparison.Ordinal) ? extra : null,
            Discount = discount is { } cents && !isCreditNote ? new EarlyPaymentDiscount(new Money(cents, Currency.Eur), new DateOnly(2026, 3, 15)) : null,
        };

    private static Gen<Payment> AnyPayment() =>
        from amount in Gen.Elements(1000, 2000, 3000, 5000, 12345, 900, 2900, 6000, 1500, 4000, 13345, 0, -3000)
        from name in Gen.Elements<string?>([.. Names, null, "INCONNU"])
        from iban in Gen.Elements<string?>(Ibans[0], Ibans[1], null, null)
        from text in Gen.Elements<string?>([.. Texts, null])
        from day in Gen.Choose(1, 31)
        from operation in Gen.Elements<string?>(null, null, null, null, "62", "B4", "12")
        select Matching.Made.Payment("", "1.00", name, text, iban: iban).WithEntry(entry => entry with
        {
            Amount = new Money(amount, Currency.Eur),
            BookingDate = new BookingDate(new DateOnly(2026, 3, day)),
            Code = new BankTransactionCode(null, null, operation),
        });

    private static DebtorAccount Opened(Debtor debtor, Receivable[] receivables, int[] terms, int[] paid, bool[] disputed)
    {
        var account = Done(DebtorAccount.Empty(new AccountId("C", debtor.Id, Currency.Eur)), new RegisterDebtor(debtor) { Decision = Made });
        for (var i = 0; i < receivables.Length; i++)
        {
            var receivable = receivables[i];
            account = Done(account, new OpenReceivable(receivable) { Decision = Made });
            var isInTerms = terms[i] > 1 && receivable.Type == ReceivableType.Invoice;
            if (isInTerms)
                account = Done(account, new ScheduleInstalments(receivable.Number, Terms(receivable, terms[i])) { Decision = Made });
            if (disputed[i])
                account = Done(account, new RaiseDispute(receivable.Number, "wrong goods") { Decision = Made });
            if (paid[i] > 0 && receivable.Type == ReceivableType.Invoice)
                account = Done(account, Paid(account, receivable, isInTerms ? 1 : null, whole: paid[i] == 2));
        }

        return account;
    }

    private static ImmutableArray<Instalment> Terms(Receivable receivable, int count) =>
    [
        .. Enumerable.Range(1, count).Select(sequence => new Instalment(
            sequence, receivable.DueDate.AddMonths(sequence - 1),
            new Money((receivable.Amount.MinorUnits / count) + (sequence == count ? receivable.Amount.MinorUnits % count : 0), Currency.Eur))),
    ];

    private static ApplyPayment Paid(DebtorAccount account, Receivable receivable, int? term, bool whole)
    {
        var open = account.Receivables[receivable.Number].OpenOf(term);
        var amount = whole ? open : new Money(open.MinorUnits / 2, Currency.Eur);
        var key = new PaymentKey($"before-{receivable.Number}", $"entry-{receivable.Number}", new DateOnly(2026, 2, 28));
        return new ApplyPayment(key, amount, [new Allocation(receivable.Number, term, amount)], [], Money.Zero(Currency.Eur)) { Decision = Made };
    }

    /// <summary>The account after a command that must be allowed.</summary>
    public static DebtorAccount Done(DebtorAccount account, AccountCommand command) => account.Apply(account.Decide(command).Match(
        events => events,
        refusal => throw new InvalidOperationException($"{refusal.Code}: {refusal.Message}")));

    public override string ToString() => string.Join('\n', [
        "accounts:",
        .. Items.Select(i => $"{i.Debtor.Id} {i.Debtor.Name} {i.Debtor.Ibans.FirstOrDefault().Value} {i.Receivable.Number}#{i.Instalment} {i.Open} due {i.DueDate:MM-dd} {i.Receivable.StructuredReference}{i.Receivable.OrderNumber} {i.Receivable.Discount?.Amount}{(i.IsDisputed ? " disputed" : "")}"),
        "payments:",
        .. Payments.Select(p => $"{p.Id} {p.BookedOn:MM-dd} {p.Amount} {p.Detail.Counterparty.Name} {p.Detail.Counterparty.Account} '{string.Join('~', p.Detail.Remittance)}' {p.Entry.Code.CodeOperationInterbancaire}"),
    ]);
}
