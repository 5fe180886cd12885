using System.Collections.Immutable;
using System.Text.Json;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>Reads the texts of a stage and holds them to the rules for texts.</summary>
internal static class PolicyTexts
{
    private const int LongestSubject = 120;
    private const int LongestParagraph = 2000;

    public static StageText Read(PolicyObject source, RecoveryStage stage)
    {
        var subjects = source.Any("subject") is { } subject ? Subjects(subject, stage, source.Faults) : [];
        var body = source.List("body")
            .Select(part => Part(part, stage, LongestParagraph, source.Faults, IsParagraph)).ToImmutableArray();
        source.Close();
        foreach (var kind in stage.DebtorKinds)
        {
            if (!subjects.IsEmpty && !subjects.Any(part => part.For.Contains(kind) && !part.IsOptional))
                source.Fault(PolicyRules.TextMissing, "subject", $"A {Name(kind)} debtor may get no subject.");
            if (!body.IsEmpty && body.Count(part => part.For.Contains(kind) && part.IsOnly(Placeholder.Items)) != 1)
                source.Fault(PolicyRules.ItemsMissing, "body", $"A {Name(kind)} debtor does not see {{items}} exactly once.");
        }

        return new StageText(subjects, body);
    }

    private static ImmutableArray<TextPart> Subjects((JsonElement Value, string Path) source, RecoveryStage stage, List<PolicyFault> faults) =>
        source.Value.ValueKind == JsonValueKind.Array
            ? [.. source.Value.EnumerateArray().Select((element, i) => Part((element, $"{source.Path}[{i}]"), stage, LongestSubject, faults, IsSubject))]
            : [Part(source, stage, LongestSubject, faults, IsSubject)];

    /// <summary>A text as such, or an object with the text, whom it is for, and whether it may be left out.</summary>
    private static TextPart Part(
        (JsonElement Value, string Path) source, RecoveryStage stage, int longest, List<PolicyFault> faults, Action<TextPart, RecoveryStage, Action<PolicyRule, string>> check)
    {
        if (source.Value.ValueKind == JsonValueKind.String)
        {
            var text = source.Value.GetString() ?? "";
            if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
                faults.Add(PolicyRules.OutOfRange.At(source.Path, $"The text has {text.Length} characters; 1 to {longest} are allowed."));
            return Checked(text, source.Path, stage.DebtorKinds, isOptional: false);
        }

        var detailed = PolicyObject.Of(source.Value, source.Path, faults);
        var words = detailed.Text("text", longest);
        var kinds = detailed.OptionalNames("for", PolicyParser.Kinds) ?? stage.DebtorKinds;
        var optional = detailed.OptionalFlag("optional");
        detailed.Close();
        return Checked(words, detailed.PathOf("text"), kinds, optional);

        TextPart Checked(string words, string path, ImmutableArray<DebtorKind> kinds, bool isOptional)
        {
            void Fault(PolicyRule rule, string message) => faults.Add(rule.At(path, message));
            var part = new TextPart(kinds, isOptional, TextTemplate.Read(words, Fault));
            if (!stage.IsInternal)
                Words(part, Fault);
            check(part, stage, Fault);
            return part;
        }
    }

    private static void Words(TextPart part, Action<PolicyRule, string> fault)
    {
        foreach (var found in WordRules.Forbidden(part))
            fault(PolicyRules.ForbiddenWord, $"'{found.Words}' may not be said here ({found.Basis}).");
        if (part.For.Any(kind => kind != DebtorKind.Business) && WordRules.BusinessOnly(part) is { } professional)
            fault(PolicyRules.BusinessOnlyWord, $"'{professional}' concerns professionals; the text is for others too.");
    }

    private static void IsSubject(TextPart part, RecoveryStage stage, Action<PolicyRule, string> fault)
    {
        foreach (var piece in part.Pieces)
        {
            if (piece.Words.Any(char.IsControl))
                fault(PolicyRules.OutOfRange, "A subject is a single line.");
            if (piece.Placeholder is { } placeholder && !Placeholders.IsNeutral(placeholder))
                fault(PolicyRules.PlaceholderMisplaced, $"{{{Placeholders.NameOf(placeholder)}}} does not belong into a subject.");
        }

        if (!stage.IsInternal && part.For.Contains(DebtorKind.Consumer) && WordRules.ShowsDebt(part) is { } word)
            fault(PolicyRules.SubjectShowsDebt, $"'{word}' shows that there is a debt.");
    }

    private static void IsParagraph(TextPart part, RecoveryStage stage, Action<PolicyRule, string> fault)
    {
        foreach (var placeholder in part.Pieces.Select(piece => piece.Placeholder).OfType<Placeholder>())
        {
            if (Placeholders.IsBlock(placeholder) && !part.IsOnly(placeholder))
                fault(PolicyRules.PlaceholderMisplaced, $"{{{Placeholders.NameOf(placeholder)}}} stands within words.");
            if (placeholder is Placeholder.PayBy or Placeholder.PayWithinDays && stage.PayWithinDays is null)
                fault(PolicyRules.PlaceholderMisplaced, $"{{{Placeholders.NameOf(placeholder)}}} has no value: the stage grants no days to pay.");
        }
    }

    private static string Name(DebtorKind kind) => PolicyParser.Kinds.First(known => known.Value == kind).Key;
}
