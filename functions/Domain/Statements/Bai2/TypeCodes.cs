namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>The type codes that say what an amount is (BAI2, uniform type codes).</summary>
internal static class TypeCodes
{
    /// <summary>Opening ledger balance.</summary>
    public const string OpeningLedger = "010";

    /// <summary>Closing ledger balance.</summary>
    public const string ClosingLedger = "015";

    /// <summary>Total credits.</summary>
    public const string TotalCredits = "100";

    /// <summary>Total debits.</summary>
    public const string TotalDebits = "400";

    /// <summary>An entry that moves no money and only says something.</summary>
    public const string NonMonetary = "890";

    /// <summary>
    /// Whether an entry of a code is money in: 100 to 399, loan payments 720 to 759, the bank's own 920 to 959. Money out:
    /// 400 to 699, loan disbursements 760 to 799, the bank's own 960 to 999. Null for a code of no direction.
    /// </summary>
    public static bool? IsCredit(ReadOnlySpan<char> code)
    {
        if (code.Length != 3 || !Figure.TryReadDigits(code, out var number))
            return null;
        return number switch
        {
            >= 100 and <= 399 or >= 720 and <= 759 or >= 920 and <= 959 => true,
            >= 400 and <= 699 or >= 760 and <= 799 or >= 960 and <= 999 => false,
            _ => null,
        };
    }

    /// <summary>The entry is a cheque that was paid, returned or reversed; its customer reference is the number.</summary>
    public static bool IsCheque(ReadOnlySpan<char> code) => code is "255" or "395" or "475";
}
