using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Statements;
using Xunit.Sdk;

namespace Reconciliation.Pipeline.Tests.Identity;

/// <summary>
/// Random histories of a bank account, told in random exports that overlap: every booked entry comes into the books once,
/// true twins stay two, previews post nothing; what cannot be decided is held, never lost and never doubled.
/// </summary>
public sealed class IdentityProperties : IAsyncLifetime
{
    private readonly TestPipeline _pipeline = new();
    private int _accounts;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task WholeDays_InAnyOrderAndCut_AreEachEnteredOnce(bool isCamt) => HoldsAsync(async random =>
    {
        var world = Made(random, isCamt);
        var files = Shuffled(random, [.. WholeDays(random, world), .. WholeDays(random, world), .. Previews(random, world)]);
        files.Add(files[random.Next(files.Count)]);

        // What is held while days are missing has its place once they came.
        var held = files;
        for (var looks = 0; held.Count > 0 && looks < files.Count; looks++)
        {
            var later = new List<Export>();
            foreach (var file in held)
            {
                if (!await world.Ledger.TakeAsync(file))
                    later.Add(file);
            }

            held = later;
        }

        Assert.True(held.Count == 0, world.Ledger.Course());
        await world.Ledger.ShouldBeCompleteAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task StatementsWithinADay_InOrder_WithAnyOfThemAgain_AreEachEnteredOnce(bool isCamt) => HoldsAsync(async random =>
    {
        var world = Made(random, isCamt);
        var cuts = Cuts(random, world.History);
        for (var index = 0; index < cuts.Count; index++)
        {
            Assert.True(await world.Ledger.TakeAsync(world.Statements(cuts[index])), world.Ledger.Course());
            if (random.Next(2) == 0)
                await world.Ledger.TakeAsync(world.Statements(cuts[random.Next(index + 1)]));
            if (random.Next(3) == 0)
                Assert.True(await world.Ledger.TakeAsync(world.Statements([.. cuts[random.Next(index + 1)..(index + 1)]])), world.Ledger.Course());
        }

        await world.Ledger.ShouldBeCompleteAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task AnyStretchOfTheHistory_IsEnteredOnceOrHeld(bool isCamt) => HoldsAsync(async random =>
    {
        var world = Made(random, isCamt);
        foreach (var cut in Cuts(random, world.History))
        {
            await world.Ledger.TakeAsync(world.Statements(cut));
            var from = random.Next(cut.To);
            await world.Ledger.TakeAsync(world.Statements(new Cut(from, random.Next(from, world.History.Entries.Length) + 1, 700 + from)));
        }

        if (await world.Ledger.TakeAsync(world.Whole()))
            await world.Ledger.ShouldBeCompleteAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task StatementsWithinADay_OutOfOrder_AreEnteredOnceOrHeld(bool isCamt) => HoldsAsync(async random =>
    {
        var world = Made(random, isCamt);
        var cuts = Cuts(random, world.History);
        for (var index = 0; index + 1 < cuts.Count; index += random.Next(1, 4))
            (cuts[index], cuts[index + 1]) = (cuts[index + 1], cuts[index]);

        foreach (var cut in cuts)
            await world.Ledger.TakeAsync(world.Statements(cut));
        if (await world.Ledger.TakeAsync(world.Whole()))
            await world.Ledger.ShouldBeCompleteAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task AnotherExportOfTheAccount_IsEnteredOnceOrHeld(bool toSwift) => HoldsAsync(async random =>
    {
        var world = Made(random, isCamt: true, withBatches: !toSwift);
        var other = new References(OfBank: random.Next(2) == 0, OfPayer: random.Next(2) == 0);
        var change = random.Next(1, world.History.Days.Length + 1);
        for (var day = 0; day < change; day++)
            Assert.True(await world.Ledger.TakeAsync(world.Statements(world.Day(day))), world.Ledger.Course());

        var from = random.Next(change + 1);
        for (var day = from; day < world.History.Days.Length; day++)
        {
            var file = toSwift ? world.Swift(other).Statements(world.Day(day)) : world.Camt(other).Statements(world.Day(day));
            var isTaken = await world.Ledger.TakeAsync(file);
            Assert.True(isTaken || day < change, world.Ledger.Course());
        }

        await world.Ledger.ShouldBeCompleteAsync();
    });

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pipeline.DisposeAsync().AsTask();

    /// <summary>Plays a scenario by each seed: 25 by default, <c>IDENTITY_SEEDS</c> of them, or the one that <c>IDENTITY_SEED</c> names.</summary>
    private static async Task HoldsAsync(Func<Random, Task> scenario)
    {
        int[] seeds = Number("IDENTITY_SEED") is { } one ? [one] : [.. Enumerable.Range(1, Number("IDENTITY_SEEDS") ?? 25)];
        foreach (var seed in seeds)
        {
            try
            {
                await scenario(new Random(seed));
            }
            catch (XunitException failure)
            {
                throw new XunitException($"IDENTITY_SEED={seed}: {failure.Message}", failure);
            }
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private World Made(Random random, bool isCamt, bool withBatches = true)
    {
        var history = new TrueHistory(random, withBatches);
        var account = $"ACCOUNT{++_accounts}";
        return new World(history, account, isCamt, new Ledger(_pipeline, history, BankAccountId.FromText(account), partsAreTold: isCamt));
    }

    /// <summary>Every day once: a statement a day or over several, a file for each or for several of them.</summary>
    private static IEnumerable<Export> WholeDays(Random random, World world)
    {
        var number = random.Next(2) == 0 ? 0 : 300;
        var file = new List<Cut>();
        for (var day = 0; day < world.History.Days.Length;)
        {
            var next = random.Next(day, world.History.Days.Length) + 1;
            file.Add(new Cut(world.History.BeginOf(day), world.History.BeginOf(next), number + day + 1));
            day = next;
            if (random.Next(2) == 0 && day < world.History.Days.Length)
                continue;
            yield return world.Statements([.. file]);
            file.Clear();
        }
    }

    private static IEnumerable<Export> Previews(Random random, World world)
    {
        for (var day = 0; day < world.History.Days.Length; day++)
        {
            for (var to = world.History.BeginOf(day); to < world.History.BeginOf(day + 1); to += random.Next(1, 4))
                yield return world.Report(day, to + 1);
            if (world.IsCamt)
                yield return world.Camt(References.All).Notification(day);
        }
    }

    /// <summary>The history as statements that continue each other, cut anywhere.</summary>
    private static List<Cut> Cuts(Random random, TrueHistory history)
    {
        var cuts = new List<Cut>();
        for (var from = 0; from < history.Entries.Length;)
        {
            var to = Math.Min(history.Entries.Length, from + random.Next(1, 5));
            cuts.Add(new Cut(from, to, cuts.Count + 1));
            from = to;
        }

        return cuts;
    }

    private static List<T> Shuffled<T>(Random random, ImmutableArray<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    private sealed record World(TrueHistory History, string Account, bool IsCamt, Ledger Ledger)
    {
        public CamtExport Camt(References references) => new(History, Account, references);

        public SwiftExport Swift(References references) => new(History, Account, references);

        public Export Statements(params Cut[] cuts) => IsCamt ? Camt(References.All).Statements(cuts) : Swift(References.All).Statements(cuts);

        public Export Report(int day, int to) => IsCamt ? Camt(References.All).Report(day, to) : Swift(References.All).Report(day, to);

        public Export Whole() => Statements(new Cut(0, History.Entries.Length, 900));

        public Cut Day(int day) => new(History.BeginOf(day), History.BeginOf(day + 1), day + 1);
    }
}
