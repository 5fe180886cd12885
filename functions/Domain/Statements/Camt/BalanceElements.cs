using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>
/// The booked balances (Bal) of a statement. Opening is OPBD, else the previous closing PRCD, else the first interim
/// ITBD of several; closing is CLBD, else the last interim. Where a type is repeated, the earliest day opens and the
/// latest closes. Available, forward and informational balances are no booked ones and have no place in a statement.
/// </summary>
internal sealed class BalanceElements(StatementScope scope)
{
    private const string Field = "Bal/Amt";

    private StatedBalance? _openingBooked;
    private StatedBalance? _previousClosing;
    private StatedBalance? _firstInterim;
    private StatedBalance? _lastInterim;
    private StatedBalance? _closingBooked;
    private bool _severalInterims;
    private bool _openingIsGiven;

    /// <summary>The day of the closing balance; null where there is none.</summary>
    public DateOnly? ClosingDay => Closing?.Day;

    private StatedBalance? Opening =>
        _openingBooked ?? _previousClosing ?? (_severalInterims || _closingBooked is not null ? _firstInterim : null);

    private StatedBalance? Closing => _closingBooked ?? _lastInterim;

    /// <summary>Reads the balance at hand.</summary>
    public void Read()
    {
        var line = scope.Xml.Line;
        var direction = CreditDebit.Unstated;
        string? type = null, currency = null;
        var figure = "";
        DateOnly? day = null;
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "Tp": type = ReadType(); break;
                case "Amt": (currency, figure) = (scope.Xml.Currency, scope.Xml.Content().ToString()); break;
                case "CdtDbtInd": direction = CreditDebitElement.Read(scope, "Bal/CdtDbtInd"); break;
                case "Dt": day = DateElement.Read(scope, "Bal/Dt"); break;
            }
        }

        if (type is "OPBD" or "PRCD" or "ITBD" or "CLBD" && !scope.Xml.IsFaulted
            && scope.Figure(currency, figure, line, Field) is { } amount)
            Take(type, new StatedBalance(Signed(amount, direction, line), day, line));
    }

    /// <summary>The opening balance, to be asked for once, before the first entry goes out.</summary>
    public Balance? TakeOpening()
    {
        _openingIsGiven = true;
        return Booked(Opening);
    }

    /// <summary>The closing balance, to be asked for once, at the end.</summary>
    public Balance? TakeClosing() => Booked(Closing);

    private void Take(string type, StatedBalance balance)
    {
        switch (type)
        {
            case "OPBD": _openingBooked = Earlier(_openingBooked, balance); break;
            case "PRCD": _previousClosing = Earlier(_previousClosing, balance); break;
            case "CLBD": _closingBooked = Later(_closingBooked, balance); break;
            default:
                _severalInterims |= _firstInterim is not null;
                _firstInterim = Earlier(_firstInterim, balance);
                _lastInterim = Later(_lastInterim, balance, orSame: true);
                break;
        }

        if (_openingIsGiven && type is "OPBD" or "PRCD")
            scope.Report(DiagnosticRules.SequenceInvalid.At($"The opening balance {type} stands behind the first entry.", balance.Line, "Bal"));
    }

    private Money Signed(Money amount, CreditDebit direction, int line)
    {
        if (direction == CreditDebit.Unstated)
            scope.Remarks.Note(DiagnosticRules.FormatTolerated, "Bal/CdtDbtInd", line, "balance without CdtDbtInd was taken with the sign of its figure");
        return CreditDebitElement.Sign(scope, amount, direction, Field, line);
    }

    // Bal/Tp wraps the code in CdOrPrtry since version 2; SubTp only says on whose account or page.
    private string? ReadType()
    {
        string? type = null;
        foreach (var name in scope.Xml.Children())
        {
            if (name != "SubTp")
                type = scope.Xml.Text();
        }

        return type;
    }

    private Balance? Booked(StatedBalance? balance) => balance is { } stated
        ? new Balance(scope.Booked(stated.Amount, stated.Line, Field), stated.Day)
        : null;

    private StatedBalance Earlier(StatedBalance? held, StatedBalance next) => Better(held, next, next.Day < held?.Day);

    private StatedBalance Later(StatedBalance? held, StatedBalance next, bool orSame = false) =>
        Better(held, next, next.Day > held?.Day || (orSame && next.Day == held?.Day));

    // A balance in the account's own currency goes before one in another.
    private StatedBalance Better(StatedBalance? held, StatedBalance next, bool isBetter)
    {
        if (held is not { } other)
            return next;
        var heldIsOwn = other.Amount.Currency == scope.Currency;
        var nextIsOwn = next.Amount.Currency == scope.Currency;
        return heldIsOwn == nextIsOwn ? (isBetter ? next : other) : (nextIsOwn ? next : other);
    }

    private readonly record struct StatedBalance(Money Amount, DateOnly? Day, int Line);
}
