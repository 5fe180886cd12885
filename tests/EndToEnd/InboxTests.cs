using System.Text;

namespace Reconciliation.EndToEnd;

/// <summary>The inbox folder of a running host.</summary>
public sealed class InboxTests : IDisposable
{
    private const string Statement =
        ":20:DAY1\n:25:FR7699001000010000000000143\n:28C:1\n:60F:C260901EUR100,00\n" +
        ":61:2609010901C25,00NTRFNONREF\n:86:hello\n:62F:C260901EUR125,00\n-\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task AFile_IsTakenWhenItIsWhollyWritten_AndNotBefore()
    {
        using var host = await RunningHost.StartAsync("serve", "--data", _folder.Path);
        var inbox = Path.Combine(_folder.Path, "inbox");

        await using (var slow = new FileStream(Path.Combine(inbox, "slow.sta"), FileMode.CreateNew, FileAccess.Write, FileShare.Read))
        {
            await slow.WriteAsync(Encoding.ASCII.GetBytes(Statement[..60]));
            await slow.FlushAsync();
            // Another file that is whole is through while this one is held open: the host has looked, and left it alone.
            File.WriteAllText(Path.Combine(inbox, "whole.sta"), Statement.Replace("DAY1", "DAY2", StringComparison.Ordinal));
            await RunningHost.UntilAsync(async () => (await NamesAsync(host)).Contains("whole.sta"));
            Assert.DoesNotContain("slow.sta", await NamesAsync(host));
            await slow.WriteAsync(Encoding.ASCII.GetBytes(Statement[60..]));
        }

        await RunningHost.UntilAsync(async () => (await NamesAsync(host)).Contains("slow.sta"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<List<string?>> NamesAsync(RunningHost host) =>
        [.. (await host.JsonAsync("/api/files")).GetProperty("items").EnumerateArray().Select(f => f.GetProperty("name").GetString())];
}
