namespace Reconciliation.Infra.Bicep;

/// <summary>A statement of a Bicep file.</summary>
/// <param name="Word">What it declares: param, var, resource, module, output, targetScope, using.</param>
/// <param name="Name">The name it declares.</param>
/// <param name="Head">What stands between the name and the equals sign: a type, a path.</param>
/// <param name="Value">What stands behind the equals sign; the value that is repeated, for a loop; null where there is none.</param>
/// <param name="Line">Counted from 1.</param>
internal sealed record BicepStatement(string Word, string Name, IReadOnlyList<BicepToken> Head, BicepValue? Value, int Line)
{
    /// <summary>The type of a resource or the path of a module or parameter file.</summary>
    public string Target => Head.FirstOrDefault(token => token.Kind == BicepTokenKind.Text)?.Text ?? "";

    public bool IsExisting => Head.Any(token => token.IsWord("existing"));
}
