using Reconciliation.Benchmarks.DemoMonth.Chance;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>Draws amounts as invoices show them: many small, few large, with tax; rents and subscriptions at the same price for many.</summary>
internal sealed class Prices(DeterministicRandom random)
{
    private static readonly int[] Contracts =
        [2990, 3588, 4900, 5880, 7900, 9480, 11880, 14400, 17880, 25000, 30000, 48000, 65000, 72000, 78000, 85000, 98000, 120000, 144000];

    private static readonly int[] TaxRates = [2000, 2000, 2000, 2000, 1900, 1000, 550, 2100, 0];

    /// <summary>What a contract comes to, in cents.</summary>
    public long Contract() => random.Pick(Contracts);

    /// <summary>An amount of an invoice that the debtor has no other of, in cents.</summary>
    public long Invoice(PayingDebtor debtor)
    {
        while (true)
        {
            var cents = WithTax(Net());
            if (debtor.TakeAmount(cents))
                return cents;
        }
    }

    /// <summary>A rate of an amount in ten-thousandths, rounded half up.</summary>
    public static long Share(long cents, int tenThousandths) => ((cents * tenThousandths) + 5000) / 10_000;

    private long Net()
    {
        var (least, most) = random.Below(100) switch
        {
            < 22 => (15, 100),
            < 62 => (100, 800),
            < 90 => (800, 6_000),
            < 98 => (6_000, 30_000),
            _ => (30_000, 150_000),
        };
        var euros = random.Between(least, most);
        return (euros * 100L) + (random.Chance(60) ? random.Below(100) : random.Pick([0, 0, 50, 90, 99]));
    }

    private long WithTax(long net) => net + Share(net, random.Pick(TaxRates));
}
