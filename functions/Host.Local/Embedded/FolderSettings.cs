using Reconciliation.Host.Local.Commands;
using Reconciliation.Pipeline;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>The settings in a data folder.</summary>
internal static class FolderSettings
{
    /// <summary>Reads the settings of a folder; a folder without gets a creditor file to fill in, and the built-in policy holds.</summary>
    /// <exception cref="CommandException">A settings file cannot be read.</exception>
    public static LedgerSettings Read(string folder)
    {
        var creditor = Path.Combine(folder, LedgerSettings.CreditorFile);
        var policy = Path.Combine(folder, LedgerSettings.PolicyFile);
        if (!File.Exists(creditor))
            File.WriteAllText(creditor, LedgerSettings.CreditorToFillIn);
        try
        {
            return LedgerSettings.Read(File.ReadAllText(creditor), TextOf(policy), TextOf(Path.Combine(folder, LedgerSettings.RulesFile)));
        }
        catch (SettingsException unreadable)
        {
            throw new CommandException($"{Path.Combine(folder, unreadable.File)} {unreadable.Fault}");
        }
    }

    private static string? TextOf(string file) => File.Exists(file) ? File.ReadAllText(file) : null;
}
