using System.Collections.Frozen;
using System.Collections.Immutable;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>One stage of a recovery policy: when it is due, for whom, by which channel, with which text.</summary>
public sealed record RecoveryStage
{
    /// <summary>Its name, stable across versions of the policy: what was reached under it is never taken again.</summary>
    public required string Id { get; init; }

    /// <summary>Where its figures come from: an article, or practice.</summary>
    public required string Basis { get; init; }

    /// <summary>Calendar days from the due date to the first day of the stage; negative before the due date.</summary>
    public required int OffsetDays { get; init; }

    /// <summary>The last day of the stage in calendar days from the due date, inclusive; null for none. Later, the stage is passed over.</summary>
    public int? LastDay { get; init; }

    /// <summary>The least calendar days since the debt reached its stage before this one.</summary>
    public required int LeastDaysSincePrevious { get; init; }

    /// <summary>The days to pay that the text grants, from its date; null where it grants none.</summary>
    public int? PayWithinDays { get; init; }

    /// <summary>The kinds of debtor it is for; others pass it over.</summary>
    public required ImmutableArray<DebtorKind> DebtorKinds { get; init; }

    /// <summary>The channels in order of preference: the first for which the debtor has an address is taken.</summary>
    public required ImmutableArray<ContactChannel> Channels { get; init; }

    /// <summary>The texts by language, <c>fr</c> and <c>en</c>.</summary>
    public required FrozenDictionary<string, StageText> Texts { get; init; }

    /// <summary>True where no channel reaches the debtor: the text is for an officer.</summary>
    public bool IsInternal => Channels.All(channel => channel == ContactChannel.OfficerTask);

    /// <summary>True where it announces a due date instead of following it.</summary>
    public bool IsBeforeDue => OffsetDays <= 0;
}

/// <summary>The text of a stage in one language.</summary>
/// <param name="Subjects">The subject line, neutral enough for a preview; the first that is for the debtor's kind is taken.</param>
/// <param name="Body">The paragraphs in order.</param>
public sealed record StageText(ImmutableArray<TextPart> Subjects, ImmutableArray<TextPart> Body);

/// <summary>A subject or paragraph with placeholders.</summary>
/// <param name="For">The kinds of debtor that see it.</param>
/// <param name="IsOptional">True where it is left out when a value that it needs is not known; else that is a refusal.</param>
/// <param name="Pieces">Its pieces in order.</param>
public sealed record TextPart(ImmutableArray<DebtorKind> For, bool IsOptional, ImmutableArray<TextPiece> Pieces)
{
    /// <summary>True where the part is one placeholder and nothing else.</summary>
    public bool IsOnly(Placeholder placeholder) => Pieces is [{ Placeholder: { } only }] && only == placeholder;
}

/// <summary>Words, or a place where a value goes.</summary>
/// <param name="Words">The words; empty for a placeholder.</param>
/// <param name="Placeholder">The placeholder; null for words.</param>
public readonly record struct TextPiece(string Words, Placeholder? Placeholder);
