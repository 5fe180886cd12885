using System.Collections.Immutable;
using System.Security.Cryptography;
using Reconciliation.Domain;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>Reads a statement file and says what is in it and what is wrong, without taking it in.</summary>
public static class CheckStatement
{
    /// <summary>Checks a file.</summary>
    /// <param name="file">The name under which the report speaks of it.</param>
    /// <param name="bytes">Its content; read once from where it stands.</param>
    /// <param name="readers">The readers to try, in order.</param>
    public static CheckedFile Of(string file, Stream bytes, ImmutableArray<StatementReader> readers)
    {
        using var hash = SHA256.Create();
        using var hashing = new CryptoStream(bytes, hash, CryptoStreamMode.Read, leaveOpen: true);
        var statements = ImmutableArray.CreateBuilder<CheckedStatement>();
        var diagnostics = ImmutableArray.CreateBuilder<CheckedDiagnostic>();
        StatementFormat? format = null;
        StatementTally? tally = null;
        foreach (var part in StatementFiles.Read(hashing, readers))
        {
            switch (part)
            {
                case StatementOpened opened:
                    format ??= opened.Format;
                    tally = new StatementTally(opened);
                    break;
                case StatementEntry entry:
                    tally!.Add(entry);
                    break;
                case StatementClosed closed:
                    statements.Add(tally!.Close(closed));
                    break;
                case Diagnostic diagnostic:
                    diagnostics.Add(CheckedDiagnostic.Of(diagnostic));
                    break;
            }
        }

        hashing.CopyTo(Stream.Null);
        return new CheckedFile(
            file, format?.ToString(), Convert.ToHexStringLower(hash.Hash!), diagnostics.All(d => d.Severity != "error"),
            statements.ToImmutable(), diagnostics.ToImmutable());
    }

    private sealed class StatementTally(StatementOpened opened)
    {
        private readonly RunningTotal _credits = new(opened.Currency);
        private readonly RunningTotal _debits = new(opened.Currency);
        private readonly RunningTotal _booked = new(opened.Currency);
        private int _count;
        private int _bookedCount;

        public void Add(StatementEntry entry)
        {
            _count++;
            if (entry.Amount.IsNegative)
                _debits.Add(-entry.Amount);
            else
                _credits.Add(entry.Amount);
            if (!entry.IsBooked)
                return;
            _bookedCount++;
            _booked.Add(entry.Amount);
        }

        public CheckedStatement Close(StatementClosed closed) => new(
            opened.Account.Value,
            opened.Currency.Code,
            opened.Number,
            opened.Opening?.Amount.ToDecimalString(),
            closed.Closing?.Amount.ToDecimalString(),
            _count,
            _bookedCount,
            _credits.Amount?.ToDecimalString(),
            _debits.Amount?.ToDecimalString(),
            opened.Opening is { } opening && closed.Closing is { } closing ? IsBalanced(opening.Amount, closing.Amount) : null);

        private bool IsBalanced(Money opening, Money closing)
        {
            _booked.Add(opening);
            return _booked.Amount == closing;
        }
    }
}

/// <summary>What a check says of a file. Amounts are decimal texts, an unknown balance is null.</summary>
/// <param name="File">Its name.</param>
/// <param name="Format">The format found; null where none was.</param>
/// <param name="Sha256">SHA-256 of its bytes in lower-case hexadecimal.</param>
/// <param name="Accepted">True where nothing stands against taking it in.</param>
/// <param name="Statements">Its statements in the order of the file.</param>
/// <param name="Diagnostics">What was found, in the order of the file.</param>
public sealed record CheckedFile(
    string File, string? Format, string Sha256, bool Accepted, ImmutableArray<CheckedStatement> Statements, ImmutableArray<CheckedDiagnostic> Diagnostics);

/// <summary>What a check says of a statement. Totals cover every entry whatever its status.</summary>
/// <param name="Account">The account's key; empty where the file names none.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Number">The bank's statement number; null for none.</param>
/// <param name="OpeningBalance">Booked balance before; null where not stated.</param>
/// <param name="ClosingBalance">Booked balance after; null where not stated.</param>
/// <param name="EntryCount">Entries of any status.</param>
/// <param name="BookedEntryCount">Entries that count in the balances.</param>
/// <param name="CreditTotal">Sum of money in, positive; null where it is beyond what 64 bits of minor units hold.</param>
/// <param name="DebitTotal">Sum of money out, positive; null as above.</param>
/// <param name="Balanced">Opening plus booked entries is closing; null where a balance is not stated.</param>
public sealed record CheckedStatement(
    string Account, string Currency, string? Number, string? OpeningBalance, string? ClosingBalance,
    int EntryCount, int BookedEntryCount, string? CreditTotal, string? DebitTotal, bool? Balanced);

/// <summary>A finding of a check.</summary>
/// <param name="Code">The rule's stable code.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Line">The line from 1; null where the place has none.</param>
/// <param name="Field">The element, tag or column; null for none.</param>
/// <param name="Value">The value seen; null for none.</param>
/// <param name="Message">What was found.</param>
/// <param name="Rule">What must hold.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record CheckedDiagnostic(string Code, string Severity, int? Line, string? Field, string? Value, string Message, string Rule, string Remedy)
{
    /// <summary>The finding of a diagnostic.</summary>
    public static CheckedDiagnostic Of(Diagnostic diagnostic) => new(
        diagnostic.Code,
        Name(diagnostic.Severity),
        diagnostic.Line == 0 ? null : diagnostic.Line,
        diagnostic.Field,
        diagnostic.Value,
        diagnostic.Message,
        diagnostic.Rule.Rule,
        diagnostic.Rule.Remedy);

    private static string Name(Domain.Statements.Diagnostics.Severity severity) => severity switch
    {
        Domain.Statements.Diagnostics.Severity.Info => "info",
        Domain.Statements.Diagnostics.Severity.Warning => "warning",
        Domain.Statements.Diagnostics.Severity.Error => "error",
    };
}
