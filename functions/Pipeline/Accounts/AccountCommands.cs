using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Accounts;

/// <summary>
/// Carries commands to accounts: load, decide, append. Where somebody else appended in between, the account is loaded
/// again and the command decided anew.
/// </summary>
public sealed class AccountCommands(IAccountStreams streams)
{
    private const int MostAttempts = 20;

    /// <summary>Decides commands one after the other and appends what follows, all of it or, on the first refusal, nothing.</summary>
    /// <returns>The refusal; null where every command is done or was already so.</returns>
    public async Task<Refusal?> DecideAsync(AccountId account, IReadOnlyList<AccountCommand> commands, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var loaded = await streams.LoadAsync(account, cancellation);
            var (events, refusal) = Decide(loaded, commands);
            if (refusal is not null || events.IsEmpty)
                return refusal;
            if (await streams.AppendAsync(account, loaded.Version, events, cancellation))
                return null;
        }

        throw new InvalidOperationException($"Account {account} was changed by others {MostAttempts} times in a row.");
    }

    /// <summary>What would stand against commands, one after the other, on the account as it is now; nothing is written.</summary>
    public async Task<Refusal?> CheckAsync(AccountId account, IReadOnlyList<AccountCommand> commands, CancellationToken cancellation) =>
        Decide(await streams.LoadAsync(account, cancellation), commands).Refusal;

    /// <summary>Decides commands one after the other, each by itself, and appends what follows from those that are allowed.</summary>
    /// <returns>For each, in order, the refusal; null where it is done or was already so.</returns>
    public async Task<IReadOnlyList<Refusal?>> DecideEachAsync(
        AccountId account, IReadOnlyList<AccountCommand> commands, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var loaded = await streams.LoadAsync(account, cancellation);
            var events = ImmutableArray.CreateBuilder<AccountEvent>();
            var refusals = new List<Refusal?>();
            var current = loaded;
            foreach (var command in commands)
            {
                var (followed, refusal) = Decide(current, [command]);
                current = current.Apply(followed);
                events.AddRange(followed);
                refusals.Add(refusal);
            }

            if (events.Count == 0 || await streams.AppendAsync(account, loaded.Version, events.ToImmutable(), cancellation))
                return refusals;
        }

        throw new InvalidOperationException($"Account {account} was changed by others {MostAttempts} times in a row.");
    }

    /// <summary>Decides one command.</summary>
    public Task<Refusal?> DecideAsync(AccountId account, AccountCommand command, CancellationToken cancellation) =>
        DecideAsync(account, [command], cancellation);

    /// <summary>What commands lead to, without writing it: the events of all, or the first refusal.</summary>
    public static (ImmutableArray<AccountEvent> Events, Refusal? Refusal) Decide(
        DebtorAccount account, IReadOnlyList<AccountCommand> commands)
    {
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        foreach (var command in commands)
        {
            var (followed, refusal) = account.Decide(command).Match(
                accepted => (accepted, (Refusal?)null), refused => ([], refused));
            if (refusal is not null)
                return ([], refusal);
            account = account.Apply(followed);
            events.AddRange(followed);
        }

        return (events.ToImmutable(), null);
    }
}
