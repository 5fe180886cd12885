using System.Collections.Immutable;

namespace Reconciliation.Domain.Receivables;

/// <summary>
/// What an instalments file says by itself. <see cref="For"/> holds it against the receivables, which know the currency
/// and the sum.
/// </summary>
/// <param name="Rows">The terms in the order of the file.</param>
/// <param name="Faults">What was found, in the order of the file's lines.</param>
/// <param name="Incomplete">Numbers of receivables of which a row had a fault: their terms are not all in <paramref name="Rows"/>.</param>
public sealed record InstalmentsFile(
    ImmutableArray<InstalmentRow> Rows, ImmutableArray<RowFault> Faults, ImmutableHashSet<string> Incomplete)
{
    /// <summary>
    /// The terms of each receivable that has all of them without a fault. A receivable with a fault in any row gets none:
    /// terms are agreed as a whole.
    /// </summary>
    /// <param name="find">The receivable of a number; null where there is none.</param>
    public InstalmentSchedules For(Func<string, Receivable?> find)
    {
        var schedules = ImmutableArray.CreateBuilder<InstalmentSchedule>();
        var faults = Faults.ToBuilder();
        foreach (var terms in Rows.GroupBy(row => row.Receivable).Where(terms => !Incomplete.Contains(terms.Key)))
        {
            var found = ScheduleReading.Of([.. terms], find(terms.Key), faults);
            if (found is not null)
                schedules.Add(found);
        }

        return new InstalmentSchedules(schedules.ToImmutable(), [.. faults.OrderBy(fault => fault.Line)]);
    }
}

/// <summary>One term as a row states it.</summary>
/// <param name="Line">The line of the file on which the row starts, from 1.</param>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Sequence">The term's number within the receivable, from 1.</param>
/// <param name="DueDate">The last day on which it is paid in time, inclusive.</param>
/// <param name="Amount">What is due as written: a decimal number above zero, of the receivable's currency.</param>
public sealed record InstalmentRow(int Line, string Receivable, int Sequence, DateOnly DueDate, string Amount);

/// <summary>An instalments file held against the receivables.</summary>
/// <param name="Schedules">The terms by receivable, in the order in which the file names the receivables.</param>
/// <param name="Faults">Every fault of the file, in the order of its lines.</param>
public sealed record InstalmentSchedules(ImmutableArray<InstalmentSchedule> Schedules, ImmutableArray<RowFault> Faults);

/// <summary>All terms of one receivable.</summary>
/// <param name="Receivable">The receivable's number.</param>
/// <param name="Instalments">Its terms by sequence; they come to its amount.</param>
/// <param name="Line">The line of the file on which the first of them stands.</param>
public sealed record InstalmentSchedule(string Receivable, ImmutableArray<Instalment> Instalments, int Line);
