namespace Reconciliation.Domain;

/// <summary>
/// SIREN, the nine digits under which the French register knows a firm; the last is a check digit (ISO/IEC 7812-1, Luhn).
/// <c>default</c> is the empty text.
/// </summary>
public readonly record struct Siren
{
    private const int Length = 9;

    private readonly string? _value;

    private Siren(string value) => _value = value;

    /// <summary>The nine digits without blanks.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a SIREN, with or without blanks; false where it has not nine digits or its check digit is wrong.</summary>
    public static bool TryParse(string text, out Siren siren)
    {
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var isRight = digits.Length == Length && digits.All(char.IsAsciiDigit) && Sum(digits) % 10 == 0;
        siren = isRight ? new Siren(digits) : default;
        return isRight;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    // From the right, every second digit counts twice; of two figures both are added.
    private static int Sum(string digits) =>
        digits.Reverse().Index().Sum(digit => (digit.Item - '0') * (1 + (digit.Index % 2)) is var weight && weight > 9 ? weight - 9 : weight);
}
