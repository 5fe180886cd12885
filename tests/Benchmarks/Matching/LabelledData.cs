using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Benchmarks.Matching.Scenarios;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Matching;

/// <summary>Makes up payments with their truth, block by block. Numbers of a series run on from block to block.</summary>
internal static class LabelledData
{
    private const int PaymentsOfBlock = 500;

    // Payments for lists use up many; the rest is there to be mistaken for them.
    private const int NumbersForEachPayment = 6;

    /// <summary>The blocks of a data set, made as they are asked for.</summary>
    public static IEnumerable<Block> Blocks(Mix mix, DataSize size)
    {
        var random = new DeterministicRandom(size.Seed).Fork(mix.Name);
        for (var (block, made) = (0, 0); made < size.Payments; block++)
        {
            var payments = Math.Min(PaymentsOfBlock, size.Payments - made);
            var items = (int)((long)size.Items * payments / size.Payments);
            yield return Make(mix, size, random.Fork(Invariant($"block {block}")), block, payments, items);
            made += payments;
        }
    }

    private static Block Make(Mix mix, DataSize size, DeterministicRandom random, int block, int payments, int items)
    {
        var scene = SceneOf(mix, size, random, block, items);
        Owe(scene, items / 3);
        var drawn = Weighted(mix);
        while (scene.Payments.Count < payments)
        {
            var name = random.Pick(drawn);
            scene.Play(name, AllScenarios.ByName[name]);
        }

        Owe(scene, items);
        // A story of two payments may end one above.
        return new Block(scene.Claims.All, scene.Debtors.Confirmed, [.. scene.Payments.Take(payments)]);
    }

    private static Scene SceneOf(Mix mix, DataSize size, DeterministicRandom random, int block, int items)
    {
        var styles = NumberingStyle.All;
        var itemsOfBlock = (int)((long)size.Items * PaymentsOfBlock / Math.Max(size.Payments, PaymentsOfBlock));
        var numbersOfBlock = Math.Max(items, itemsOfBlock) + 1 + (PaymentsOfBlock * NumbersForEachPayment);
        var (style, first) = size.Numbering is { } one
            ? (one, one.First + (block * numbersOfBlock))
            : (styles[block % styles.Count], styles[block % styles.Count].First + (block / styles.Count * numbersOfBlock));
        var prices = new Prices(random.Fork("prices"));
        var debtors = new Debtors(random.Fork("debtors"), mix.Noise, prices, block);
        for (var i = 0; i < Math.Max(20, items / 4); i++)
            debtors.Add();
        var numbering = new Numbering(random.Fork("numbers"), style, first, items, numbersOfBlock);
        return new Scene(random.Fork("scene"), mix.Noise, debtors, new Claims(random.Fork("claims"), numbering, prices, block), prices);
    }

    /// <summary>Receivables up to a number that nobody pays, or only by chance.</summary>
    private static void Owe(Scene scene, int upTo)
    {
        while (scene.Claims.All.Count < upTo)
        {
            var debtor = scene.Debtor();
            switch (scene.Random.Below(50))
            {
                case 0:
                    scene.Claims.InTerms(debtor, scene.Random.Between(2, 10));
                    break;
                case 1 when debtor.ContractCents is null:
                    scene.Claims.WithDiscount(debtor, 2, LabelledDays.LastIssue.AddDays(scene.Random.Below(30)));
                    break;
                default:
                    scene.Invoice(debtor);
                    break;
            }
        }
    }

    private static string[] Weighted(Mix mix) =>
        [.. mix.Shares.OrderBy(share => share.Key, StringComparer.Ordinal).SelectMany(share => Enumerable.Repeat(share.Key, share.Value))];
}
