using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;
using static Reconciliation.Benchmarks.DemoMonth.People.InventedCreditor;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Ordinary;

/// <summary>The rest of a company's month: nothing of it concerns a receivable.</summary>
internal sealed class OrdinaryBusiness
{
    private readonly List<BankLine> _lines = [];
    private readonly MonthDraft _draft;
    private readonly DeterministicRandom _random;
    private readonly Amounts _amounts;

    private OrdinaryBusiness(MonthDraft draft)
    {
        _draft = draft;
        _random = new DeterministicRandom(draft.Mix.Seed).Fork("ordinary business");
        _amounts = draft.Amounts;
    }

    /// <summary>The fixed items of a month, then suppliers up to the count.</summary>
    public static ImmutableArray<BankLine> Lines(MonthDraft draft, int count)
    {
        var business = new OrdinaryBusiness(draft);
        business.StaffAndState();
        business.ShopTakings();
        business.OwnTransfers();
        business.BankCharges();
        business.Subscriptions();
        business.SundryReceipts();
        business.Suppliers(count);
        return [.. business._lines];
    }

    private void StaffAndState()
    {
        Out(Atlantide, 1, Operation.TransferSent, Euros(3840), "SCI " + _draft.Words.Place(), "LOYER SEPTEMBRE 2026 ENTREPOT");
        Out(Atlantide, 15, Operation.TaxPaid, Euros(13117), "CAISSE DE COTISATIONS SOCIALES", "COTISATIONS 08/2026");
        Out(Atlantide, 24, Operation.TaxPaid, Euros(17409), "SERVICE DES IMPOTS", "TVA 08/2026");
        Out(Atlantide, 28, Operation.BatchSent, Euros(31246), null, "SALAIRES SEPTEMBRE 2026 14 OPERATIONS");
        Out(Boreal, 7, Operation.LoanPaid, Euros(1922), null, "ECHEANCE PRET 00417 12/60");
        Out(Ceres, 15, Operation.TaxPaid, Euros(2210), "SERVICE DES IMPOTS", "PRELEVEMENT A LA SOURCE 08/2026");
        for (var note = 0; note < 4; note++)
            Out(Boreal, SomeDay(), Operation.TransferSent, _amounts.Any(40, 420), Person(), "NOTE DE FRAIS 08/2026");
    }

    private void ShopTakings()
    {
        foreach (var day in Calendar.BankDays)
        {
            var takings = _amounts.Any(180, 1400);
            var number = _random.Digits(7);
            _lines.Add(Line(Ceres, day.Day, Operation.CardsCollected, takings, null, $"REMISE CB {number}") with { SlipNumber = number });
        }

        foreach (var day in new[] { 7, 14, 21, 28 })
        {
            var payout = Invariant($"REVERSEMENT BOUTIQUE S{35 + (day / 7)}");
            In(Atlantide, day, Operation.TransferReceived, _amounts.Any(2100, 6400), "PAIEMENTS EN LIGNE CARTOUCHE", payout);
            In(Ceres, day + 1, Operation.CashDeposited, Euros(_random.Between(20, 90) * 10), null, "VERSEMENT ESPECES GUICHET");
        }
    }

    private void OwnTransfers()
    {
        (int Day, HouseAccount From, HouseAccount To, int Euros)[] transfers =
        [
            (3, Atlantide, Boreal, 12000), (11, Ceres, Atlantide, 9000), (17, Atlantide, Boreal, 15000),
            (22, Ceres, Atlantide, 8000), (24, Boreal, Atlantide, 20000), (25, Boreal, Ceres, 4000),
        ];
        foreach (var (day, from, to, euros) in transfers)
        {
            _lines.Add(Between(from, to, day, Operation.OwnTransferOut, Euros(-euros)));
            _lines.Add(Between(to, from, day, Operation.OwnTransferIn, Euros(euros)));
        }
    }

    private void BankCharges()
    {
        Fee(Atlantide, 30, 2850, "ABONNEMENT FORFAIT ENTREPRISE");
        Fee(Boreal, 30, 1990, "TENUE DE COMPTE 09/2026");
        Fee(Ceres, 30, 3400, "ARRETE DE COMPTE FRAIS");
        Fee(Atlantide, 15, 1200, "FRAIS IMPAYE PRLV SEPA");
        Fee(Boreal, 24, 1500, "FRAIS IMPAYE PRLV SEPA");
        Fee(Ceres, 11, 1500, "FRAIS CHEQUE IMPAYE");
        foreach (var day in new[] { 4, 11, 18, 25 })
        {
            Fee(Ceres, day, _random.Between(900, 4200), "COMMISSION CARTES SEMAINE");
            // The bank takes the same small commission twice on one day: twins that are nobody's mistake.
            Fee(Boreal, day, 80, "COMMISSION VIREMENT");
            Fee(Boreal, day, 80, "COMMISSION VIREMENT");
        }
    }

