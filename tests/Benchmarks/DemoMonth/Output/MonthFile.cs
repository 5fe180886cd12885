using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Banks;

namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>What happened to a file on its way.</summary>
internal enum FileFate
{
    /// <summary>Nothing.</summary>
    Whole,

    /// <summary>A digit of a closing balance is wrong.</summary>
    Broken,

    /// <summary>The transfer broke off.</summary>
    Cut,

    /// <summary>The same bytes as another file.</summary>
    Duplicate,

    /// <summary>The statements of another file in other bytes.</summary>
    Repeated,
}

/// <summary>A statement file as a bank dropped it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Statements">The statements in it, as they were meant.</param>
/// <param name="Fate">What happened to it.</param>
internal sealed record MonthFile(string Name, byte[] Bytes, ImmutableArray<DayStatement> Statements, FileFate Fate = FileFate.Whole)
{
    /// <summary>Whether its entries are told here for the first time.</summary>
    public bool IsFirst => Fate is FileFate.Whole or FileFate.Broken;
}
