using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Architecture;

/// <summary>The tables of functions/Domain/README.md.</summary>
internal static partial class Glossary
{
    private static readonly Page Page = Page.Of("functions/Domain/README.md");

    public static ImmutableArray<GlossaryRow> Words { get; } =
        [.. Page.TableBelow("## Words").Select(cells => new GlossaryRow(cells[0], cells[1], cells[2], NamesIn(cells[3])))];

    public static ImmutableArray<GlossaryRow> Events { get; } = Happenings("## Events");

    public static ImmutableArray<GlossaryRow> Commands { get; } = Happenings("## Commands");

    public static IEnumerable<GlossaryRow> All => [.. Words, .. Events, .. Commands];

    /// <summary>The public types of the domain that stand in a file of their own or share one, none nested.</summary>
    public static ImmutableArray<Type> Types { get; } = [.. typeof(DebtorAccount).Assembly.GetExportedTypes().Where(type => !type.IsNested)];

    /// <summary>
    /// The type that a name of the glossary stands for, or the type that has the member it stands for; null where the
    /// domain has neither.
    /// </summary>
    /// <param name="name"><c>Statements.StatementEntry</c> or <c>Statements.StatementEntry.Charges</c>, below the domain's namespace.</param>
    public static Type? TypeOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return Find(name) ?? (dot > 0 && Find(name[..dot]) is { } type && type.GetMember(name[(dot + 1)..]) is [_, ..] ? type : null);
    }

    /// <summary>Whether a name of the glossary stands for a type, a member, or a file beside it.</summary>
    public static bool IsKnown(string name) =>
        TypeOf(name) is not null || (name.Contains('/', StringComparison.Ordinal) && Repository.Holds(Page.FromRoot(name)));

    /// <summary>The text without accents.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Replace("œ", "oe", StringComparison.Ordinal).Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    private static ImmutableArray<GlossaryRow> Happenings(string heading) =>
        [.. Page.TableBelow(heading).Select(cells => new GlossaryRow(cells[2], cells[1], "", NamesIn(cells[0])))];

    private static Type? Find(string name) => Types.FirstOrDefault(type => $"{type.Namespace}.{type.Name}" == $"Reconciliation.Domain.{name}");

    private static ImmutableArray<string> NamesIn(string cell) => [.. Code().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}

/// <summary>A row of the glossary.</summary>
/// <param name="English">The word, or what an event or command means.</param>
/// <param name="French">The French terms, separated by commas.</param>
/// <param name="Elsewhere">What ISO 20022, SWIFT, CFONB and the chart of accounts call it; empty for nothing.</param>
/// <param name="Names">Where the word lives in the code.</param>
internal sealed record GlossaryRow(string English, string French, string Elsewhere, ImmutableArray<string> Names);
