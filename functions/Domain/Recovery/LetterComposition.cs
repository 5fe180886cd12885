using System.Collections.Immutable;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>Fills a text with its values, once as plain text and once as HTML.</summary>
internal sealed class LetterComposition(StageText text, DebtorKind kind, LetterValues values, LetterWords words, string language)
{
    public LetterOutcome Outcome()
    {
        var parts = text.Body.Where(part => part.For.Contains(kind) && !IsLeftOut(part)).ToImmutableArray();
        var subject = text.Subjects.First(part => part.For.Contains(kind) && !IsLeftOut(part));
        if (parts.Append(subject).SelectMany(Missing).Select(placeholder => (Placeholder?)placeholder).FirstOrDefault() is { } missing)
            return Letters.Refuse(LetterRefusals.ValueMissing, $"The text needs {{{Placeholders.NameOf(missing)}}}, which is not known.");
        return new LetterOutcome.Composed(new Letter
        {
            Language = language,
            Subject = Filled(subject),
            Body = Plain(parts),
            Html = new HtmlLetter(language, Filled(subject), values, words).Page(parts, Filled),
            Sender = values.Sender,
            Recipient = values.Recipient,
        });
    }

    private string Plain(ImmutableArray<TextPart> parts)
    {
        var paragraphs = parts.Select(part =>
            part.IsOnly(Placeholder.Items) ? PlainItems()
            : part.IsOnly(Placeholder.History) ? string.Join('\n', values.History)
            : Filled(part));
        return string.Join("\n\n", paragraphs.Append(string.Join('\n', values.Signature))) + "\n";
    }

    private string PlainItems()
    {
        var lines = values.Items.Select(item =>
            $"- {item.Document} ({words.Due}{words.Colon}{item.Due}, {words.Reference}{words.Colon}{item.Reference}){words.Colon}{item.Open}");
        return string.Join('\n', lines.Concat(HtmlLetter.Totals(values, words).Select(total => $"{total.Label}{words.Colon}{total.Amount}")));
    }

    private bool IsLeftOut(TextPart part) => part.IsOptional && Missing(part).Any();

    private IEnumerable<Placeholder> Missing(TextPart part) =>
        part.Pieces.Select(piece => piece.Placeholder).OfType<Placeholder>()
            .Where(placeholder => !Placeholders.IsBlock(placeholder) && values.Of(placeholder) is null);

    private string Filled(TextPart part) =>
        string.Concat(part.Pieces.Select(piece => piece.Placeholder is { } placeholder ? values.Of(placeholder) : piece.Words));
}
