using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Texts;

/// <summary>What banks make of names.</summary>
internal sealed class NameTexts(DeterministicRandom random)
{
    private static readonly string[] Forms =
        ["SARL", "SAS", "SASU", "EURL", "SA", "SNC", "SCI", "GmbH", "GmbH & Co. KG", "AG", "KG", "OHG", "Ltd", "LLP", "Limited", "PLC"];

    /// <summary>The name changed once or twice, still recognisable.</summary>
    public string Changed(PayingDebtor debtor)
    {
        var name = debtor.Debtor.Name;
        return debtor.IsPerson ? Person(name) : Firm(name);
    }

    private string Firm(string name) => random.Below(7) switch
    {
        0 => BankText.Plain(WithoutForm(name)),
        1 => BankText.Plain(name),
        2 => BankText.Cut(BankText.Plain(name), random.Pick([24, 27, 35])).TrimEnd(),
        3 => BankText.Plain(string.Join(' ', Reordered(WithoutForm(name).Split(' ')))),
        4 => BankText.Plain("STE " + WithoutForm(name)),
        5 => BankText.Cut(BankText.Plain(WithoutForm(name)), random.Pick([18, 20, 24])).TrimEnd(),
        _ => WithoutForm(name),
    };

    private string Person(string name)
    {
        var words = name.Split(' ');
        var (first, last) = (words[0], string.Join(' ', words[1..]));
        return random.Below(6) switch
        {
            0 => BankText.Plain($"{last} {first}"),
            1 => BankText.Plain($"M OU MME {last} {first[..1]}"),
            2 => BankText.Plain($"MME {first} {last}"),
            3 => BankText.Plain($"{first[..1]}. {last}"),
            _ => BankText.Plain(name),
        };
    }

    private static string WithoutForm(string name)
    {
        foreach (var form in Forms.OrderByDescending(form => form.Length))
        {
            if (name.EndsWith(" " + form, StringComparison.Ordinal))
                return name[..^(form.Length + 1)];
            if (name.StartsWith(form + " ", StringComparison.Ordinal))
                return name[(form.Length + 1)..];
        }

        return name;
    }

    private static IEnumerable<string> Reordered(string[] words) => words.Length < 2 ? words : [.. words[1..], words[0]];
}
