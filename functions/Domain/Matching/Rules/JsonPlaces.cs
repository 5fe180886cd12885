using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>The line on which each value of a JSON text begins, by its path.</summary>
internal sealed class JsonPlaces
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private JsonPlaces()
    {
    }

    /// <summary>The first line with a text that is no text, because half of a character is missing; null for none.</summary>
    public int? BrokenText { get; private set; }

    /// <summary>The lines of a text that is JSON.</summary>
    public static JsonPlaces Of(string json)
    {
        var places = new JsonPlaces();
        places.Read(Encoding.UTF8.GetBytes(json));
        return places;
    }

    /// <summary>The line from 1 of a path, or of what stands around it.</summary>
    public int LineOf(string path)
    {
        for (; path.Length > 0; path = path[..Math.Max(path.LastIndexOfAny(['.', '[']), 0)])
        {
            if (_lines.TryGetValue(path, out var line))
                return line;
        }

        return 1;
    }

    private void Read(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var around = new Stack<(string Path, int Next)>();
        var (path, line, counted) = ("", 1, 0);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += utf8.AsSpan(counted, start - counted).Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path = Join(around.Peek().Path, Text(ref reader, line));
                    _lines.TryAdd(path, line);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    around.Pop();
                    break;
                case JsonTokenType.String:
                    Text(ref reader, line);
                    Begin(around, path, line, reader.TokenType);
                    break;
                default:
                    Begin(around, path, line, reader.TokenType);
                    break;
            }
        }
    }

    private string Text(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // The parser takes the escape of half a character and refuses it only here.
            BrokenText ??= line;
            return "";
        }
    }

    /// <summary>A value: of the property just named, or the next of a list.</summary>
    private void Begin(Stack<(string Path, int Next)> around, string property, int line, JsonTokenType token)
    {
        var path = property;
        if (around.TryPeek(out var list) && list.Next >= 0)
        {
            around.Pop();
            around.Push((list.Path, list.Next + 1));
            path = string.Create(CultureInfo.InvariantCulture, $"{list.Path}[{list.Next}]");
        }

        _lines.TryAdd(path, line);
        if (token is JsonTokenType.StartObject)
            around.Push((path, -1));
        else if (token is JsonTokenType.StartArray)
            around.Push((path, 0));
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
