using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>What an amount that was not read in full has to say.</summary>
internal static class AmountFindings
{
    /// <summary>The finding of a reading; null where the figure is exact.</summary>
    public static Diagnostic? Of(AmountReading reading, Money amount, string field, string value, int line) => reading switch
    {
        AmountReading.Exact => null,
        AmountReading.Empty => DiagnosticRules.FieldMissing.At($"{field} is empty.", line, field),
        AmountReading.NotANumber => DiagnosticRules.AmountInvalid.At(
            $"{field} holds '{value}', which is not an amount.", line, field, value),
        AmountReading.TooLarge => DiagnosticRules.AmountInvalid.At(
            $"{field} holds '{value}', which is beyond any account.", line, field, value),
        AmountReading.OverPrecise => DiagnosticRules.AmountOverPrecise.At(
            $"{field} holds '{value}', more decimals than {amount.Currency.Code} has; it was cut to {amount}.", line, field, value),
    };
}
