using System.Diagnostics.Metrics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Domain.Reporting;
using Reconciliation.Host.Azure.Settings;
using Reconciliation.Pipeline.Reports;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Host.Azure.Triggers;

/// <summary>On business days it is looked whether each bank has sent its statements.</summary>
public sealed partial class BankDataChecked(CheckBankData check, HostSettings settings, ILogger<BankDataChecked> log)
{
    private static readonly Meter Meter = new(PipelineTelemetry.Name);

    private static readonly Gauge<int> Age = Meter.CreateGauge<int>(
        "reconciliation.bank.age", "d", "Days since the last day that a bank account's statements cover.");

    /// <summary>Looks at every bank account; says which are late.</summary>
    [Function(nameof(BankDataChecked))]
    public async Task RunAsync([TimerTrigger("%BankDataCheckedSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        var accounts = await check.HandleAsync(settings.BankDataGraceDays, cancellation);
        foreach (var account in accounts)
            Say(account);
        Checked(accounts.Length, accounts.Count(account => account.IsLate), timer.IsPastDue);
    }

    private void Say(BankFreshness account)
    {
        var masked = Masked(account);
        if (account.AgeDays is { } age)
            Age.Record(age, new KeyValuePair<string, object?>("account", masked));
        if (account.IsLate)
            Late(masked, account.Through, account.Expected);
    }

    // Its last four characters tell an account from another, and no more.
    private static string Masked(BankFreshness account) => $"...{account.Account.Value[^Math.Min(4, account.Account.Value.Length)..]}";

    [LoggerMessage(2230, LogLevel.Warning, "Statements of bank account {Account} reach to {Through}; expected by now is {Expected}.")]
    private partial void Late(string account, DateOnly? through, DateOnly expected);

    [LoggerMessage(2231, LogLevel.Information, "{Accounts} bank accounts were looked at, {Late} are late (later than planned: {IsPastDue}).")]
    private partial void Checked(int accounts, int late, bool isPastDue);
}
