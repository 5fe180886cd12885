using System.Text.Json;
using Azure.Storage.Blobs;
using Reconciliation.Domain;
using Reconciliation.Host.Azure.Tests.Fakes;
using Reconciliation.Host.Azure.Triggers;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Host.Azure.Tests.Triggers;

/// <summary>Files of receivables that the creditor drops.</summary>
public sealed class ReceivablesArrivedTests : IAsyncLifetime
{
    private const string Header = "number,debtor_id,debtor_name,issue_date,due_date,amount,currency\n";
    private const string Good = Header + "F-1,D-1,Boulangerie Duval,2026-08-01,2026-08-31,120.00,EUR\n";
    private const string Faulty = Good + "F-2,D-2,Menuiserie Roux,2026-08-01,31/08/2026,eighty,EUR\n";
    private const string Terms = "receivable,sequence,due_date,amount\nF-1,1,2026-08-31,60.00\nF-1,2,2026-09-30,60.00\n";

    private readonly HostUnderTest _host = new();

    [Fact]
    public async Task File_WithoutFault_IsImported()
    {
        await DropAsync("march.csv", Good);

        Assert.Equal("120.00", await OpenAsync());
        Assert.Empty(_host.Receivables.Reports);
    }

    [Fact]
    public async Task File_WithAFault_IsNotImportedAndTheReportSaysWhereAndWhatToDo()
    {
        await DropAsync("march.csv", Faulty);

        Assert.Null(await OpenAsync());
        using var report = JsonDocument.Parse(_host.Receivables.Reports["march.csv"]);
        var faults = report.RootElement.GetProperty("faults").EnumerateArray().ToList();
        Assert.All(faults, fault =>
        {
            Assert.Equal(3, fault.GetProperty("line").GetInt32());
            Assert.NotEmpty(fault.GetProperty("code").GetString()!);
            Assert.NotEmpty(fault.GetProperty("remedy").GetString()!);
        });
        Assert.NotEmpty(faults);
        Assert.Contains(_host.Logs.Entries, entry => entry.Event == 2051);
    }

    [Fact]
    public async Task File_Corrected_TakesTheReportAway()
    {
        await DropAsync("march.csv", Faulty);

        await DropAsync("march.csv", Good);

        Assert.Empty(_host.Receivables.Reports);
        Assert.Equal("120.00", await OpenAsync());
    }

    [Theory]
    [InlineData("march.csv", "march.instalments.csv")]
    [InlineData("march.instalments.csv", "march.csv")]
    public async Task Terms_WhicheverFileComesLater_AreImportedWithTheirReceivables(string first, string second)
    {
        await DropAsync(first, first.Contains("instalments", StringComparison.Ordinal) ? Terms : Good);
        await DropAsync(second, second.Contains("instalments", StringComparison.Ordinal) ? Terms : Good);

        var account = await _host.Get<IAccountStreams>().LoadAsync(HostUnderTest.Account("D-1"), default);
        Assert.Equal(2, Assert.Single(account.Receivables.Values).Parts().Count());
    }

    [Fact]
    public async Task Terms_WithoutTheirReceivables_WaitAndAreSaidTo()
    {
        await DropAsync("march.instalments.csv", Terms);

        Assert.Contains(_host.Logs.Entries, entry => entry.Event == 2051 && entry.Text.Contains("WaitsForReceivables", StringComparison.Ordinal));
        Assert.Empty(_host.Receivables.Reports);
    }

    [Fact]
    public async Task File_OfAnotherKind_IsRefusedByName()
    {
        await DropAsync("march.xlsx", "PK");

        Assert.Contains("file-not-csv", _host.Receivables.Reports["march.xlsx"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_DroppedTwice_ChangesNothing()
    {
        await DropAsync("march.csv", Good);
        var before = await _host.Get<IAccountStreams>().LoadAsync(HostUnderTest.Account("D-1"), default);

        await DropAsync("march.csv", Good);

        Assert.Equal(before.Version, (await _host.Get<IAccountStreams>().LoadAsync(HostUnderTest.Account("D-1"), default)).Version);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private Task DropAsync(string name, string content)
    {
        _host.Receivables.Dropped[name] = content;
        return _host.Function<ReceivablesArrived>().RunAsync(new BlobClient(new Uri($"https://ledger.blob.core.windows.net/receivables/{name}")), name, default);
    }

    private async Task<string?> OpenAsync()
    {
        var page = await _host.Get<ILedgerQueries>().AccountsAsync(new PageRequest(), default);
        return page.Items.IsEmpty ? null : Money.Sum(page.Items.Select(summary => summary.Open), Currency.Of("EUR")).ToDecimalString();
    }
}
