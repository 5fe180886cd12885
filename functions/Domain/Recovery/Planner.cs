using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Recovery;

/// <summary>
/// Says what recovery does next with an account: an alarm clock asks, sleeps until the answer, and asks again. The
/// answer depends on nothing else than what is passed in.
/// <para>What holds of every answer: a stage is planned once for a part and never two stages of a part on a day; a
/// part that is settled, disputed, covered by credits or maybe prescribed is not dunned; no stage that follows a due
/// date comes before it, and none that announces it comes after; a contact is allowed when it is due.</para>
/// </summary>
public static class Planner
{
    /// <summary>The next step.</summary>
    /// <param name="account">The account as it is now.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">The instant, in the debtor's own offset from UTC.</param>
    /// <param name="situation">Money, bank files and holidays.</param>
    public static NextStep Next(DebtorAccount account, RecoveryPolicy policy, DateTimeOffset now, RecoverySituation situation) =>
        account.Debtor is { } debtor
            ? new Planning(account, debtor, policy, now, situation).Next()
            : new NothingToDo(RestReasons.DebtorUnknown);
}
