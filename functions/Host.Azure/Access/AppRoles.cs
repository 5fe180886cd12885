using System.Collections.Immutable;

namespace Reconciliation.Host.Azure.Access;

/// <summary>The app roles of the Entra ID application. Their names stand in its manifest: they are kept.</summary>
public static class AppRoles
{
    /// <summary>A bank's or a bank gateway's way in: drops statement files, and sees nothing.</summary>
    public const string BankDrop = "BankDrop";

    /// <summary>Sees files, entries, accounts and reports.</summary>
    public const string FinanceRead = "Finance.Read";

    /// <summary>Drops files and says what bank entries are for, beside seeing.</summary>
    public const string FinanceWrite = "Finance.Write";

    /// <summary>A collection officer (chargé de recouvrement): decides about entries and accounts, beside seeing.</summary>
    public const string Officer = "Officer";

    /// <summary>What an officer may, and letting files out of quarantine.</summary>
    public const string Supervisor = "Supervisor";

    /// <summary>Runs the system: health, cases, dead letters, replays. Sees files, and neither entries nor accounts.</summary>
    public const string Operations = "Operations";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [BankDrop, FinanceRead, FinanceWrite, Officer, Supervisor, Operations];
}
