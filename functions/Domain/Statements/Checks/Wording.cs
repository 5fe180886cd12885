using System.Globalization;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>How findings name statements, entries and days.</summary>
internal static class Wording
{
    public static string Of(StatementOpened opened) =>
        $"Statement {opened.Number ?? opened.Id ?? "without number"} of account {(opened.Account.Value is "" ? "(not named)" : opened.Account)}";

    public static string Entry(int position, int line) => line == 0 ? $"entry {position}" : $"entry {position} (line {line})";

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string LeadingEntry(int position, int line) => $"E{Entry(position, line)[1..]}";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
