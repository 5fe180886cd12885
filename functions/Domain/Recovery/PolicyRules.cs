using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>Every rule that a policy's JSON can break. <c>POLICY.md</c> beside this file is the page for people.</summary>
public static class PolicyRules
{
    /// <summary>The text is no JSON.</summary>
    public static PolicyRule JsonMalformed { get; } = new("json-malformed",
        "The text is JSON without comments, and no object names a property twice.", "Correct the place that is named.");

    /// <summary>A property that nothing reads.</summary>
    public static PolicyRule PropertyUnknown { get; } = new("property-unknown",
        "Every property is one that is known at its place.", "Correct the spelling, or take the property out.");

    /// <summary>A property that must be there is not.</summary>
    public static PolicyRule PropertyMissing { get; } = new("property-missing",
        "A property that has no default is present.", "Add the property.");

    /// <summary>A value of another type.</summary>
    public static PolicyRule TypeWrong { get; } = new("type-wrong",
        "A value has the type that its property asks for.", "Write a value of the type that is named.");

    /// <summary>A value outside its bounds.</summary>
    public static PolicyRule OutOfRange { get; } = new("out-of-range",
        "A figure, hour or length lies within its bounds.", "Choose a value within the bounds that are named.");

    /// <summary>A word that the list does not have.</summary>
    public static PolicyRule ValueUnknown { get; } = new("value-unknown",
        "A name is one of those that its property knows.", "Choose one of the names that are listed.");

    /// <summary>The same twice.</summary>
    public static PolicyRule Repeated { get; } = new("repeated",
        "A stage, a channel, a kind of debtor or a day stands once in its list.", "Take the repetition out.");

    /// <summary>Stages out of order.</summary>
    public static PolicyRule StageOrder { get; } = new("stage-order",
        "The offsets of the stages rise from one to the next.", "Put the stages in order, or correct the offset.");

    /// <summary>A stage that ends before it begins, or announces a due date that has passed.</summary>
    public static PolicyRule StageLastDay { get; } = new("stage-last-day",
        "A stage ends no earlier than it begins, and one that announces a due date ends before that date.",
        "Correct lastDay; before the due date it is -1 or less.");

    /// <summary>A window on a Sunday.</summary>
    public static PolicyRule SundayWindow { get; } = new("sunday-window",
        "No debtor is contacted on a Sunday.", "Take the Sunday out of the window.");

    /// <summary>A kind of debtor without a text.</summary>
    public static PolicyRule TextMissing { get; } = new("text-missing",
        "Every kind of debtor of a stage has a subject and a body.", "Add a text for the kind that is named.");

    /// <summary>A brace that does not close.</summary>
    public static PolicyRule PlaceholderMalformed { get; } = new("placeholder-malformed",
        "A brace opens a placeholder and closes it.", "Close the brace, or take it out.");

    /// <summary>A placeholder that nothing fills.</summary>
    public static PolicyRule PlaceholderUnknown { get; } = new("placeholder-unknown",
        "Every placeholder is one that is known.", "Choose one of the placeholders that are listed.");

    /// <summary>A placeholder that its place cannot hold or its stage cannot fill.</summary>
    public static PolicyRule PlaceholderMisplaced { get; } = new("placeholder-misplaced",
        "A table stands in a paragraph of its own, and a term of payment only where the stage grants one.",
        "Give the table its own paragraph, or add payWithinDays to the stage.");

    /// <summary>A text that asks for something without saying what.</summary>
    public static PolicyRule ItemsMissing { get; } = new("items-missing",
        "A text shows what it is about, once.", "Add one paragraph that is {items} and nothing else, for every kind of debtor.");

    /// <summary>A word that suggests force or authority, a file entry, or costs that are not due.</summary>
    public static PolicyRule ForbiddenWord { get; } = new("forbidden-word",
        "No text to a debtor suggests force, authority, an entry in a file, or costs that the debtor does not owe.",
        "Say it without the word; without an enforceable title nothing but the request to pay may be said.");

    /// <summary>Penalties between professionals in a text for others.</summary>
    public static PolicyRule BusinessOnlyWord { get; } = new("business-only-word",
        "Penalties and the indemnity of C. com. L441-10 are named to professionals only.",
        "Give the paragraph \"for\": [\"business\"].");

    /// <summary>A subject that shows a debt to whoever sees it.</summary>
    public static PolicyRule SubjectShowsDebt { get; } = new("subject-shows-debt",
        "A subject that a consumer may get does not show that there is a debt (GDPR art. 5(1)(f)).",
        "Choose a neutral subject, or give this one \"for\": [\"business\"].");

    /// <summary>All of them.</summary>
    public static ImmutableArray<PolicyRule> All { get; } =
    [
        JsonMalformed, PropertyUnknown, PropertyMissing, TypeWrong, OutOfRange, ValueUnknown, Repeated, StageOrder,
        StageLastDay, SundayWindow, TextMissing, PlaceholderMalformed, PlaceholderUnknown, PlaceholderMisplaced,
        ItemsMissing, ForbiddenWord, BusinessOnlyWord, SubjectShowsDebt,
    ];
}
