namespace Reconciliation.Benchmarks.Measure.Bai2;

/// <summary>What a trailer states of the account, group or file before it.</summary>
internal sealed class ControlTotal
{
    /// <summary>The figures, with their own signs.</summary>
    public long Sum { get; private set; }

    /// <summary>The accounts of a group, or the groups of a file.</summary>
    public int Members { get; private set; }

    /// <summary>The records from the first one to the trailer.</summary>
    public int Records { get; private set; }

    public void Add(long figure) => Sum += figure;

    public void Count() => Records++;

    public void Add(ControlTotal member)
    {
        Sum += member.Sum;
        Records += member.Records;
        Members++;
    }
}
