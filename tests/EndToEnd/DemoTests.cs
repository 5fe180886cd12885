namespace Reconciliation.EndToEnd;

/// <summary>The demonstration from the outside: a process and its data folder.</summary>
public sealed class DemoTests : IDisposable
{
    private const int Kills = 10;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Demo_RunTwice_ChangesNothingTheSecondTimeAndSaysSo()
    {
        var data = Data("ledger");

        var first = await ReconcileProcess.RunAsync("demo", "--no-serve", "--data", data);
        var ledger = await LedgerDump.OfAsync(data);
        var second = await ReconcileProcess.RunAsync("demo", "--no-serve", "--data", data);

        Assert.Equal((0, 0), (first.Status, second.Status));
        Assert.DoesNotContain("Nothing changed", first.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing changed", second.Output, StringComparison.Ordinal);
        LedgerDump.ShouldBeEqual(ledger, await LedgerDump.OfAsync(data));
    }

    [Fact]
    public async Task Demo_KilledTenTimesAndStartedAgain_EndsWithTheLedgerOfAnUndisturbedRun()
    {
        var undisturbed = Data("undisturbed");
        await ReconcileProcess.RunAsync("demo", "--no-serve", "--data", undisturbed);
        var killed = Data("killed");

        var files = Directory.EnumerateFiles(Path.Combine(undisturbed, "archive"), "*", SearchOption.AllDirectories).Count();
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var process = ReconcileProcess.Start("demo", "--no-serve", "--data", killed);
            Assert.True(
                await process.UntilAsync(() => HasDone(killed, kill, files)),
                $"The run ended before kill {kill}:\n{process.Output}");
            await process.KillAsync();
        }

        var finished = await ReconcileProcess.RunAsync("demo", "--no-serve", "--data", killed);

        Assert.Equal(0, finished.Status);
        LedgerDump.ShouldBeEqual(await LedgerDump.OfAsync(undisturbed), await LedgerDump.OfAsync(killed));
    }

    public void Dispose() => _folder.Dispose();

    private string Data(string name) => Path.Combine(_folder.Path, name);

    // The kills are spread over the work rather than over time: the first falls while receivables come in, the next
    // ones as more and more statement files are through, the last two while letters are written.
    private static bool HasDone(string data, int kill, int files)
    {
        var archived = Count(data, "archive");
        return kill switch
        {
            1 => File.Exists(Path.Combine(data, "ledger.db")),
            <= Kills - 2 => archived >= files * (kill - 1) / (Kills - 2),
            _ => Count(data, "outbox") >= (kill - (Kills - 2)) * 3,
        };
    }

    private static int Count(string data, string folder)
    {
        var path = Path.Combine(data, folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Count() : 0;
    }
}