    private void Subscriptions()
    {
        var creditors = Enumerable.Range(0, 15).Select(_ => _draft.Firms.Supplier().ToUpperInvariant()).ToArray();
        for (var turn = 0; turn < 42; turn++)
        {
            var account = (turn % 3) switch { 0 => Ceres, 1 => Boreal, _ => Atlantide };
            var amount = _amounts.WithTax(18, 520);
            Out(account, SomeDay(), Operation.DirectDebitPaid, amount, creditors[turn % 15], $"ECHEANCE {_random.Digits(9)}");
        }

        for (var turn = 0; turn < 24; turn++)
        {
            var account = turn % 4 == 0 ? Atlantide : Boreal;
            Out(account, SomeDay(), Operation.CardPaid, _amounts.Any(8, 260), null, $"CARTE 4971 {_draft.Firms.Supplier()}");
        }

        for (var turn = 0; turn < 9; turn++)
        {
            var cheque = Invariant($"{7710400 + turn:0000000}");
            _lines.Add(Line(Ceres, SomeDay(), Operation.ChequePaid, -_amounts.Any(35, 900), null, $"CHEQUE {cheque}") with { SlipNumber = cheque });
        }
    }

    private void SundryReceipts()
    {
        In(Atlantide, 30, Operation.InterestReceived, Amounts.Euro(1_437), null, "INTERETS CREDITEURS T3");
        In(Atlantide, 9, Operation.TransferReturned, _amounts.Any(300, 900), _draft.Firms.Supplier(), "VIREMENT REJETE AC01 COMPTE INCORRECT");
        In(Boreal, 18, Operation.TransferReceived, _amounts.Any(1800, 2600), "SERVICE DES IMPOTS", "REMBOURSEMENT CREDIT DE TVA 06/2026");
        In(Boreal, 21, Operation.TransferReceived, _amounts.Any(700, 1500), "ASSURANCES " + _draft.Words.Place(), "INDEMNITE 26/44718");
        foreach (var account in Accounts)
        {
            var (refund, order) = ($"AVOIR FOURNISSEUR {_random.Digits(6)}", _random.Between(830000, 839999));
            In(account, SomeDay(), Operation.TransferReceived, _amounts.Any(25, 310), _draft.Firms.Supplier(), refund);
            Out(account, SomeDay(), Operation.TransferSent, _amounts.Any(18, 160), Person(), Invariant($"REMBOURSEMENT COMMANDE WEB {order}"));
        }
    }

    private void Suppliers(int count)
    {
        var names = Enumerable.Range(0, 45).Select(_ => _draft.Firms.Supplier()).ToArray();
        while (_lines.Count < count)
        {
            var account = _random.Below(10) switch { < 5 => Atlantide, < 8 => Boreal, _ => Ceres };
            if (_random.Chance(9))
            {
                var batch = Invariant($"FOURNISSEURS {_random.Between(3, 9)} OPERATIONS");
                Out(account, SomeDay(), Operation.BatchSent, _amounts.Any(1500, 5200), null, batch);
            }
            else
            {
                var name = _random.Pick(names).ToUpperInvariant();
                Out(account, SomeDay(), Operation.TransferSent, _amounts.WithTax(60, 3100), name, InvoiceOfSupplier());
            }
        }
    }

    private string InvoiceOfSupplier() =>
        $"{_random.Pick(["FACTURE", "FACT", "V/REF", "F"])} {_random.Pick(["26", "A-", "2026/", ""])}{_random.Digits(5)}";

    private void In(HouseAccount account, int day, Operation operation, Money amount, string? name, string text) =>
        _lines.Add(Line(account, day, operation, amount, name, text));

    private void Out(HouseAccount account, int day, Operation operation, Money amount, string? name, string text) =>
        _lines.Add(Line(account, day, operation, -amount, name, text));

    private void Fee(HouseAccount account, int day, long cents, string text)
    {
        var line = Line(account, day, Operation.Fee, Amounts.Euro(-cents), null, text);
        _lines.Add(line.With(detail => detail with { Truth = Truth.None(Difficulty.BankFee, "charge of the bank") }));
    }

    private BankLine Between(HouseAccount account, HouseAccount other, int day, Operation operation, Money amount) =>
        Line(account, day, operation, amount, Name, "VIREMENT DE TRESORERIE").With(detail => detail with { Account = other.Iban, Bic = other.Bic });

    private BankLine Line(HouseAccount account, int day, Operation operation, Money amount, string? name, string text)
    {
        var isNamed = name is not null;
        var (iban, bic) = isNamed ? _draft.Ibans.In("FR") : default;
        return new BankLine
        {
            Account = account,
            Booked = Calendar.BankDayOf(Calendar.Day(day)),
            Operation = operation,
            Amount = amount,
            BankText = name is null ? text : null,
            Details =
            [
                new LineDetail
                {
                    Amount = amount,
                    Name = name,
                    Account = isNamed ? iban : null,
                    Bic = isNamed ? bic : null,
                    Text = name is null ? [] : [text],
                    Truth = Truth.None(Difficulty.Ordinary, OperationCodes.InWords(operation)),
                },
            ],
        };
    }

    private string Person() => $"{_draft.Words.FirstName()} {_draft.Words.Surname()}".ToUpperInvariant();

    private int SomeDay() => _random.Pick(Calendar.BankDays).Day;

    private static Money Euros(int euros) => Amounts.Euro(euros * 100L);
}
