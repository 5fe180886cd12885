using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Architecture;

/// <summary>Public types of the domain that are no words of the field and so need no row in the glossary.</summary>
internal static class TechnicalTypes
{
    private static ImmutableArray<(string Family, Func<Type, bool> Holds)> Families { get; } =
    [
        ("functions and catalogues", type => type is { IsAbstract: true, IsSealed: true }),
        ("bases of closed families", type => type is { IsAbstract: true, IsInterface: false }),
        ("the cases of a closed family", type => type.IsInterface && type.Name.Contains("Cases", StringComparison.Ordinal)),
        ("events and commands, which have tables of their own", type => IsA<AccountEvent>(type) || IsA<AccountCommand>(type)),
        ("answers of the planner and of the contact rules", type => IsA<NextStep>(type) || IsA<ContactVerdict>(type)),
        ("readers", IsA<StatementReader>),
        ("CSV as a notation", type => type.Name.StartsWith("Csv", StringComparison.Ordinal)),
        ("what a function came to", EndsIn("Reading", "Parsing", "Outcome", "Move")),
        ("files and their rows", EndsIn("File", "Row")),
        ("rules with a code, and what breaks them", EndsIn("Rule", "RuleEffect", "Fault")),
        ("state folded from events", EndsIn("State")),
        ("figures of a policy", EndsIn("Setting", "Settings")),
        ("tables of transitions", EndsIn("Transition")),
        ("texts with placeholders", EndsIn("StageText", "TextPart", "TextPiece", "Placeholder")),
        ("keys", EndsIn("Key")),
    ];

    public static IEnumerable<string> FamiliesWithoutTypes =>
        Families.Where(family => !Glossary.Types.Any(family.Holds)).Select(family => family.Family);

    public static bool Holds(Type type) => Families.Any(family => family.Holds(type));

    private static bool IsA<T>(Type type) => type.IsAssignableTo(typeof(T));

    private static Func<Type, bool> EndsIn(params string[] endings) =>
        type => endings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal));
}
