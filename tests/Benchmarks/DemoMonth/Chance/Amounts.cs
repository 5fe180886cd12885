using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.DemoMonth.Chance;

/// <summary>
/// Draws amounts as invoices show them: a net price with its VAT. No amount comes twice, so that two equal amounts in
/// the month are there on purpose.
/// </summary>
internal sealed class Amounts(DeterministicRandom random)
{
    private readonly HashSet<long> _used = [];

    /// <summary>An amount of euros and cents.</summary>
    public static Money Euro(long cents) => new(cents, Currency.Eur);

    /// <summary>Net between the bounds (euros, inclusive), plus VAT of 20 %, at times 5.5 %.</summary>
    public Money WithTax(int least, int most)
    {
        while (true)
        {
            var net = (random.Between(least, most) * 100L) + random.Pick([0, 0, 0, 50, 90, 99, 25, 40, 75]);
            var gross = random.Chance(12) ? ((net * 1055) + 500) / 1000 : ((net * 120) + 50) / 100;
            if (_used.Add(gross))
                return Euro(gross);
        }
    }

    /// <summary>Any amount between the bounds (euros, inclusive).</summary>
    public Money Any(int least, int most)
    {
        while (true)
        {
            var cents = (random.Between(least, most) * 100L) + random.Below(100);
            if (_used.Add(cents))
                return Euro(cents);
        }
    }

    /// <summary>So many hundredths of an amount, rounded half up.</summary>
    public static Money PerCent(Money amount, int perCent) => Euro(((amount.MinorUnits * perCent) + 50) / 100);
}
