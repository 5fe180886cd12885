using System.Collections.Immutable;
using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>Which entries a rule is about.</summary>
internal abstract record RuleCondition
{
    /// <summary>Whether a payment meets it; null where that depends on what is open, and this is not known.</summary>
    public abstract bool? IsMetBy(RuleFacts facts);

    /// <summary>The conditions that hold of whatever meets this one.</summary>
    public virtual IEnumerable<RuleCondition> Implied => [this];
}

/// <summary>Every entry.</summary>
internal sealed record Everything : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) => true;
}

/// <summary>All of several conditions.</summary>
internal sealed record AllOf(ImmutableArray<RuleCondition> Parts) : RuleCondition
{
    public override IEnumerable<RuleCondition> Implied => Parts.SelectMany(part => part.Implied);

    public override bool? IsMetBy(RuleFacts facts)
    {
        var met = Parts.Select(part => part.IsMetBy(facts)).ToList();
        return met.Contains(false) ? false : met.Contains(null) ? null : true;
    }
}

/// <summary>At least one of several conditions.</summary>
internal sealed record AnyOf(ImmutableArray<RuleCondition> Parts) : RuleCondition
{
    public override IEnumerable<RuleCondition> Implied =>
        Parts.Length == 0 ? [] : Parts[0].Implied.Where(one => Parts.All(part => part.Implied.Contains(one)));

    public override bool? IsMetBy(RuleFacts facts)
    {
        var met = Parts.Select(part => part.IsMetBy(facts)).ToList();
        return met.Contains(true) ? true : met.Contains(null) ? null : false;
    }
}

/// <summary>The opposite of a condition.</summary>
internal sealed record NotMet(RuleCondition Part) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) => !Part.IsMetBy(facts);
}

/// <summary>Money in or money out.</summary>
internal sealed record DirectionIs(bool IsIn) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) => IsIn ? facts.Payment.Amount.IsPositive : facts.Payment.Amount.IsNegative;
}

/// <summary>An amount without its sign between two of one currency, both inclusive; null for no bound.</summary>
internal sealed record AmountWithin(Currency Currency, long? From, long? To) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts)
    {
        var amount = facts.Payment.Amount.Abs();
        return amount.Currency == Currency && (From is not { } from || amount.MinorUnits >= from) && (To is not { } to || amount.MinorUnits <= to);
    }
}

/// <summary>The creditor's bank account is one of some.</summary>
internal sealed record BankAccountIs(ImmutableArray<string> Keys) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) => Keys.Contains(facts.Payment.Account.Value);
}

/// <summary>The other side's account is one of some.</summary>
internal sealed record CounterpartyAccountIs(ImmutableArray<string> Keys) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) => facts.Clues.PayerAccounts.Any(Keys.Contains);
}

/// <summary>The other side's name is one of some, or has all words of one of them.</summary>
internal sealed record CounterpartyNameIs(ImmutableArray<PayerName> Names, bool IsWhole) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) =>
        facts.Clues.PayerNames.Any(given => Names.Any(name => IsWhole ? given.Similarity(name) == 100 : name.Words.All(given.Words.Contains)));

    public bool Equals(CounterpartyNameIs? other) =>
        other is not null && IsWhole == other.IsWhole && Names.Select(name => name.Key).SequenceEqual(other.Names.Select(name => name.Key));

    public override int GetHashCode() => HashCode.Combine(IsWhole, Names.Length);
}

/// <summary>One of some texts stands in what payer and bank wrote.</summary>
internal sealed record TextContains(ImmutableArray<string> Texts) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) => Texts.Any(text => facts.Text.Contains(text, StringComparison.Ordinal));
}

/// <summary>The payment carries a reference of its own: a creditor reference with right check digits, or one from end to end.</summary>
internal sealed record ReferenceGiven(bool IsGiven) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) => IsGiven ==
        (!facts.Clues.CreditorReferences.IsEmpty || facts.Payment.Entry.Details.Any(detail => detail.References.EndToEndId is not null));
}

/// <summary>Which of the bank's codes is meant.</summary>
internal enum BankCodeKind
{
    /// <summary>ISO 20022 domain, family and sub-family, or the beginning of them.</summary>
    Domain,

    /// <summary>The bank's own code.</summary>
    Proprietary,

    /// <summary>Code opération interbancaire of CFONB.</summary>
    Operation,
}

/// <summary>The bank's code of the entry is one of some.</summary>
internal sealed record BankCodeIs(BankCodeKind Kind, ImmutableArray<string> Codes) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts)
    {
        var given = facts.Payment.Entry.Code;
        return Kind switch
        {
            BankCodeKind.Domain => given.Domain is { } domain && Codes.Any(code => domain == code || domain.StartsWith(code + "/", StringComparison.Ordinal)),
            BankCodeKind.Proprietary => given.Proprietary is { } own && Codes.Contains(own),
            BankCodeKind.Operation => given.CodeOperationInterbancaire is { } operation && Codes.Contains(operation),
        };
    }
}

/// <summary>The booking day lies between two days of the month, both inclusive.</summary>
internal sealed record DayOfMonthWithin(int From, int To) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) => facts.Payment.BookedOn.Day >= From && facts.Payment.BookedOn.Day <= To;
}

/// <summary>The matcher finds a debtor by one of some clues.</summary>
internal sealed record DebtorFoundBy(ImmutableArray<DebtorClue> Clues) : RuleCondition
{
    public override bool? IsMetBy(RuleFacts facts) => facts.FoundBy is { } found ? Clues.Any(found.Contains) : null;
}
