using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>One statement while it is read.</summary>
internal sealed class StatementProgress(StatementOpened opened, AccountProgress account)
{
    private readonly Continuity _continuity = account.ContinuityOf(opened);
    private readonly Balance? _expected = account.Closing;
    private int _count;
    private DateOnly? _lastDay;

    public StatementOpened Opened { get; } = opened;

    public AccountProgress Account { get; } = account;

    public StatementRun Run { get; } = account.RunOf(opened);

    public DateOnly? FirstDay { get; private set; }

    /// <summary>True where it holds an entry of a day that was in the books before the file.</summary>
    public bool TouchesBooks => FirstDay is { } first && Account.IsInBooks(first);

    /// <summary>What its place among the statements of the account gives rise to, known at its end.</summary>
    public IEnumerable<Diagnostic> Findings(int line)
    {
        if (_continuity != Continuity.Continues && TouchesBooks)
            yield return DiagnosticRules.StatementOverlaps.At(
                $"The statement of account {Opened.Account} goes back to {FirstDay:yyyy-MM-dd}, which is in the books.", line);
        else if (_continuity == Continuity.Broken)
            yield return DiagnosticRules.ContinuityBroken.At(
                $"Account {Opened.Account} stood at {_expected?.Amount} after its last statement; this one opens with {Opened.Opening?.Amount}.",
                Opened.Line, "opening balance", Opened.Opening?.Amount.ToDecimalString());
    }

    public void See(StatementEntry entry)
    {
        var day = entry.BookingDate.Day;
        FirstDay = FirstDay is { } first && first < day ? first : day;
        _lastDay = _lastDay is { } last && last > day ? last : day;
        _count++;
    }

    /// <summary>The identity of an entry of it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="count">The how-manieth of it in the run.</param>
    /// <param name="booked">How many of it were in the books before the file.</param>
    public EntryIdentity Identify(StatementEntry entry, string fingerprint, int count, int booked) =>
        Run.Identify(entry, fingerprint, count, Math.Max(booked, Account.Shown(fingerprint)));

    public void Close(StatementClosed closed)
    {
        Run.Close(closed);
        Account.Advance(Opened, closed);
    }

    public StatementRecord Record(StatementClosed closed) => new(
        Opened.Account, Opened.Number, Opened.Opening, closed.Closing, FirstDay, _lastDay ?? closed.Closing?.Day, _count);
}
