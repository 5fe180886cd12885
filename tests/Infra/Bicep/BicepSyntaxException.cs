namespace Reconciliation.Infra.Bicep;

/// <summary>A file is not what the reader takes for Bicep.</summary>
public sealed class BicepSyntaxException(string message, int line) : Exception($"Line {line}: {message}");
