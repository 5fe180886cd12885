using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements;

/// <summary>A statement held whole, for files of ordinary size; the pipeline works on the parts.</summary>
/// <param name="Opened">Its head.</param>
/// <param name="Entries">Its entries in the order of the file.</param>
/// <param name="Closed">Its end.</param>
public sealed record Statement(StatementOpened Opened, ImmutableArray<StatementEntry> Entries, StatementClosed Closed)
{
    /// <summary>Opening plus booked entries equals closing; null where a balance is not stated.</summary>
    public bool? IsBalanced
    {
        get
        {
            if (Opened.Opening is not { } opening || Closed.Closing is not { } closing)
                return null;
            var total = new RunningTotal(Opened.Currency);
            total.Add(opening.Amount);
            foreach (var entry in Entries.Where(e => e.IsBooked))
                total.Add(entry.Amount);
            return total.Amount == closing.Amount;
        }
    }
}

/// <summary>Everything that a file says.</summary>
/// <param name="Statements">Its statements in the order of the file.</param>
/// <param name="Diagnostics">What was found in it, in the order of the file.</param>
public sealed record StatementFile(ImmutableArray<Statement> Statements, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Nothing in it stands against taking it in.</summary>
    public bool IsAcceptable => Diagnostics.All(d => d.Severity != Severity.Error);

    /// <summary>Collects the parts of a file.</summary>
    public static StatementFile Of(IEnumerable<StatementPart> parts)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var entries = ImmutableArray.CreateBuilder<StatementEntry>();
        StatementOpened? opened = null;
        foreach (var part in parts)
        {
            switch (part)
            {
                case StatementOpened head:
                    opened = head;
                    entries.Clear();
                    break;
                case StatementEntry entry:
                    entries.Add(entry);
                    break;
                case StatementClosed end when opened is not null:
                    statements.Add(new Statement(opened, entries.ToImmutable(), end));
                    opened = null;
                    break;
                case Diagnostic diagnostic:
                    diagnostics.Add(diagnostic);
                    break;
                default:
                    throw new InvalidOperationException($"A reader yielded {part.GetType().Name} out of order.");
            }
        }

        return new StatementFile(statements.ToImmutable(), diagnostics.ToImmutable());
    }
}
