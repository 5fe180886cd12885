using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Api;

/// <summary>What a person says a payment is for. The parts in money come to the entry's amount.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Because">The person's reason; needed for charges and write-offs, else null for none.</param>
public sealed record Assignment(ImmutableArray<AssignedPart> Parts, string? Because = null);

/// <summary>What a part of an assignment is.</summary>
public enum AssignedKind
{
    /// <summary>Money of the entry: for a receivable, or on account where none is named.</summary>
    Money,

    /// <summary>What a bank kept; the receivable is settled by it as if it had come in.</summary>
    Charges,

    /// <summary>What is not asked for any more.</summary>
    WriteOff,
}

/// <summary>A part of a payment.</summary>
/// <param name="Debtor">The debtor's key.</param>
/// <param name="Receivable">The receivable's number; null for money on account.</param>
/// <param name="Instalment">The term; null for a receivable without terms.</param>
/// <param name="Amount">A decimal figure with a point; negative on a credit note.</param>
/// <param name="Kind">money, charges or writeOff; the latter two close what the money leaves open.</param>
public sealed record AssignedPart(string Debtor, string? Receivable, int? Instalment, string Amount, AssignedKind Kind = AssignedKind.Money);

/// <summary>A request that says what an entry is for.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Review">Carries the decision.</param>
/// <param name="Statements">Finds the entry.</param>
/// <param name="Settings">Names the creditor.</param>
/// <param name="Context">Says who.</param>
internal sealed record AssignmentCall(string Entry, ReviewMatch Review, IStatementStore Statements, CreditorSettings Settings, HttpContext Context)
{
    /// <summary>Reads the assignment and decides it in the name of whoever asks.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> DecideAsync(
        Assignment assignment,
        Func<string, ImmutableArray<AccountShare>, string, string?, CancellationToken, Task<Refusal?>> decide,
        CancellationToken cancellation)
    {
        if (await Statements.FindEntryAsync(Entry, cancellation) is not { } record)
            return ApiAnswers.Problem(ReviewMatch.EntryUnknown);
        return AssignmentReading.Shares(assignment, Settings.CreditorId, record.Payment.Amount.Currency) is { } shares
            ? ApiAnswers.Of(await decide(Entry, shares, Caller.NameOf(Context), assignment.Because, cancellation))
            : TypedResults.Problem(
                "An amount is not a decimal number of the entry's currency, or charges or a write-off name no receivable.",
                statusCode: StatusCodes.Status400BadRequest);
    }
}

/// <summary>Reads an assignment.</summary>
internal static class AssignmentReading
{
    /// <summary>The shares by account; null where an amount cannot be read, or what closes a receivable names none.</summary>
    public static ImmutableArray<AccountShare>? Shares(Assignment assignment, string creditor, Currency currency)
    {
        var parts = new List<Part>();
        foreach (var part in assignment.Parts)
        {
            if (AmountText.Read(part.Amount, '.', currency, out var amount) != AmountReading.Exact)
                return null;
            if (part.Receivable is null && part.Kind != AssignedKind.Money)
                return null;
            parts.Add(new Part(part.Debtor, part.Kind, part.Receivable is { } number ? new Allocation(number, part.Instalment, amount) : null, amount));
        }

        return [.. parts.GroupBy(part => part.Debtor).Select(debtor => Share(new AccountId(creditor, debtor.Key, currency), [.. debtor]))];
    }

    private sealed record Part(string Debtor, AssignedKind Kind, Allocation? Allocation, Money Amount);

    private static AccountShare Share(AccountId account, ImmutableArray<Part> parts) => new(
        account, Of(parts, AssignedKind.Money), [], Money.Sum(parts.Where(part => part.Allocation is null).Select(part => part.Amount), account.Currency))
    {
        Charges = Of(parts, AssignedKind.Charges),
        WriteOffs = Of(parts, AssignedKind.WriteOff),
    };

    private static ImmutableArray<Allocation> Of(ImmutableArray<Part> parts, AssignedKind kind) =>
        [.. parts.Where(part => part.Kind == kind).Select(part => part.Allocation).OfType<Allocation>()];
}
