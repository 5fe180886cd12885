using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>The credit or debit indicator (CdtDbtInd): the direction of the unsigned amount beside it.</summary>
internal enum CreditDebit
{
    /// <summary>Not given.</summary>
    Unstated,

    /// <summary>CRDT, money in.</summary>
    Credit,

    /// <summary>DBIT, money out.</summary>
    Debit,
}

/// <summary>Reads the indicator and applies it.</summary>
internal static class CreditDebitElement
{
    /// <summary>The indicator at hand.</summary>
    public static CreditDebit Read(StatementScope scope, string field)
    {
        var text = scope.Xml.Content();
        if (text is "CRDT")
            return CreditDebit.Credit;
        if (text is "DBIT")
            return CreditDebit.Debit;
        scope.Report(DiagnosticRules.FieldMissing.At($"{field} says neither CRDT nor DBIT.", scope.Xml.Line, field, text.ToString()));
        return CreditDebit.Unstated;
    }

    /// <summary>
    /// The figure with the sign of its direction. Where none is stated, the figure's own sign stands. A figure with a sign
    /// beside an indicator says two things at once: the indicator is followed and the figure reported.
    /// </summary>
    public static Money Sign(StatementScope scope, Money figure, CreditDebit direction, string field, int line)
    {
        if (direction == CreditDebit.Unstated)
            return figure;
        if (figure.IsNegative)
            scope.Report(DiagnosticRules.AmountInvalid.At(
                $"The amount {figure} has a sign of its own beside the indicator.", line, field, figure.ToDecimalString()));
        return direction == CreditDebit.Debit ? -figure.Abs() : figure.Abs();
    }
}
