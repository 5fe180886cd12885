using System.Collections.Immutable;

namespace Reconciliation.Domain.Recovery;

/// <summary>Splits a text into words and placeholders in braces.</summary>
internal static class TextTemplate
{
    public static ImmutableArray<TextPiece> Read(string text, Action<PolicyRule, string> fault)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var brace = rest.IndexOfAny('{', '}');
            var words = brace < 0 ? rest : rest[..brace];
            if (!words.IsEmpty)
                pieces.Add(new TextPiece(words.ToString(), null));
            if (brace < 0)
                break;
            var end = rest[brace..].IndexOf('}');
            if (rest[brace] == '}' || end < 0)
            {
                fault(PolicyRules.PlaceholderMalformed, $"A brace stands alone after '{Tail(words)}'.");
                break;
            }

            var name = rest.Slice(brace + 1, end - 1).ToString();
            if (Placeholders.Named(name) is { } placeholder)
                pieces.Add(new TextPiece("", placeholder));
            else
                fault(PolicyRules.PlaceholderUnknown, $"'{name}' is none of {string.Join(", ", Enum.GetValues<Placeholder>().Select(Placeholders.NameOf))}.");
            rest = rest[(brace + end + 1)..];
        }

        return pieces.ToImmutable();
    }

    private static string Tail(ReadOnlySpan<char> words) => words[Math.Max(0, words.Length - 20)..].ToString();
}
