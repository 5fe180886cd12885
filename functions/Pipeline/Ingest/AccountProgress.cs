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
    private readonly FingerprintCounts _shown = new();
    private readonly List<Diagnostic> _contradictions = [];
    private readonly DateOnly? _bookedThrough = position?.Through;
    private BalanceChain? _books =
        position is null ? null : new BalanceChain(position.FirstOpening, position.Closing, position.EntryTotal.MinorUnits);

    private string? _number = position?.LastNumber;
    private StatementRun? _run;
    private (Balance? Closing, string? Number) _last;

    /// <summary>The numbers of its statements, the last one of the books first.</summary>
    public StatementNumbers Numbers { get; } = new(position?.LastNumber, position?.Closing?.Day);

    /// <summary>The account's currency: that of the books, else of the file's first statement of it.</summary>
    public Currency Currency { get; } = position?.Currency ?? currency;

    /// <summary>The closing balance that the next statement should open with; null where none is known.</summary>
    public Balance? Closing => (_run is null ? _books : _run.Books)?.Closing;

    /// <summary>True for a day that statements in the books cover, this file's own left out.</summary>
    public bool IsInBooks(DateOnly day) => day <= _bookedThrough;

    /// <summary>How a statement stands to the account's last one.</summary>
    public Continuity ContinuityOf(StatementOpened opened) => ContinuityOf(opened, Closing, _number);

    /// <summary>How many of a fingerprint the file's earlier runs bring the books to.</summary>
    public int Shown(string fingerprint) => _shown.Of(fingerprint);

    /// <summary>The run that a statement belongs to: that of the file's last one where it opens where that closed, else a new one.</summary>
    public StatementRun RunOf(StatementOpened opened)
    {
        if (_run is not null && ContinuityOf(opened, _last.Closing, _last.Number) == Continuity.Continues)
            return _run;
        EndRun();
        var isNext = opened.Opening?.Day > _books?.Closing?.Day || StatementNumber.Follows(opened.Number, _number);
        return _run = new StatementRun(_books, opened, ContinuityOf(opened) == Continuity.Continues, isNext);
    }

    /// <summary>What the balances exclude, known when every statement of the file is read.</summary>
    public IReadOnlyList<Diagnostic> Finish()
    {
        EndRun();
        return _contradictions;
    }

    /// <summary>Moves on behind a statement.</summary>
    public void Advance(StatementOpened opened, StatementClosed closed)
    {
        _last = (closed.Closing, opened.Number);
        if (closed.Closing is not { } closing || closing != Closing)
            return;
        _number = opened.Number;
        Numbers.Advance(_number, closing.Day);
    }

    private void EndRun()
    {
        if (_run is null)
            return;
        if (!_run.IsAllowed)
            _contradictions.Add(DiagnosticRules.BooksContradicted.At(
                $"What the statement of account {_run.Opened.Account} holds cannot be told from what is in the books: with opening balance {_run.Opened.Opening?.Amount}, its entries fit neither as known nor as new ones.",
                _run.Opened.Line, "opening balance", _run.Opened.Opening?.Amount.ToDecimalString()));
        _run.RaiseTo(_shown);
        _books = _run.Books;
        _run = null;
    }

    private static Continuity ContinuityOf(StatementOpened opened, Balance? before, string? number)
    {
        if (opened.Opening is not { } opening || before is not { } closing || opened.Currency != closing.Amount.Currency)
            return Continuity.Unknown;
        if (opening.Day is not { } day || closing.Day is not { } last || day < last)
            return Continuity.Unknown;
        if (opening.Amount != closing.Amount)
            return Continuity.Broken;
        // On one day, a statement whose entries come to nothing opens where it closed: only another number tells it from itself.
        return day > last || (opened.Number is { } own && own != number) ? Continuity.Continues : Continuity.Unknown;
    }
}
