using Reconciliation.Domain.Statements;

namespace Reconciliation.Benchmarks.Measure;

/// <summary>A row of the table: a format, a generator of files in it, its reader, and what no reader of it could undercut.</summary>
internal abstract class MeasuredFormat
{
    /// <summary>As it stands in the table.</summary>
    public abstract string Name { get; }

    /// <summary>What <see cref="RunLimit"/> does, as it stands in the table.</summary>
    public abstract string Limit { get; }

    /// <summary>The reader of the format.</summary>
    public abstract StatementReader Reader { get; }

    /// <summary>Writes a made-up file of so many entries; the same seed gives the same bytes.</summary>
    public abstract void Write(Stream file, int entries, ulong seed);

    /// <summary>Goes through a file as fast as the format's bare grammar allows and keeps nothing.</summary>
    public abstract void RunLimit(Stream file);
}
