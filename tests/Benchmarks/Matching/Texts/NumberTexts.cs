using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Texts;

/// <summary>The ways in which payers write one number.</summary>
internal sealed class NumberTexts(DeterministicRandom random)
{
    private static readonly string[] Separators = ["", " ", "/", "-", ".", " - "];

    /// <summary>Other punctuation, blanks, another word before it.</summary>
    public string Reshaped(PrintedNumber number)
    {
        var year = number.Year.Length == 4 && random.Chance(20) ? number.Year[2..] : number.Year;
        var word = random.Pick(["", "FAC", "FACT", "FACTURE NO", "FA", "INV", "RG", "Rechnung Nr.", "Fact. n°", "F"]);
        var core = year.Length > 0 ? year + random.Pick(Separators) + number.Padded : Grouped(number.Padded);
        return word.Length == 0 ? number.Prefix + random.Pick(Separators) + core : word + random.Pick([" ", " ", "", "."]) + core;
    }

    /// <summary>The year and the sequence without zeros before it.</summary>
    public string WithoutZeros(PrintedNumber number) =>
        number.Year.Length > 0 ? $"{number.Prefix}{number.Style.AfterPrefix}{number.Year}{Separator(number)}{number.Bare}" : $"{number.Prefix} {number.Bare}".Trim();

    /// <summary>The sequence alone, with or without what stands before the year.</summary>
    public string WithoutYear(PrintedNumber number) => random.Below(3) switch
    {
        0 => number.Padded,
        1 => $"{number.Prefix}{number.Padded}",
        _ => $"{random.Pick(["FACT", "FACTURE", "INV", "RG", "n°"])} {number.Padded}",
    };

    /// <summary>One slip: two digits swapped, one lost, a letter for a digit.</summary>
    public string Misspelt(PrintedNumber number)
    {
        var printed = number.ToString();
        for (var attempt = 0; ; attempt++)
        {
            var slip = attempt > 20 ? Dropped(printed) : random.Below(4) switch
            {
                0 => Swapped(printed),
                1 => Dropped(printed),
                2 => LetterFor(printed, '0', 'O'),
                _ => LetterFor(printed, '1', 'I'),
            };
            if (slip != printed)
                return slip;
        }
    }

    /// <summary>The number in two pieces.</summary>
    public (string Before, string After) Split(PrintedNumber number)
    {
        var printed = number.ToString();
        var at = random.Between(Math.Min(2, printed.Length - 2), printed.Length - 2);
        return (printed[..at], printed[at..]);
    }

    private string Grouped(string digits) =>
        digits.Length >= 6 && random.Chance(50) ? $"{digits[..^3]}{random.Pick([" ", "."])}{digits[^3..]}" : digits;

    private string Separator(PrintedNumber number) => number.Style.AfterYear.Length > 0 ? number.Style.AfterYear : random.Pick(["-", "/", " "]);

    private string Swapped(string printed)
    {
        var at = random.Between(Math.Max(0, printed.Length - 5), printed.Length - 2);
        return char.IsAsciiDigit(printed[at]) && char.IsAsciiDigit(printed[at + 1])
            ? $"{printed[..at]}{printed[at + 1]}{printed[at]}{printed[(at + 2)..]}"
            : printed;
    }

    private string Dropped(string printed) => printed.Remove(random.Between(Math.Max(0, printed.Length - 5), printed.Length - 1), 1);

    private static string LetterFor(string printed, char digit, char letter)
    {
        var at = printed.LastIndexOf(digit);
        return at < 0 ? printed : $"{printed[..at]}{letter}{printed[(at + 1)..]}";
    }
}
