using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>A text to a debtor, or to an officer about one, ready for its channel.</summary>
public sealed record Letter
{
    /// <summary>The language, <c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The subject line; neutral, for previews and envelopes show it.</summary>
    public required string Subject { get; init; }

    /// <summary>The text without layout, lines ended by a line feed.</summary>
    public required string Body { get; init; }

    /// <summary>The same as a page of HTML with sender, recipient and date, every value escaped.</summary>
    public required string Html { get; init; }

    /// <summary>The sender's name and postal address, line by line.</summary>
    public required ImmutableArray<string> Sender { get; init; }

    /// <summary>The recipient's name and postal address as far as known, line by line.</summary>
    public required ImmutableArray<string> Recipient { get; init; }
}

/// <summary>What composing a letter came to: the letter, or a named refusal.</summary>
public abstract record LetterOutcome
{
    /// <summary>Hands this outcome to its case.</summary>
    public abstract T Match<T>(Func<Letter, T> composed, Func<LetterRefusal, T> refused);

    internal sealed record Composed(Letter Letter) : LetterOutcome
    {
        public override T Match<T>(Func<Letter, T> composed, Func<LetterRefusal, T> refused) => composed(Letter);
    }

    internal sealed record Refused(LetterRefusal Refusal) : LetterOutcome
    {
        public override T Match<T>(Func<Letter, T> composed, Func<LetterRefusal, T> refused) => refused(Refusal);
    }
}

/// <summary>Why a letter cannot be composed.</summary>
/// <param name="Code">The stable name, one of <see cref="LetterRefusals"/>.</param>
/// <param name="Message">What stands against it, with the values, in one sentence.</param>
public sealed record LetterRefusal(string Code, string Message);

/// <summary>The names of all refusals of letters, in order of precedence. <c>README.md</c> beside this file lists them.</summary>
public static class LetterRefusals
{
    /// <summary>The policy has no such stage.</summary>
    public const string StageUnknown = "stage-unknown";

    /// <summary>The debtor's data are not known.</summary>
    public const string DebtorUnknown = "debtor-unknown";

    /// <summary>The debtor is of a kind for which the stage has no text.</summary>
    public const string TextMissing = "text-missing";

    /// <summary>The letter would be about nothing, or about something that is not open as stated.</summary>
    public const string ItemOutdated = "item-outdated";

    /// <summary>Credit notes and money on account cover everything that the letter would ask for.</summary>
    public const string NothingToPay = "nothing-to-pay";

    /// <summary>A text needs a value that is not known.</summary>
    public const string ValueMissing = "value-missing";

    /// <summary>All of them, in order of precedence.</summary>
    public static ImmutableArray<string> All { get; } = [StageUnknown, DebtorUnknown, TextMissing, ItemOutdated, NothingToPay, ValueMissing];
}
