namespace Reconciliation.Domain;

/// <summary>
/// A structured creditor reference of ISO 11649: <c>RF</c>, two check digits (mod 97) and 1 to 21 letters or digits.
/// <c>default</c> is the empty text and stands for no reference.
/// </summary>
public readonly record struct CreditorReference
{
    private readonly string? _value;

    private CreditorReference(string value) => _value = value;

    /// <summary>The electronic form, capitals and digits without blanks; leading zeros of the body are significant.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a reference; blanks, hyphens and letter case do not matter. False where form or check digits are wrong.</summary>
    public static bool TryParse(string? text, out CreditorReference reference)
    {
        reference = default;
        if (text is null || text.Length > 64)
            return false;
        var compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-'));
        if (compact.Length is < 5 or > 25 || !compact.All(char.IsAsciiLetterOrDigit))
            return false;
        compact = compact.ToUpperInvariant();
        if (!compact.StartsWith("RF", StringComparison.Ordinal) || !Mod97.IsRight(compact))
            return false;
        reference = new CreditorReference(compact);
        return true;
    }

    /// <summary>
    /// Makes the reference of a body of 1 to 21 letters or digits; throws <see cref="ArgumentException"/> for another body.
    /// </summary>
    public static CreditorReference ForBody(string body)
    {
        var compact = body.ToUpperInvariant();
        var remainder = body.Length is >= 1 and <= 21 && body.All(char.IsAsciiLetterOrDigit) ? Mod97.RemainderRotated("RF00" + compact) : -1;
        return remainder >= 0
            ? new CreditorReference($"RF{98 - remainder:00}{compact}")
            : throw new ArgumentException("A creditor reference has 1 to 21 letters or digits.", nameof(body));
    }

    /// <summary>The printed form, in groups of four.</summary>
    public override string ToString() => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));
}
