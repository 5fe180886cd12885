using System.CommandLine;
using Reconciliation.Domain.Interest;
using Reconciliation.Host.Local.Output;

namespace Reconciliation.Host.Local.Commands;

/// <summary><c>reconcile interest</c></summary>
internal static class InterestCommand
{
    public static Command Create()
    {
        var words = new InterestWords();
        var rates = new Option<FileInfo[]>("--rates") { Description = "A JSON file with reference rates that do not ship, each with its source; may be given several times." };
        var json = CommonOptions.Json();
        var command = new Command("interest", "Says what late interest a debt bears: its parts, their rates and sources, the total and the 40 euro.");
        words.AddTo(command);
        command.Add(rates);
        command.Add(json);
        command.SetAction(parsed => Run(words, parsed, Rates(parsed.GetValue(rates) ?? []), parsed.GetValue(json)));
        return command;
    }

    private static int Run(InterestWords words, ParseResult parsed, ReferenceRates rates, bool json)
    {
        var debt = words.Debt(parsed);
        return LateInterest.Of(debt, words.Reductions(parsed, debt.Amount.Currency), words.Until(parsed), rates).Match(
            interest => State(interest, json), refusal => Refuse(refusal, json));
    }

    private static int State(LateInterest interest, bool json)
    {
        if (json)
            JsonLines.Write(InterestReport.Json(interest));
        else
            InterestReport.Write(interest);
        return ExitStatus.Done;
    }

    private static int Refuse(InterestRefusal refusal, bool json)
    {
        if (json)
            JsonLines.Write(new { refused = new { refusal.Code, refusal.Message } });
        var remedy = refusal.Code == InterestRefusals.RateMissing ? " The option --rates takes a file of them." : "";
        Console.Error.WriteLine($"reconcile: {refusal.Message} ({refusal.Code}){remedy}");
        return ExitStatus.Refused;
    }

    private static ReferenceRates Rates(FileInfo[] files)
    {
        var rates = ReferenceRates.BuiltIn;
        foreach (var file in files)
        {
            using var bytes = InputFiles.Open(file);
            using var text = new StreamReader(bytes);
            var reading = rates.With(text.ReadToEnd());
            rates = reading.Rates ?? throw new CommandException($"{file}: {string.Join(' ', reading.Faults)}");
        }

        return rates;
    }
}
