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

    /// <summary>What its place among the statements of the account, and in time, gives rise to, known at its end.</summary>
    /// <param name="closed">Its end.</param>
    /// <param name="today">The day on which it comes in.</param>
    public IEnumerable<Diagnostic> Findings(StatementClosed closed, DateOnly today)
    {
        if (Later(_lastDay, closed.Closing?.Day) is { } latest && latest > today)
            yield return DiagnosticRules.DateFuture.At(
                $"The statement of account {Opened.Account} goes up to {latest:yyyy-MM-dd}; it came in on {today:yyyy-MM-dd}.", closed.Line, "date", $"{latest:yyyy-MM-dd}");
        if (_continuity != Continuity.Continues && TouchesBooks)
        {
            yield return DiagnosticRules.StatementOverlaps.At(
                $"The statement of account {Opened.Account} goes back to {FirstDay:yyyy-MM-dd}, which is in the books.", closed.Line);
            yield break;
        }

        if (_continuity == Continuity.Broken)
            yield return DiagnosticRules.ContinuityBroken.At(
                $"Account {Opened.Account} stood at {_expected?.Amount} after its last statement; this one opens with {Opened.Opening?.Amount}.",
                Opened.Line, "opening balance", Opened.Opening?.Amount.ToDecimalString());
        if (Account.Numbers.MissingBefore(Opened.Number, closed.Closing?.Day, _continuity == Continuity.Broken) is { } missing)
            yield return DiagnosticRules.StatementNumberGap.At(
                $"Of account {Opened.Account}, {missing}.", Opened.Line, "statement number", Opened.Number);
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

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}
