namespace Reconciliation.Infra.Bicep;

/// <summary>A word, number, sign, line end or text of a Bicep file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The characters; for a text what stands between its quotes, with what is inserted left as it is written.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Inserted">The tokens of the expressions that are inserted into a text.</param>
internal sealed record BicepToken(BicepTokenKind Kind, string Text, int Line, IReadOnlyList<BicepToken> Inserted)
{
    /// <summary>The token and every one inserted into it.</summary>
    public IEnumerable<BicepToken> Flat => Inserted.SelectMany(token => token.Flat).Prepend(this);

    public bool Is(string sign) => Kind == BicepTokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == BicepTokenKind.Word && Text == word;
}

internal enum BicepTokenKind
{
    Word,
    Number,
    Text,
    Sign,
    LineEnd,
}
