using System.Globalization;

namespace Reconciliation.Domain.Interest;

/// <summary>Half a calendar year, the time for which a reference rate holds. <c>default</c> is no semester.</summary>
public readonly record struct Semester : IComparable<Semester>
{
    private readonly int _sinceYearNought;

    private Semester(int sinceYearNought) => _sinceYearNought = sinceYearNought;

    /// <summary>The calendar year.</summary>
    public int Year => _sinceYearNought / 2;

    /// <summary>1 from January to June, 2 from July to December.</summary>
    public int Half => (_sinceYearNought % 2) + 1;

    /// <summary>1 January or 1 July.</summary>
    public DateOnly FirstDay => new(Year, Half == 1 ? 1 : 7, 1);

    /// <summary>30 June or 31 December, inclusive.</summary>
    public DateOnly LastDay => Half == 1 ? new DateOnly(Year, 6, 30) : new DateOnly(Year, 12, 31);

    /// <summary>The semester in which a day lies.</summary>
    public static Semester Of(DateOnly day) => new((day.Year * 2) + (day.Month > 6 ? 1 : 0));

    /// <summary>Reads <c>2026-S1</c>; null for anything else.</summary>
    public static Semester? Read(string text) =>
        text is [_, _, _, _, '-', 'S', '1' or '2'] && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? new Semester((year * 2) + (text[^1] == '2' ? 1 : 0))
            : null;

    /// <inheritdoc/>
    public int CompareTo(Semester other) => _sinceYearNought.CompareTo(other._sinceYearNought);

    /// <summary><c>2026-S1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-S{Half}");

    /// <summary>Earlier.</summary>
    public static bool operator <(Semester left, Semester right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(Semester left, Semester right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(Semester left, Semester right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Semester left, Semester right) => left.CompareTo(right) >= 0;
}
