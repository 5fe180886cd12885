namespace Reconciliation.Domain.Statements;

/// <summary>
/// The key of an account held at a bank: its IBAN, else the capitals and digits of what the bank writes.
/// <c>default</c> is the empty text: the file names no account.
/// </summary>
public readonly record struct BankAccountId
{
    private readonly string? _value;

    private BankAccountId(string value) => _value = value;

    /// <summary>The key: <c>FR1420041010050500013M02606</c>, or <c>123456781020304050</c> for <c>12345678/1020304050</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>The account of an IBAN.</summary>
    public static BankAccountId Of(Iban iban) => new(iban.Value);

    /// <summary>The account of any other designation; an IBAN in it is recognised, punctuation and blanks are dropped.</summary>
    public static BankAccountId FromText(string text) =>
        Iban.TryParse(text, out var iban)
            ? Of(iban)
            : new BankAccountId(string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());

    /// <inheritdoc/>
    public override string ToString() => Value;
}
