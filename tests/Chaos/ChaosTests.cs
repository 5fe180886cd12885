using System.Globalization;
using Reconciliation.Chaos.Scenarios;
using Reconciliation.Emulator;
using Xunit.Abstractions;

namespace Reconciliation.Chaos;

/// <summary>
/// Each storage and messaging call fails, times out after having taken effect, or is delivered twice, at seeded points;
/// the ledger ends as in the undisturbed run.
/// </summary>
public sealed class ChaosTests(UndisturbedRun undisturbed, ITestOutputHelper output) : IClassFixture<UndisturbedRun>
{
    /// <summary>The seeds to run: four by default, <c>CHAOS_SEEDS</c> of them, or the one that <c>CHAOS_SEED</c> names.</summary>
    public static TheoryData<Disturbance> Disturbances
    {
        get
        {
            if (Number("CHAOS_SEED") is { } one)
                return [Disturbance.Of(one)];
            var data = new TheoryData<Disturbance>();
            for (var seed = 1UL; seed <= (Number("CHAOS_SEEDS") ?? 4); seed++)
                data.Add(Disturbance.Of(seed));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Disturbances), DisableDiscoveryEnumeration = true)]
    public async Task DisturbedRun_EndsAsTheUndisturbedOne(Disturbance disturbance)
    {
        var outcome = await RunAsync(disturbance);

        output.WriteLine($"{disturbance}; {outcome.Failures} attempts failed, {outcome.Starts} starts, {outcome.Delivered} deliveries.");
        var missing = undisturbed.Outcome.Picture.Without(outcome.Picture).Select(line => $"- {line}");
        var added = outcome.Picture.Without(undisturbed.Outcome.Picture).Select(line => $"+ {line}");
        var differences = missing.Concat(added).ToList();
        Assert.True(differences.Count == 0, $"CHAOS_SEED={disturbance.Seed} ({disturbance}) ends otherwise:\n{string.Join('\n', differences.Take(30))}");
        Assert.True(outcome.Failures > 0 || outcome.Delivered != undisturbed.Outcome.Delivered, "Nothing was disturbed.");
    }

    [Theory]
    [InlineData("entry ", 60)]
    [InlineData("entry ", 15, "\"state\":\"explained\"")]
    [InlineData("entry ", 1, "\"state\":\"review\"")]
    [InlineData("entry ", 20, "\"state\":\"unexplained\"")]
    [InlineData("entry ", 1, "\"kind\":\"returned-payment\"")]
    [InlineData("file ", 7, "\"status\":\"accepted\"")]
    [InlineData("file ", 1, "\"status\":\"duplicate\"")]
    [InlineData("file ", 1, "\"status\":\"quarantined\"")]
    [InlineData("file ", 1, "\"isReleased\":true")]
    [InlineData("event ", 28, "\"kind\":\"receivable-opened\"")]
    [InlineData("event ", 1, "\"kind\":\"instalments-scheduled\"")]
    [InlineData("event ", 2, "\"cause\":\"match-undone\"")]
    [InlineData("event ", 10, "\"kind\":\"contact-made\"")]
    [InlineData("blob outbox/email/", 5)]
    [InlineData("blob outbox/letter/", 3)]
    [InlineData("blob quarantine/", 2)]
    public void UndisturbedRun_HasOfEverything(string beginning, int least, string part = "") =>
        Assert.InRange(undisturbed.Outcome.Picture.Count(beginning, part), least, int.MaxValue);

    [Fact]
    public void UndisturbedRun_LeavesNothingWaiting()
    {
        Assert.Equal(0, undisturbed.Outcome.Failures);
        Assert.Equal(0, undisturbed.Outcome.Picture.Count("blob inbox/"));
        Assert.Equal(1, undisturbed.Outcome.Picture.Count("waiting False"));
    }

    private async Task<Outcome> RunAsync(Disturbance disturbance)
    {
        try
        {
            return await Course.RunAsync(undisturbed.Emulator, $"s{disturbance.Seed}", disturbance);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"CHAOS_SEED={disturbance.Seed} ({disturbance}): {failure.Message}", failure);
        }
    }

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The run that every other is compared with, and the emulator for all of them.</summary>
public sealed class UndisturbedRun : IAsyncLifetime
{
    internal AzuriteEmulator Emulator { get; } = new();

    internal Outcome Outcome { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Emulator.InitializeAsync();
        Outcome = await Course.RunAsync(Emulator, "undisturbed", Disturbance.None);
    }

    public Task DisposeAsync() => Emulator.DisposeAsync();
}
