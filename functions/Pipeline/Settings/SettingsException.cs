namespace Reconciliation.Pipeline;

/// <summary>A settings file cannot be read; nothing starts without it.</summary>
public sealed class SettingsException(string file, string fault) : Exception($"{file} {fault}")
{
    /// <summary>The name of the file.</summary>
    public string File { get; } = file;

    /// <summary>What is wrong, and where.</summary>
    public string Fault { get; } = fault;
}
