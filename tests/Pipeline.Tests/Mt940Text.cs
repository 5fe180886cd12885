using System.Globalization;
using System.Text;

namespace Reconciliation.Pipeline.Tests;

/// <summary>Writes MT940 statements for tests: one account, one day, amounts in euro cents.</summary>
internal static class Mt940Text
{
    public const string Account = "FR7699001000010000000000182";

    /// <summary>A statement of one day. An entry is an amount in cents and what the payer wrote.</summary>
    public static string Day(int number, string date, long opening, params (long Cents, string Text)[] entries)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $":20:DAY{number}\n:25:{Account}\n:28C:{number}\n:60F:{Balance(date, opening)}\n");
        foreach (var (cents, remittance) in entries)
            text.Append(CultureInfo.InvariantCulture, $":61:{date}{date[2..]}{(cents < 0 ? 'D' : 'C')}{Amount(cents)}NTRFNONREF\n:86:{remittance}\n");
        text.Append(CultureInfo.InvariantCulture, $":62F:{Balance(date, opening + entries.Sum(e => e.Cents))}\n-\n");
        return text.ToString();
    }

    /// <summary>What a payer wrote, with name and account as German banks give them.</summary>
    public static string From(string name, string iban, string text) => $"166?00GUTSCHRIFT?20SVWZ+{text}?31{iban}?32{name}";

    private static string Balance(string date, long cents) => $"{(cents < 0 ? 'D' : 'C')}{date}EUR{Amount(cents)}";

    private static string Amount(long cents) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(cents) / 100},{Math.Abs(cents) % 100:00}");
}
