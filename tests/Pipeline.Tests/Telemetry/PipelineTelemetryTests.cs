using System.Diagnostics;
using System.Text;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Pipeline.Tests.Telemetry;

/// <summary>One trace leads from a file to the contact that follows from it, figures count what happened, and neither tells of anybody.</summary>
public sealed class PipelineTelemetryTests : IAsyncLifetime
{
    private const string FileName = "releve-" + Mt940Text.Account + ".sta";

    private const string Receivables =
        "number,debtor_id,debtor_name,issue_date,due_date,amount,currency,email,debtor_iban\n" +
        "FAC-2026-0101,D1,Brasserie du Vieux Port SARL,2026-07-01,2026-07-31,120.00,EUR,compta@vieuxport.example,FR7630006000011234567890189\n" +
        "FAC-2026-0102,D1,Brasserie du Vieux Port SARL,2026-07-05,2026-08-04,80.50,EUR,compta@vieuxport.example,FR7630006000011234567890189\n";

    private static readonly string[] Personal =
        ["Brasserie", "Vieux", "compta@", "FR76", "30006000011234567890189", "FAC-2026", "|D1|", Mt940Text.Account, "releve"];

    private readonly TestPipeline _pipeline = new(Mt940Text.Account);

    [Fact]
    public async Task AFile_ItsEntries_TheAccountAndTheContact_AreOneTrace()
    {
        using var recorded = await FileToContactAsync();

        var steps = recorded.Ended.Select(activity => activity.OperationName).ToHashSet();
        Assert.Superset(new HashSet<string> { "statement.import", "entries.match", "account.recover", "contact.send" }, steps);
        Assert.All(recorded.Ended, activity => Assert.NotEqual(default, activity.ParentSpanId));
        Assert.All(recorded.Ended, activity => Assert.Equal(ActivityStatusCode.Unset, activity.Status));
    }

    [Fact]
    public async Task Figures_CountFilesEntriesMatchesAndContacts()
    {
        using var recorded = await FileToContactAsync();

        Assert.Equal(
            new Dictionary<string, long>
            {
                ["reconciliation.files{status=accepted,format=mt940}"] = 1,
                ["reconciliation.entries{outcome=new}"] = 2,
                ["reconciliation.matches{decision=auto}"] = 1,
                ["reconciliation.matches{decision=none}"] = 1,
                ["reconciliation.contacts{channel=email,result=failed}"] = 1,
            },
            recorded.Sums());
    }

    [Fact]
    public async Task NothingThatIsTold_NamesAnybody()
    {
        using var recorded = await FileToContactAsync();

        var told = recorded.Ended.SelectMany(activity => activity.TagObjects.Append(new("name", activity.DisplayName)).Append(new("status", activity.StatusDescription)))
            .Concat(recorded.Measurements.SelectMany(measured => measured.Tags))
            .Select(tag => $"{tag.Value}").ToList();

        Assert.NotEmpty(told);
        Assert.All(told, text => Assert.DoesNotContain(Personal, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task AStepThatFails_IsMarkedWithTheKindOfItsError_NotWithItsWords()
    {
        using var recorded = new RecordedTelemetry();

        await Assert.ThrowsAsync<FormatException>(() => PipelineTelemetry.StepAsync("step", _ => Task.FromException(new FormatException("Brasserie"))));

        var failed = Assert.Single(recorded.Ended);
        Assert.Equal(ActivityStatusCode.Error, failed.Status);
        Assert.Null(failed.StatusDescription);
        Assert.Equal("System.FormatException", failed.GetTagItem("error.type"));
        Assert.Empty(failed.Events);
    }

    [Fact]
    public void AMessageOfAnotherTrace_IsDealtWithInItsOwn_LinkedToWhatRunsHere()
    {
        using var recorded = new RecordedTelemetry();
        var sent = PipelineTelemetry.TraceParent;
        using var here = new Activity("invocation").SetIdFormat(ActivityIdFormat.W3C).SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom()).Start();

        using (var continued = PipelineTelemetry.Continue(sent, "message process"))
            Assert.Equal([here.Context], continued!.Links.Select(link => link.Context));

        Assert.Equal(sent, Assert.Single(recorded.Ended).ParentId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("rubbish")]
    public void AMessageThatTellsNoTrace_StaysInTheOneThatRuns(string? traceParent)
    {
        using var recorded = new RecordedTelemetry();
        var here = Activity.Current!;

        PipelineTelemetry.Continue(traceParent, "message process")!.Dispose();

        Assert.Equal(here.SpanId, Assert.Single(recorded.Ended).ParentSpanId);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    /// <summary>Receivables are overdue, but nobody is reminded before the bank's file came; one of them is paid in it.</summary>
    private async Task<RecordedTelemetry> FileToContactAsync()
    {
        await _pipeline.ImportAsync(Receivables);
        var recorded = new RecordedTelemetry();
        var day = Mt940Text.Day(1, "260930", 0, (120_00, "BRASSERIE DU VIEUX PORT FAC-2026-0101"), (7_77, "DIVERS"));
        using (var content = new MemoryStream(Encoding.UTF8.GetBytes(day)))
        {
            var waiting = await _pipeline.Get<IFileStore>().DropAsync(FileName, content, default);
            await _pipeline.Get<IMessages>().SendAsync(new StatementArrived(waiting), default);
        }

        recorded.EndRoot();
        await _pipeline.DrainAsync();
        return recorded;
    }
}
