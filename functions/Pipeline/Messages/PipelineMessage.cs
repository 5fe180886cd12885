using Reconciliation.Domain.Ledger;

namespace Reconciliation.Pipeline.Messages;

/// <summary>What one step tells the next. Messages say what happened, never what to do with it.</summary>
public abstract record PipelineMessage
{
    /// <summary>Equal for messages that say the same, so that a queue may drop repetitions.</summary>
    public abstract string DeduplicationId { get; }

    /// <summary>Hands this message to its case; a new message breaks the build wherever messages are handled.</summary>
    public abstract T Match<T>(IMessageCases<T> cases);
}

/// <summary>One function for each kind of message.</summary>
/// <typeparam name="T">What they return.</typeparam>
public interface IMessageCases<out T>
{
    /// <summary>For <see cref="StatementArrived"/>.</summary>
    T On(StatementArrived said);

    /// <summary>For <see cref="EntriesAccepted"/>.</summary>
    T On(EntriesAccepted said);

    /// <summary>For <see cref="ReceivablesImported"/>.</summary>
    T On(ReceivablesImported said);

    /// <summary>For <see cref="AccountChanged"/>.</summary>
    T On(AccountChanged said);

    /// <summary>For <see cref="AccountWoken"/>.</summary>
    T On(AccountWoken said);

    /// <summary>For <see cref="ContactDue"/>.</summary>
    T On(ContactDue said);
}

/// <summary>A statement file lies wholly written in the inbox.</summary>
/// <param name="Name">Its name in the inbox.</param>
public sealed record StatementArrived(string Name) : PipelineMessage
{
    /// <inheritdoc/>
    public override string DeduplicationId => $"statement:{Name}";

    /// <inheritdoc/>
    public override T Match<T>(IMessageCases<T> cases) => cases.On(this);
}

/// <summary>A file was accepted, and its entries wait for the matcher.</summary>
/// <param name="File">The hash of its content.</param>
public sealed record EntriesAccepted(string File) : PipelineMessage
{
    /// <inheritdoc/>
    public override string DeduplicationId => $"entries:{File}";

    /// <inheritdoc/>
    public override T Match<T>(IMessageCases<T> cases) => cases.On(this);
}

/// <summary>Receivables came in, so entries that had no explanation may have one now.</summary>
/// <param name="Import">The hash of the import's content.</param>
public sealed record ReceivablesImported(string Import) : PipelineMessage
{
    /// <inheritdoc/>
    public override string DeduplicationId => $"receivables:{Import}";

    /// <inheritdoc/>
    public override T Match<T>(IMessageCases<T> cases) => cases.On(this);
}

/// <summary>Events were appended to an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Version">The version that the append led to.</param>
public sealed record AccountChanged(AccountId Account, int Version) : PipelineMessage
{
    /// <inheritdoc/>
    public override string DeduplicationId => $"account:{Account}:{Version}";

    /// <inheritdoc/>
    public override T Match<T>(IMessageCases<T> cases) => cases.On(this);
}

/// <summary>An account's alarm rang, or something outside it that recovery depends on has changed.</summary>
/// <param name="Account">The account.</param>
/// <param name="At">The instant that was set.</param>
public sealed record AccountWoken(AccountId Account, DateTimeOffset At) : PipelineMessage
{
    /// <inheritdoc/>
    public override string DeduplicationId => $"woken:{Account}:{At:O}";

    /// <inheritdoc/>
    public override T Match<T>(IMessageCases<T> cases) => cases.On(this);
}

/// <summary>A contact may go out.</summary>
/// <param name="Account">The account.</param>
/// <param name="Contact">The contact's identifier.</param>
public sealed record ContactDue(AccountId Account, string Contact) : PipelineMessage
{
    /// <inheritdoc/>
    public override string DeduplicationId => $"contact:{Contact}";

    /// <inheritdoc/>
    public override T Match<T>(IMessageCases<T> cases) => cases.On(this);
}
