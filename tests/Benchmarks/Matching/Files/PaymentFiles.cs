using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Files;

/// <summary>Divides the payments of blocks among statements, an account and some thousands of payments each.</summary>
internal sealed class PaymentFiles
{
    private const long OpeningCents = 100_000_000;
    private const int PaymentsOfFile = 20_000;

    private readonly Dictionary<HouseAccount, List<LabelledPayment>> _waiting = InventedCreditor.Accounts.ToDictionary(house => house, _ => new List<LabelledPayment>());
    private readonly Dictionary<HouseAccount, long> _balances = InventedCreditor.Accounts.ToDictionary(house => house, _ => OpeningCents);
    private int _statements;

    /// <summary>Takes payments in and gives the statements that are full.</summary>
    public IEnumerable<StatementToWrite> Add(IEnumerable<LabelledPayment> payments)
    {
        foreach (var payment in payments)
        {
            _waiting[payment.House].Add(payment);
            if (_waiting[payment.House].Count == PaymentsOfFile)
                yield return Take(payment.House);
        }
    }

    /// <summary>The statements of what waits still.</summary>
    public IEnumerable<StatementToWrite> Rest() => [.. InventedCreditor.Accounts.Where(house => _waiting[house].Count > 0).Select(Take)];

    private StatementToWrite Take(HouseAccount house)
    {
        var statement = new StatementToWrite(house, ++_statements, _balances[house], [.. _waiting[house].OrderBy(payment => payment.Booked)]);
        _balances[house] = statement.Closing;
        _waiting[house].Clear();
        return statement;
    }
}
