using System.Collections.Immutable;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>The faults of a text of rules, gathered while it is read.</summary>
internal sealed class RuleFaults(JsonPlaces places)
{
    private const string Page = "functions/Domain/Matching/Rules/RULES.md";

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<RuleFault> _all = [];

    /// <summary>Every fault, in the order of the text.</summary>
    public ImmutableArray<RuleFault> All => [.. _all.OrderBy(fault => fault.Line).ThenBy(fault => fault.Path, StringComparer.Ordinal)];

    /// <summary>Notes an identifier; false where another rule has it.</summary>
    public bool IsNew(string id) => _ids.Add(id);

    /// <summary>Notes a fault.</summary>
    public void Add(string path, string fault, string remedy) => _all.Add(new RuleFault(path, places.LineOf(path), fault, remedy));

    /// <summary>Notes what reading the properties found, each as <c>path: fault</c>.</summary>
    public void AddRange(IEnumerable<string> errors)
    {
        foreach (var error in errors)
        {
            var colon = error.LastIndexOf(": ", StringComparison.Ordinal);
            var (path, fault) = colon < 0 ? ("", error) : (error[..colon], error[(colon + 2)..]);
            Add(path, fault, RemedyOf(fault));
        }
    }

    private static string RemedyOf(string fault) => fault switch
    {
        "is not a known property" => $"Correct its name or take it out; {Page} names every property.",
        "is missing" => "Add it.",
        "is given twice" => "Keep one of them.",
        _ => $"Write it as {Page} shows.",
    };
}
