using System.Collections.Immutable;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Pipeline.Operations;

/// <summary>Measures how old what the banks told is, and publishes it as a metric, so that a bank that fell silent is noticed.</summary>
public sealed class MeasureBankData(IStatementStore statements, TimeProvider time)
{
    /// <summary>Measures each bank account of which a statement was accepted.</summary>
    public async Task<ImmutableArray<BankDataAge>> HandleAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var positions = await statements.PositionsAsync(cancellation);
        var ages = ImmutableArray.CreateBuilder<BankDataAge>();
        foreach (var position in positions)
        {
            if (position.Through is not { } through)
                continue;
            var age = new BankDataAge(position.Account, Math.Max(0, today.DayNumber - through.DayNumber));
            PipelineMetrics.Age(age.Account, age.Days);
            ages.Add(age);
        }

        return ages.ToImmutable();
    }
}

/// <summary>How old what a bank told is.</summary>
/// <param name="Account">The bank account.</param>
/// <param name="Days">Days from the last day that accepted statements cover to today, zero or positive.</param>
public sealed record BankDataAge(BankAccountId Account, int Days);
