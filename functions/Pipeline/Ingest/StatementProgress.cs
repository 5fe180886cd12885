using Reconciliation.Domain;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Ingest;

/// <summary>How a statement relates to what is in the books of its account.</summary>
internal enum Continuity
{
    /// <summary>It opens where the last one closed, and not before it.</summary>
    Continues,

    /// <summary>It opens elsewhere, after the last one: a statement in between is missing.</summary>
    Broken,

    /// <summary>It is the first, goes back in time, or states no balance: nothing can be said.</summary>
    Unknown,
}

/// <summary>Where an account stands while a file is read: by the books at first, then by the file's own statements.</summary>
internal sealed class AccountProgress(BankPosition? position, Currency currency)
{
    private readonly FingerprintCounts _occurrences = new();
    private bool _hasFileStatement;
    private string? _number = position?.LastNumber;

    /// <summary>The numbers of its statements, the last one of the books first.</summary>
    public StatementNumbers Numbers { get; } = new(position?.LastNumber, position?.Closing?.Day);

    /// <summary>The account's currency: that of the books, else of the file's first statement of it.</summary>
    public Currency Currency { get; } = position?.Currency ?? currency;

    /// <summary>The last day in the books before this file; null where there is none.</summary>
    public DateOnly? BookedThrough { get; } = position?.Through;

    /// <summary>The closing balance that the next statement should open with; null where none is known.</summary>
    public Balance? Closing { get; private set; } = position?.Closing;

    public Continuity ContinuityOf(StatementOpened opened)
    {
        if (opened.Opening is not { } opening || Closing is not { } closing || opened.Currency != closing.Amount.Currency)
            return Continuity.Unknown;
        if (opening.Day is not { } day || closing.Day is not { } last || day < last)
            return Continuity.Unknown;
        if (opening.Amount != closing.Amount)
            return Continuity.Broken;
        // On one day, a statement whose entries come to nothing opens where it closed: only another number tells it from itself.
        return day > last || (opened.Number is { } number && number != _number) ? Continuity.Continues : Continuity.Unknown;
    }

    /// <summary>The counts of fingerprints so far: kept while statements of the file continue each other, else anew.</summary>
    public FingerprintCounts OccurrencesFor(Continuity continuity)
    {
        if (!(continuity == Continuity.Continues && _hasFileStatement))
            _occurrences.Clear();
        return _occurrences;
    }

    public void Advance(StatementProgress statement, StatementClosed closed)
    {
        _hasFileStatement = true;
        if (closed.Closing is not { } closing)
            return;
        if (Closing?.Day is { } last && closing.Day is { } day && day < last)
            return;
        Closing = closing;
        _number = statement.Opened.Number;
        Numbers.Advance(_number, closing.Day);
    }
}

/// <summary>One statement while it is read.</summary>
internal sealed class StatementProgress(StatementOpened opened, AccountProgress account)
{
    private readonly Continuity _continuity = account.ContinuityOf(opened);
    private readonly Balance? _expected = account.Closing;
    private readonly FingerprintCounts _occurrences = account.OccurrencesFor(account.ContinuityOf(opened));
    private int _count;
    private DateOnly? _lastDay;

    public StatementOpened Opened { get; } = opened;

    public AccountProgress Account { get; } = account;

    public DateOnly? FirstDay { get; private set; }

    /// <summary>True where it does not continue the books and begins on a day that they cover.</summary>
    public bool GoesBack => _continuity != Continuity.Continues && FirstDay is { } first && Account.BookedThrough is { } through && first <= through;

    /// <summary>What its place among the statements of the account, and in time, gives rise to, known at its end.</summary>
    /// <param name="closed">Its end.</param>
    /// <param name="today">The day on which it comes in.</param>
    public IEnumerable<Diagnostic> Findings(StatementClosed closed, DateOnly today)
    {
        if (Later(_lastDay, closed.Closing?.Day) is { } latest && latest > today)
            yield return DiagnosticRules.DateFuture.At(
                $"The statement of account {Opened.Account} goes up to {latest:yyyy-MM-dd}; it came in on {today:yyyy-MM-dd}.", closed.Line, "date", $"{latest:yyyy-MM-dd}");
        if (GoesBack)
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

    public int Occurrence(string fingerprint) => _occurrences.Next(fingerprint);

    /// <summary>True where an equal entry may be in the books that is nevertheless another one.</summary>
    public bool MayRepeatKnownTwins(StatementEntry entry) =>
        _continuity == Continuity.Continues && Account.BookedThrough is { } through && entry.BookingDate.Day <= through;

    public StatementRecord Record(StatementClosed closed) => new(
        Opened.Account, Opened.Number, Opened.Opening, closed.Closing, FirstDay, _lastDay ?? closed.Closing?.Day, _count);

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}
