using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Reconciliation.Domain.Statements.Csv;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>Rules from JSON, with every fault named by its place.</summary>
internal sealed class RuleBookJson
{
    private const int MostRules = 500;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly Dictionary<string, (NumberPattern Pattern, string Text)> _patterns = new(StringComparer.Ordinal);
    private readonly RuleFaults _faults;
    private readonly string? _creditor;

    private RuleBookJson(RuleFaults faults, string? creditor)
    {
        _faults = faults;
        _creditor = creditor;
    }

    public static RuleBookReading Read(string json, string? creditor)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var places = JsonPlaces.Of(json);
            if (places.BrokenText is { } line)
                return new RuleBookReading(null, [new RuleFault("", line, "holds half a character (a lone surrogate)", "Write the whole character.")]);
            var faults = new RuleFaults(places);
            var rules = new RuleBookJson(faults, creditor).Read(document.RootElement);
            return faults.All is { IsEmpty: false } found ? new RuleBookReading(null, found) : new RuleBookReading(new RuleBook(rules), []);
        }
        catch (JsonException fault)
        {
            // The parser counts lines from 0 in its message.
            var message = fault.Message.Split(" LineNumber:")[0].TrimEnd('.');
            return new RuleBookReading(null, [new RuleFault("", (int)(fault.LineNumber ?? 0) + 1, $"is not JSON: {message}", "Correct the text there.")]);
        }
    }

    private List<MatchRule> Read(JsonElement root)
    {
        var source = new JsonProperties(root, "rules");
        if (root.ValueKind != JsonValueKind.Object)
        {
            _faults.Add("", "is not an object", "Write { \"rules\": [ … ] }.");
            return [];
        }

        ReadPatterns(source, root);
        if (!root.TryGetProperty("rules", out var elements))
            _faults.Add("rules", "is missing", "Write \"rules\": [], where there is none.");
        var raw = elements.ValueKind == JsonValueKind.Array ? elements.EnumerateArray().ToList() : [];
        var rules = source.Sections("rules").Select((rule, i) => Rule(rule, raw[i])).ToList();
        source.RefuseTheRest();
        _faults.AddRange(source.Errors);
        if (rules.Count > MostRules)
            _faults.Add("rules", $"holds more than {MostRules} rules", "Join rules that do the same, by lists and any.");
        return rules;
    }

    private void ReadPatterns(JsonProperties source, JsonElement root)
    {
        var patterns = source.Section("patterns");
        foreach (var name in patterns.Left.ToList())
        {
            var path = patterns.PathOf(name);
            var pattern = patterns.Section(name);
            var (find, number) = (pattern.RequiredText("find"), pattern.Text("number") ?? $"{{{NumberPattern.Group}}}");
            pattern.RefuseTheRest();
            if (find.Length == 0)
                continue;
            if (NumberPattern.TryMake(name, find, number, out var fault) is { } made)
                _patterns.Add(name, (made, Text(root.GetProperty("patterns").GetProperty(name))));
            else
                _faults.Add(path, fault ?? "", "Write an expression over plain capitals such as \"DOSSIER (?<number>[0-9]{4,6})\", without look-around and references back.");
        }
    }

    private MatchRule Rule(JsonProperties source, JsonElement element)
    {
        var id = Id(source);
        var name = source.RequiredText("name");
        var creditor = Creditor(source);
        var priority = source.WholeNumber("priority", -1_000_000, 1_000_000) ?? 100;
        var timing = Timing(source);
        var decides = source.Flag("decides");
        var condition = new RuleConditionJson(_faults).Read(source, "if");
        var then = source.Section("then");
        var effect = new RuleEffectJson(_faults, name => _patterns.TryGetValue(name, out var known) ? known.Pattern : null).Read(then);
        source.RefuseTheRest();
        var rule = new MatchRule(condition, effect)
        {
            Id = id,
            Name = name,
            Version = VersionOf(element, effect),
            Creditor = _creditor is null ? null : creditor,
            Priority = priority,
            When = timing,
            Decides = decides,
        };
        RuleChecks.Check(rule, source.Place, _faults);
        return rule;
    }

    private string Id(JsonProperties source)
    {
        var id = source.RequiredText("id");
        if (id.Length is 0 or > 60 || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
            _faults.Add(source.PathOf("id"), "is not an identifier", "Write 1 to 60 letters without accents, digits, hyphens, points.");
        else if (!_faults.IsNew(id))
            _faults.Add(source.PathOf("id"), $"'{id}' is the id of another rule", "Give each rule an id of its own.");
        return id;
    }

    private string? Creditor(JsonProperties source)
    {
        var creditor = source.Text("creditor");
        if (creditor is not null && _creditor is not null && creditor != _creditor)
            _faults.Add(source.PathOf("creditor"), $"'{creditor}' is no creditor of this ledger", $"Write \"{_creditor}\", or leave it out.");
        return creditor;
    }

    private RuleTiming Timing(JsonProperties source)
    {
        var word = source.RequiredText("when");
        var timing = word switch { "before" => RuleTiming.Before, "after" => RuleTiming.After, "instead" => RuleTiming.Instead, _ => (RuleTiming?)null };
        if (timing is null && word.Length > 0)
            _faults.Add(source.PathOf("when"), $"'{word}' is none of before, after, instead", "Write one of them.");
        return timing ?? RuleTiming.Before;
    }

    private string VersionOf(JsonElement element, RuleEffect effect) =>
        DeterministicId.Of("match-rule", Text(element), effect is SettleNumber settle ? _patterns[settle.Pattern.Name].Text : "")[..12];

    /// <summary>The text of an element without blanks and comments.</summary>
    private static string Text(JsonElement element)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
            element.WriteTo(writer);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
