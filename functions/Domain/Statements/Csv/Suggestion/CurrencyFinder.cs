using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv.Suggestion;

/// <summary>The currency of a file that does not name it in a column, in its header or above it.</summary>
internal static class CurrencyFinder
{
    private const string Fallback = "EUR";

    private static readonly FrozenDictionary<string, string> OfCountries = new Dictionary<string, string>
    {
        ["CH"] = "CHF", ["LI"] = "CHF", ["GB"] = "GBP", ["HU"] = "HUF", ["PL"] = "PLN", ["CZ"] = "CZK", ["SE"] = "SEK", ["NO"] = "NOK",
        ["DK"] = "DKK", ["RO"] = "RON", ["BG"] = "BGN", ["TR"] = "TRY",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The currency from what stands beside the figures, else from the country of the account, else the euro.</summary>
    public static string Of(ImmutableArray<string> figures, string signs, IEnumerable<string> accounts, ProposalList proposals)
    {
        var codes = figures.SelectMany(cell => cell.Split(' ')).Where(HeaderWords.IsCurrency).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count == 1)
            return Propose(codes[0], CsvCertainty.Likely, "It stands beside figures.", proposals);
        if (signs.Length == 1)
            return Propose(CellShape.CurrencySigns[signs[0]], CsvCertainty.Guessed, $"The sign {signs} stands beside figures.", proposals);
        var country = accounts.Where(IsIbanShaped).Select(account => account[..2]).FirstOrDefault();
        if (country is not null)
            return Propose(OfCountries.GetValueOrDefault(country, Fallback), CsvCertainty.Guessed, $"The account is in {country}; nothing else says it.", proposals);
        return Propose(Fallback, CsvCertainty.Unknown, "Nothing in the file says it; correct it by hand.", proposals);
    }

    private static string Propose(string code, CsvCertainty certainty, string reason, ProposalList proposals)
    {
        proposals.Add("currency", code, certainty, reason);
        return code;
    }

    private static bool IsIbanShaped(string account) =>
        account.Length >= 15 && char.IsAsciiLetterUpper(account[0]) && char.IsAsciiLetterUpper(account[1]) && char.IsAsciiDigit(account[2]) && char.IsAsciiDigit(account[3]);
}
