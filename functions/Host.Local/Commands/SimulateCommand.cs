using System.CommandLine;
using System.Globalization;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Host.Local.Output;
using Reconciliation.Pipeline.Recovery;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile simulate</c></summary>
internal static class SimulateCommand
{
    private const int MostMonths = 120;

    private static readonly Option<FileInfo> Receivables = new("--receivables") { Description = "The receivables CSV file.", Required = true };
    private static readonly Option<FileInfo?> Instalments = new("--instalments") { Description = "The instalments CSV file." };
    private static readonly Option<FileInfo?> Policy = new("--policy") { Description = "The JSON file of a recovery policy; the built-in one for none." };
    private static readonly Option<DateOnly> From = new("--from")
    {
        Description = "The first day (ISO 8601).",
        Required = true,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is >= 1900 and <= 2999)
                return day;
            result.AddError($"'{result.Tokens[0].Value}' is not a day such as 2026-01-31.");
            return default;
        },
    };

    private static readonly Option<int> Months = new("--months")
    {
        Description = $"How many months, 1 to {MostMonths}.",
        Required = true,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= MostMonths)
                return months;
            result.AddError($"Months are a number from 1 to {MostMonths}.");
            return 0;
        },
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("simulate", "Says which contacts a recovery policy would bring over months if nobody paid, without a ledger.")
        {
            Receivables, Instalments, Policy, From, Months, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (ReadPolicy(parsed.GetValue(Policy)) is not { } policy)
            return ExitStatus.Refused;
        using var receivables = InputFiles.Open(parsed.GetRequiredValue(Receivables));
        using var terms = parsed.GetValue(Instalments) is { } file ? InputFiles.Open(file) : null;
        var from = parsed.GetValue(From);
        var simulated = new SimulatePolicy(policy).Simulate(
            ReceivablesCsv.Read(receivables), terms is null ? new InstalmentsFile([], [], []) : InstalmentsCsv.Read(terms), from, from.AddMonths(parsed.GetValue(Months)));
        foreach (var fault in simulated.Faults)
            Console.Error.WriteLine($"line {fault.Line}: {fault.Message} ({fault.Code})");
        if (parsed.GetValue(Json))
            SimulationReport.WriteJson(simulated);
        else
            SimulationReport.Write(simulated, policy);
        return simulated.Faults.IsEmpty ? ExitStatus.Done : ExitStatus.Refused;
    }

    private static RecoveryPolicy? ReadPolicy(FileInfo? file)
    {
        if (file is null)
            return RecoveryPolicy.BuiltIn;
        using var text = new StreamReader(InputFiles.Open(file));
        var reading = RecoveryPolicy.Parse(text.ReadToEnd());
        foreach (var fault in reading.Faults)
            Console.Error.WriteLine($"{file}: {fault}");
        return reading.Policy;
    }
}
