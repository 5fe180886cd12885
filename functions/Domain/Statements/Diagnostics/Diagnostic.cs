namespace Reconciliation.Domain.Statements.Diagnostics;

/// <summary>What follows from a diagnostic.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>The statement is accepted and flagged.</summary>
    Warning,

    /// <summary>The file goes to quarantine whole; nothing of it is posted.</summary>
    Error,
}

/// <summary>A rule that a file can break, with a stable code.</summary>
/// <param name="Code">The stable name, words with hyphens.</param>
/// <param name="Severity">What follows when it is broken.</param>
/// <param name="Rule">What must hold, one sentence.</param>
/// <param name="Remedy">What the person who has the file can do, one sentence.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Rule, string Remedy)
{
    /// <summary>A finding against this rule.</summary>
    /// <param name="message">What was found, with the values seen: a sentence for the bank's own staff, cut to 1,000 characters.</param>
    /// <param name="line">The line in the file from 1; 0 where the place has none.</param>
    /// <param name="field">The element, tag, record or column, cut to 200 characters; null where the finding concerns the whole.</param>
    /// <param name="value">The value seen, cut to 200 characters; null where there is none.</param>
    public Diagnostic At(string message, int line = 0, string? field = null, string? value = null) =>
        new() { Rule = this, Message = message, Line = line, Field = field, Value = value };
}

/// <summary>Something found in a file: which rule, where, what.</summary>
public sealed record Diagnostic : StatementPart
{
    /// <summary>The rule it speaks of.</summary>
    public required DiagnosticRule Rule { get; init; }

    /// <summary>What was found, in a sentence.</summary>
    public required string Message { get; init => field = Cut(value, 1000); }

    /// <summary>The line in the file from 1; 0 where the place has none.</summary>
    public int Line { get; init; }

    /// <summary>The element, tag, record or column; null where it concerns the whole.</summary>
    public string? Field { get; init => field = value is null ? null : Cut(value, 200); }

    /// <summary>The value seen; null where there is none.</summary>
    public string? Value { get; init => field = value is null ? null : Cut(value, 200); }

    /// <summary>The rule's stable code.</summary>
    public string Code => Rule.Code;

    /// <summary>The rule's severity.</summary>
    public Severity Severity => Rule.Severity;

    // What is quoted is what is in the file, which may be anything.
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
