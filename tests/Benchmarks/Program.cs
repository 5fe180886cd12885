using System.Globalization;
using Reconciliation.Benchmarks.DemoMonth;
using Reconciliation.Benchmarks.Matching;
using Reconciliation.Benchmarks.Intake;
using Reconciliation.Benchmarks.Measure;
using Reconciliation.Benchmarks.OnAzurite;

return args switch
{
    ["demo-month", var directory, .. var options] => WriteDemoMonth(directory, options),
    ["azurite", var entries] => await MeasureOnAzuriteAsync(entries, AzuriteBenchmark.RunAsync),
    ["azurite-intake", var entries] => await MeasureOnAzuriteAsync(entries, AzuriteBenchmark.TakeInAsync),
    ["measure", "intake", .. var options] => await IntakeCommand.TryRunAsync(options, Console.Out) ? 0 : Usage(),
    ["measure", var format, .. var options] => MeasureCommand.TryRun(format, options, Console.Out) ? 0 : Usage(),
    ["match", .. var options] => MatchCommand.TryRun(options, Console.Out) ? 0 : Usage(),
    _ => Usage(),
};

static async Task<int> MeasureOnAzuriteAsync(string entries, Func<int, Task> measure)
{
    if (!int.TryParse(entries, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
        return Usage();
    await measure(count);
    return 0;
}

static int WriteDemoMonth(string directory, string[] options)
{
    var seed = MonthMix.Demo.Seed;
    string? truth = null;
    for (var i = 0; i < options.Length; i += 2)
    {
        switch (options.AsSpan(i))
        {
            case ["--truth", var file, ..]:
                truth = file;
                break;
            case ["--seed", var number, ..] when ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out seed):
                break;
            default:
                return Usage();
        }
    }

    var month = Month.Generate(MonthMix.Demo with { Seed = seed });
    Directory.CreateDirectory(directory);
    foreach (var (name, bytes) in month.Files)
        File.WriteAllBytes(Path.Combine(directory, name), bytes);
    if (truth is not null)
        File.WriteAllBytes(truth, month.Truth);
    Console.WriteLine(FormattableString.Invariant($"{month.Files.Count} files, {month.EntryCount} entries, seed {seed}: {directory}"));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("demo-month DIR [--truth FILE] [--seed NUMBER]   writes the fictitious bank month of the demo");
    Console.Error.WriteLine("azurite ENTRIES                                counts the calls to Azure Storage that intake and matching take");
    Console.Error.WriteLine("azurite-intake ENTRIES                         the same of intake alone");
    Console.Error.WriteLine(MeasureCommand.Usage);
    Console.Error.WriteLine(MatchCommand.Usage);
    Console.Error.WriteLine(IntakeCommand.Usage);
    return 2;
}
