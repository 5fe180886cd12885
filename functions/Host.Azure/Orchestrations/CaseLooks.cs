using Reconciliation.Pipeline.Recovery;

namespace Reconciliation.Host.Azure.Orchestrations;

/// <summary>What the pipeline says of an account, as an orchestration stores it.</summary>
internal static class CaseLooks
{
    public static CaseLook Of(RecoveryLook look) => new(look.IsDue, look.LookAgainAt, look.Reminder.Stage, [.. look.Reminder.HeldBy]);
}
