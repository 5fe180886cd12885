namespace Reconciliation.Host.Azure.Settings;

/// <summary>Settings are missing or wrong; the app does not start without them.</summary>
public sealed class AppSettingsException(IReadOnlyCollection<string> faults)
    : Exception($"The app cannot start with its settings:\n{string.Join('\n', faults.Select(fault => $"  {fault}"))}");
