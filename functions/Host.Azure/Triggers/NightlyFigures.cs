using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Pipeline.Reports;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>At night the day's figures are kept.</summary>
public sealed partial class NightlyFigures(TakeFigures take, ILogger<NightlyFigures> log)
{
    /// <summary>Takes them; a second time on the same day replaces them.</summary>
    [Function(nameof(NightlyFigures))]
    public async Task RunAsync([TimerTrigger("%NightlyFiguresSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        var figures = await take.HandleAsync(cancellation);
        Taken(figures.Day, timer.IsPastDue);
    }

    [LoggerMessage(2200, LogLevel.Information, "The figures of {Day} are kept (later than planned: {IsPastDue}).")]
    private partial void Taken(DateOnly day, bool isPastDue);
}
