using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Recovery;

namespace Reconciliation.Pipeline.Messages;

/// <summary>Which handler takes which message: for hosts that take every message from one queue.</summary>
public sealed class MessageDispatcher(
    ImportStatement importStatement, MatchEntries matchEntries, WatchAccount watchAccount, SendContact sendContact)
{
    /// <summary>Hands a message to its handler.</summary>
    public Task HandleAsync(PipelineMessage message, CancellationToken cancellation) =>
        message.Match(new Cases(importStatement, matchEntries, watchAccount, sendContact, cancellation));

    private sealed class Cases(
        ImportStatement importStatement, MatchEntries matchEntries, WatchAccount watchAccount, SendContact sendContact, CancellationToken cancellation)
        : IMessageCases<Task>
    {
        public Task On(StatementArrived said) => importStatement.HandleAsync(said, cancellation);

        public Task On(EntriesAccepted said) => matchEntries.HandleAsync(said, cancellation);

        public Task On(ReceivablesImported said) => matchEntries.HandleAsync(said, cancellation);

        public Task On(AccountChanged said) => watchAccount.HandleAsync(said.Account, cancellation);

        public Task On(AccountWoken said) => watchAccount.HandleAsync(said.Account, cancellation);

        public Task On(ContactDue said) => sendContact.HandleAsync(said, cancellation);
    }
}
