namespace Reconciliation.Infra.Bicep;

/// <summary>What stands behind a name: an object, a list, a plain text, or an expression that is not looked into.</summary>
internal abstract record BicepValue
{
    /// <summary>What stands under a path of property names, or null.</summary>
    public virtual BicepValue? this[params string[] path] => path.Length == 0 ? this : null;

    /// <summary>This value and every one inside it.</summary>
    public virtual IEnumerable<BicepValue> Inside => [this];

    /// <summary>The text, or null where the value is anything but a plain text.</summary>
    public string? AsText => (this as BicepText)?.Text;
}

internal sealed record BicepText(string Text) : BicepValue;

/// <summary>An expression, token by token.</summary>
internal sealed record BicepExpression(IReadOnlyList<BicepToken> Tokens) : BicepValue
{
    public string Text => string.Concat(Tokens.Select(token => token.Kind == BicepTokenKind.Text ? $"'{token.Text}'" : token.Text));
}

internal sealed record BicepList(IReadOnlyList<BicepValue> Items) : BicepValue
{
    public override IEnumerable<BicepValue> Inside => Items.SelectMany(item => item.Inside).Prepend(this);
}

internal sealed record BicepObject(IReadOnlyList<KeyValuePair<string, BicepValue>> Properties) : BicepValue
{
    public IEnumerable<string> Names => Properties.Select(property => property.Key);

    public override BicepValue? this[params string[] path] =>
        path.Length == 0 ? this : Properties.FirstOrDefault(property => property.Key == path[0]).Value?[path[1..]];

    public override IEnumerable<BicepValue> Inside => Properties.SelectMany(property => property.Value.Inside).Prepend(this);
}
