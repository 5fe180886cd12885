using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>The rules of a team, in order of precedence. <c>RULES.md</c> describes how they are written.</summary>
public sealed class RuleBook
{
    internal RuleBook(IEnumerable<MatchRule> rules) =>
        Rules = [.. rules.OrderBy(rule => rule.Priority).ThenBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>No rules.</summary>
    public static RuleBook Empty { get; } = new([]);

    /// <summary>The rules, the first to act first.</summary>
    public ImmutableArray<MatchRule> Rules { get; }

    /// <summary>True where there is no rule.</summary>
    public bool IsEmpty => Rules.IsEmpty;

    /// <summary>Reads rules from JSON.</summary>
    /// <param name="json">The text.</param>
    /// <param name="creditor">The creditor whose entries are matched; a rule for another is a fault. Null where none is known: then every rule is for it, whomever it names.</param>
    /// <returns>The rules, or every fault with its place; never both.</returns>
    public static RuleBookReading Read(string json, string? creditor) => RuleBookJson.Read(json, creditor);

    /// <summary>
    /// The keys of receivables that rules find by a pattern in a payment. They are to be looked up beside
    /// <see cref="IndexKeys.Of(Payment)"/>, so that the rules see what they are about.
    /// </summary>
    public ImmutableArray<IndexKey> KeysOf(Payment payment) =>
    [
        .. Possible(payment).SelectMany(found => found.Rule.Effect is SettleNumber settle ? settle.Pattern.NumbersIn(found.Facts) : [])
            .Select(IndexKeys.OfNumber).Distinct(),
    ];

    /// <summary>The accounts that rules assign a payment to.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="creditor">The creditor whose accounts they are.</param>
    public ImmutableArray<AccountId> AccountsOf(Payment payment, string creditor) =>
    [
        .. Possible(payment).Select(found => found.Rule.Effect).OfType<AssignToDebtor>()
            .Select(assign => new AccountId(creditor, assign.Debtor, payment.Amount.Currency)).Distinct(),
    ];

    private IEnumerable<(MatchRule Rule, RuleFacts Facts)> Possible(Payment payment)
    {
        if (IsEmpty)
            return [];
        var facts = RuleFacts.Of(payment);
        return Rules.Where(rule => rule.Condition.IsMetBy(facts) != false).Select(rule => (rule, facts));
    }
}

/// <summary>What reading rules came to.</summary>
/// <param name="Book">The rules; null where there is a fault.</param>
/// <param name="Faults">What is wrong, in the order of the text.</param>
public sealed record RuleBookReading(RuleBook? Book, ImmutableArray<RuleFault> Faults);

/// <summary>Something wrong in a text of rules.</summary>
/// <param name="Path">The JSON path, such as <c>rules[0].if.amount</c>; empty for the whole text.</param>
/// <param name="Line">The line from 1.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record RuleFault(string Path, int Line, string Fault, string Remedy)
{
    /// <summary><c>line 4, rules[0].if: is empty. Write …</c></summary>
    public override string ToString() => $"line {Line}{(Path.Length > 0 ? $", {Path}" : "")}: {Fault}. {Remedy}";
}
