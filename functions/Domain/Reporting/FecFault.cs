namespace Reconciliation.Domain.Reporting;

/// <summary>Something in a file that the tax administration would refuse.</summary>
/// <param name="Code">The stable name, one of <see cref="FecRules"/>.</param>
/// <param name="EcritureNum">The number of the entry; null where it concerns the file as a whole.</param>
/// <param name="Message">What was found, with the values, in one sentence.</param>
public sealed record FecFault(string Code, int? EcritureNum, string Message);

/// <summary>The rules that a file is held against (LPF art. A47 A-1).</summary>
public static class FecRules
{
    /// <summary>Amounts are in euros: the ledger knows no rate at which others would be converted.</summary>
    public const string CurrencyForeign = "currency-foreign";

    /// <summary>No amount is negative.</summary>
    public const string AmountNegative = "amount-negative";

    /// <summary>No line has both a debit and a credit.</summary>
    public const string LineBothSides = "line-both-sides";

    /// <summary>Every line has a debit or a credit.</summary>
    public const string LineWithoutAmount = "line-without-amount";

    /// <summary>Only the auxiliary, the lettrage and the currency may be blank.</summary>
    public const string TextMissing = "text-missing";

    /// <summary>An entry is not validated before its date.</summary>
    public const string ValidatedTooEarly = "validated-too-early";

    /// <summary>A line has both a letter and the day of it, or neither.</summary>
    public const string LetteringHalf = "lettering-half";

    /// <summary>The numbers of the entries run from 1 without a gap.</summary>
    public const string NumberGap = "number-gap";

    /// <summary>Entries stand in the order of their validation.</summary>
    public const string OrderBroken = "order-broken";

    /// <summary>Debits equal credits in every entry.</summary>
    public const string EntryUnbalanced = "entry-unbalanced";

    /// <summary>Debits equal credits in the file.</summary>
    public const string FileUnbalanced = "file-unbalanced";
}
