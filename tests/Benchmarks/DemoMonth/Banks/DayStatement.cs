using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.DemoMonth.Banks;

/// <summary>What an account did on a bank day.</summary>
internal sealed record DayStatement
{
    public required HouseAccount Account { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The bank day before, whose closing balance opens this statement.</summary>
    public required DateOnly PreviousDay { get; init; }

    /// <summary>Its number within the year.</summary>
    public required int Number { get; init; }

    public required Money Opening { get; init; }

    public required ImmutableArray<BookedLine> Lines { get; init; }

    public required Money Closing { get; init; }

    /// <summary>What the file says of the closing balance, where that is wrong; null where it is right.</summary>
    public Money? MisstatedClosing { get; init; }

    public Money StatedClosing => MisstatedClosing ?? Closing;
}

/// <summary>A line with the bank's reference.</summary>
internal readonly record struct BookedLine(BankLine Line, string Reference);
