namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>The days of a data set: everything is issued before anything is paid.</summary>
internal static class LabelledDays
{
    public const int Year = 2026;

    public static DateOnly FirstIssue { get; } = new(Year, 3, 2);

    public static DateOnly LastIssue { get; } = new(Year, 8, 31);

    public static DateOnly FirstPayment { get; } = new(Year, 9, 1);

    public static DateOnly LastPayment { get; } = new(Year, 11, 13);
}
