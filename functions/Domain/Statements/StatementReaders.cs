using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements;

/// <summary>The readers of every format that needs no settings, in the order in which they are tried.</summary>
public static class StatementReaders
{
    /// <summary>Every reader, those of the built-in CSV profiles last, because their formats have no mark of their own.</summary>
    public static ImmutableArray<StatementReader> All { get; } =
    [
        new Camt.CamtReader(),
        new Swift.SwiftReader(),
        new Cfonb.Cfonb120Reader(),
        new Cfonb.Cfonb240Reader(),
        new Ofx.OfxStatementReader(),
        new Bai2.Bai2Reader(),
        .. Csv.CsvProfiles.BuiltIn.Select(profile => new Csv.CsvStatementReader(profile)),
    ];
}
