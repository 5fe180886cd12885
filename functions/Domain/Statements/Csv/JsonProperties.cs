using System.Collections.Immutable;
using System.Text.Json;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>The properties of a JSON object, taken one by one; what is wrong with them and what is left over is named by path.</summary>
internal sealed class JsonProperties
{
    private readonly Dictionary<string, JsonElement> _left = new(StringComparer.Ordinal);
    private readonly string _prefix;

    /// <summary>The properties of an object that stands at a path.</summary>
    public JsonProperties(JsonElement element, string path)
        : this(element, path, "", [])
    {
    }

    private JsonProperties(JsonElement? element, string path, string prefix, List<string> errors)
    {
        Path = path;
        Errors = errors;
        _prefix = prefix;
        if (element is not { } given)
            return;
        if (given.ValueKind != JsonValueKind.Object)
        {
            errors.Add(prefix.Length == 0 ? "is not an object" : $"{prefix.TrimEnd('.')}: is not an object");
            return;
        }

        foreach (var property in given.EnumerateObject())
        {
            if (!_left.TryAdd(property.Name, property.Value))
                Fault(property.Name, "is given twice");
        }
    }

    /// <summary>Where the outermost object stands.</summary>
    public string Path { get; }

    /// <summary>Everything found wrong so far, in this object and those inside it.</summary>
    public List<string> Errors { get; }

    /// <summary>The names of the properties that were not taken yet, in order.</summary>
    public IEnumerable<string> Left => _left.Keys.Order(StringComparer.Ordinal);

    /// <summary>Where a property stands.</summary>
    public string PathOf(string name) => _prefix + name;

    /// <summary>Where the object itself stands; empty for the outermost.</summary>
    public string Place => _prefix.TrimEnd('.');

    /// <summary>Notes a fault of a property.</summary>
    public void Fault(string name, string fault) => Errors.Add($"{_prefix}{name}: {fault}");

    /// <summary>Notes every property that was not taken.</summary>
    public void RefuseTheRest()
    {
        foreach (var name in _left.Keys.Order(StringComparer.Ordinal))
            Fault(name, "is not a known property");
    }

    /// <summary>A text; null where it is not given.</summary>
    public string? Text(string name)
    {
        if (!_left.Remove(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        Fault(name, "is not a text");
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string name)
    {
        var isGiven = _left.ContainsKey(name);
        var text = Text(name);
        if (!isGiven)
            Fault(name, "is missing");
        return text ?? "";
    }

    /// <summary>A list of texts; a single text stands for a list of one. Empty where it is not given.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        if (!_left.TryGetValue(name, out var value) || value.ValueKind != JsonValueKind.Array)
            return Text(name) is { } single ? [single] : [];
        _left.Remove(name);
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { } text)
                texts.Add(text);
            else
                Fault($"{name}[{texts.Count}]", "is not a text");
        }

        return texts.ToImmutable();
    }

    /// <summary>A text of one character.</summary>
    public char Character(string name, char otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (text.Length == 1)
            return text[0];
        Fault(name, "is not one character");
        return otherwise;
    }

    /// <summary>True or false; false where it is not given.</summary>
    public bool Flag(string name)
    {
        if (!_left.Remove(name, out var value))
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fault(name, "is neither true nor false");
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>A whole number from 0 to 100; 0 where it is not given.</summary>
    public int Count(string name)
    {
        if (!_left.Remove(name, out var value))
            return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count is >= 0 and <= 100)
            return count;
        Fault(name, "is not a whole number from 0 to 100");
        return 0;
    }

    /// <summary>A whole number between two others, both inclusive; null where it is not given.</summary>
    public int? WholeNumber(string name, int least, int most)
    {
        if (!_left.Remove(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Fault(name, $"is not a whole number from {least} to {most}");
        return null;
    }

    /// <summary>A decimal number from 0 to 1; null where it is not given.</summary>
    public decimal? Share(string name)
    {
        if (!_left.Remove(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var share) && share is >= 0 and <= 1)
            return share;
        Fault(name, "is not a number from 0 to 1");
        return null;
    }

    /// <summary>The object of a property; one without properties where it is not given.</summary>
    public JsonProperties Section(string name) =>
        new(_left.Remove(name, out var value) ? value : null, Path, $"{_prefix}{name}.", Errors);

    /// <summary>The objects of a list; none where it is not given.</summary>
    public IEnumerable<JsonProperties> Sections(string name)
    {
        if (!_left.Remove(name, out var value))
            yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fault(name, "is not a list");
            yield break;
        }

        var place = 0;
        foreach (var item in value.EnumerateArray())
            yield return new JsonProperties(item, Path, $"{_prefix}{name}[{place++}].", Errors);
    }
}
