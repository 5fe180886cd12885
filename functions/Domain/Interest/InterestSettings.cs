namespace Reconciliation.Domain.Interest;

/// <summary>How days become a part of a year.</summary>
public enum DayCount
{
    /// <summary>ACT/365F: days by 365, in leap years too; the practice.</summary>
    Actual365Fixed,

    /// <summary>ACT/ACT: days by the days of their calendar year, 366 in leap years.</summary>
    ActualActual,
}

/// <summary>What is claimed where the contract's rate is below three times the legal rate (C. com. L441-10 II).</summary>
public enum BelowFloor
{
    /// <summary>The floor itself.</summary>
    ApplyFloor,

    /// <summary>The rate that runs where the contract is silent, as if the clause were not written.</summary>
    ApplyDefaultRate,
}

/// <summary>What law and practice leave open.</summary>
public sealed record InterestSettings
{
    /// <summary>What holds where nobody chose otherwise.</summary>
    public static InterestSettings Default { get; } = new();

    /// <summary>How days become a part of a year.</summary>
    public DayCount DayCount { get; init; } = DayCount.Actual365Fixed;

    /// <summary>
    /// What is claimed for a clause below the floor. Which of both a court would apply is not settled, so a warning goes
    /// with either.
    /// </summary>
    public BelowFloor BelowFloor { get; init; } = BelowFloor.ApplyFloor;

    /// <summary>
    /// True where the 40 euro are not claimed for a debt that was due on a day without settlement in TARGET and paid on
    /// the next day with one. Interest runs all the same.
    /// </summary>
    public bool WeekendTolerance { get; init; } = true;
}
