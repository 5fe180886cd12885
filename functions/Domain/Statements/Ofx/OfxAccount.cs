namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The elements of BANKACCTFROM, CCACCTFROM, INVACCTFROM, BANKACCTTO and CCACCTTO; null where not given.</summary>
internal sealed class OfxAccount
{
    /// <summary>BANKID: routing number; code banque in France. BROKERID for an investment account.</summary>
    public string? BankId { get; private set; }

    /// <summary>BRANCHID: code guichet in France.</summary>
    public string? BranchId { get; private set; }

    /// <summary>ACCTID: the account's number.</summary>
    public string? AccountId { get; private set; }

    /// <summary>ACCTKEY: clé RIB in France.</summary>
    public string? AccountKey { get; private set; }

    /// <summary>
    /// The account's designation: its IBAN, given or made of the parts of a RIB (relevé d'identité bancaire), else bank and
    /// number as written. Null where there is none.
    /// </summary>
    public string? Designation
    {
        get
        {
            if (Iban.TryParse(AccountId, out var iban) || TryRib(out iban))
                return iban.Value;
            return AccountId is null ? null : BankId is null ? AccountId : $"{BankId}/{AccountId}";
        }
    }

    /// <summary>Whether nothing is known of it.</summary>
    public bool IsEmpty => BankId is null && AccountId is null;

    /// <summary>Forgets everything, for the next account.</summary>
    public void Clear() => (BankId, BranchId, AccountId, AccountKey) = (null, null, null, null);

    /// <summary>The clé RIB that belongs to bank, branch and number, where ACCTKEY is another; else null.</summary>
    public string? RightKey =>
        AccountKey is { } key && BankId is not null && BranchId is not null && AccountId is not null &&
        AccountCheckDigits.TryCorrectRibKey($"{BankId}{BranchId}{AccountId.ToUpperInvariant()}{key.PadLeft(2, '0')}", out var right)
            ? right
            : null;

    /// <summary>Takes an element; true where it is one of an account's.</summary>
    public bool Set(string name, string value)
    {
        var given = value.Length > 0 ? value : null;
        switch (name)
        {
            case "BANKID" or "BROKERID":
                BankId ??= given;
                return true;
            case "BRANCHID":
                BranchId ??= given;
                return true;
            case "ACCTID":
                AccountId ??= given;
                return true;
            case "ACCTKEY":
                AccountKey ??= given;
                return true;
            default:
                return name is "ACCTTYPE";
        }
    }

    private bool TryRib(out Iban iban)
    {
        iban = default;
        return BankId is not null && BranchId is not null && AccountId is not null &&
            Iban.TryFromRib(BankId, BranchId, AccountId, out iban) &&
            (AccountKey is null || iban.Value.EndsWith(AccountKey.PadLeft(2, '0'), StringComparison.Ordinal));
    }
}
