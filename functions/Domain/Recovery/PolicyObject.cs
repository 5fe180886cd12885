using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Reconciliation.Domain.Recovery;

/// <summary>
/// Reads one object of a policy's JSON. What is missing or of another type becomes a fault and reads as a default, so
/// that one pass finds every fault; what nobody asked for by <see cref="Close"/> is a fault too.
/// </summary>
internal sealed class PolicyObject
{
    private readonly JsonElement? _element;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private PolicyObject(JsonElement? element, string path, List<PolicyFault> faults)
    {
        _element = element;
        Path = path;
        Faults = faults;
    }

    public string Path { get; }

    public List<PolicyFault> Faults { get; }

    /// <summary>The object of an element; where it is none, a fault and an object whose reads are silent defaults.</summary>
    public static PolicyObject Of(JsonElement element, string path, List<PolicyFault> faults)
    {
        if (element.ValueKind == JsonValueKind.Object)
            return new PolicyObject(element, path, faults);
        faults.Add(PolicyRules.TypeWrong.At(path, $"An object is expected, not {Kind(element)}."));
        return new PolicyObject(null, path, faults);
    }

    public string PathOf(string name) => $"{Path}.{name}";

    public void Fault(PolicyRule rule, string name, string message) => Faults.Add(rule.At(PathOf(name), message));

    public string Text(string name, int longest = 200)
    {
        if (Ask(name) is not { } value)
            return "";
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
        if (value.ValueKind != JsonValueKind.String)
            Fault(PolicyRules.TypeWrong, name, $"A text is expected, not {Kind(value)}.");
        else if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
            Fault(PolicyRules.OutOfRange, name, $"The text has {text.Length} characters; 1 to {longest} are allowed.");
        return text;
    }

    public int Integer(string name, int least, int most) =>
        Ask(name) is { } value ? Integer(name, value, least, most) : Harmless(least);

    public int? OptionalInteger(string name, int least, int most) =>
        Find(name) is { } value ? Integer(name, value, least, most) : null;

    public bool Flag(string name) => Ask(name) is { } value && Flag(name, value);

    public bool OptionalFlag(string name) => Find(name) is { } value && Flag(name, value);

    public PolicyObject Object(string name) =>
        Ask(name) is { } value ? Of(value, PathOf(name), Faults) : new PolicyObject(null, PathOf(name), Faults);

    /// <summary>The members of an object with free names, with their paths.</summary>
    public IEnumerable<(string Name, JsonElement Value, string Path)> Members(string name)
    {
        if (Ask(name) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Object)
            return value.EnumerateObject().Select(member => (member.Name, member.Value, $"{PathOf(name)}.{member.Name}"));
        Fault(PolicyRules.TypeWrong, name, $"An object is expected, not {Kind(value)}.");
        return [];
    }

    /// <summary>The elements of a list that has at least one, with their paths.</summary>
    public ImmutableArray<(JsonElement Value, string Path)> List(string name) =>
        Ask(name) is { } value ? List(name, value) : [];

    /// <summary>An element as it is, with its path; null with a fault where it is missing.</summary>
    public (JsonElement Value, string Path)? Any(string name) => Ask(name) is { } value ? (value, PathOf(name)) : null;

    public ImmutableArray<T> Names<T>(string name, FrozenDictionary<string, T> known) =>
        Ask(name) is { } value ? Names(name, value, known) : [];

    public ImmutableArray<T>? OptionalNames<T>(string name, FrozenDictionary<string, T> known) =>
        Find(name) is { } value ? Names(name, value, known) : null;

    /// <summary>Reports every property that was not asked for.</summary>
    public void Close()
    {
        if (_element is not { } element)
            return;
        foreach (var property in element.EnumerateObject().Where(p => !_asked.Contains(p.Name)))
            Fault(PolicyRules.PropertyUnknown, property.Name, $"Nothing reads '{property.Name}' here; known are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
    }

    internal static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Null or JsonValueKind.Undefined => "null",
    };

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return _element is { } element && element.TryGetProperty(name, out var value) ? value : null;
    }

    private JsonElement? Ask(string name)
    {
        var found = Find(name);
        if (found is null && _element is not null)
            Fault(PolicyRules.PropertyMissing, name, $"'{name}' is missing.");
        return found;
    }

    private int Integer(string name, JsonElement value, int least, int most)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            Fault(PolicyRules.TypeWrong, name, $"A whole number is expected, not {Kind(value)}{(value.ValueKind == JsonValueKind.Number ? " with decimals or beyond 32 bits" : "")}.");
            return Harmless(least);
        }

        if (number >= least && number <= most)
            return number;
        Fault(PolicyRules.OutOfRange, name, string.Create(CultureInfo.InvariantCulture, $"{number} is not within {least} to {most}."));
        return Harmless(least);
    }

    /// <summary>What a figure with a fault reads as: nothing that leads to a second fault.</summary>
    private static int Harmless(int least) => Math.Max(least, 1);

    private bool Flag(string name, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fault(PolicyRules.TypeWrong, name, $"true or false is expected, not {Kind(value)}.");
        return value.ValueKind == JsonValueKind.True;
    }

    private ImmutableArray<(JsonElement Value, string Path)> List(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            Fault(PolicyRules.TypeWrong, name, $"A list is expected, not {Kind(value)}.");
        else if (value.GetArrayLength() == 0)
            Fault(PolicyRules.OutOfRange, name, "The list is empty; it has at least one element.");
        else
            return [.. value.EnumerateArray().Select((element, i) => (element, $"{PathOf(name)}[{i}]"))];
        return [];
    }

    private ImmutableArray<T> Names<T>(string name, JsonElement value, FrozenDictionary<string, T> known)
    {
        var names = ImmutableArray.CreateBuilder<T>();
        foreach (var (element, path) in List(name, value))
        {
            if (element.ValueKind != JsonValueKind.String)
                Faults.Add(PolicyRules.TypeWrong.At(path, $"A text is expected, not {Kind(element)}."));
            else if (!known.TryGetValue(element.GetString() ?? "", out var member))
                Faults.Add(PolicyRules.ValueUnknown.At(path, $"'{element.GetString()}' is none of {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}."));
            else if (names.Contains(member))
                Faults.Add(PolicyRules.Repeated.At(path, $"'{element.GetString()}' stands in the list before."));
            else
                names.Add(member);
        }

        return names.ToImmutable();
    }
}
