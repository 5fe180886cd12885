using System.Collections.Immutable;
using System.Text;

namespace Reconciliation.Domain.Recovery;

/// <summary>Lays a letter out as a page of HTML that a screen reader can follow: language, headings of columns and rows, no layout tables.</summary>
internal sealed class HtmlLetter(string language, string subject, LetterValues values, LetterWords words)
{
    private readonly StringBuilder _page = new();

    /// <summary>The lines below the items: their sum, and what is left to pay where credits cover a part.</summary>
    public static IEnumerable<(string Label, string Amount)> Totals(LetterValues values, LetterWords words)
    {
        yield return (words.Sum, words.Amount(values.Sum));
        if (values.Credit.IsZero)
            yield break;
        yield return (words.Credit, words.Amount(-values.Credit));
        yield return (words.ToPay, words.Amount(values.Sum - values.Credit));
    }

    public string Page(ImmutableArray<TextPart> parts, Func<TextPart, string> filled)
    {
        Line("<!DOCTYPE html>");
        Line($"<html lang=\"{language}\">");
        Line($"<head><meta charset=\"utf-8\"><title>{Escaped(subject)}</title></head>");
        Line("<body>");
        Line($"<header><address>{Lines(values.Sender)}</address>");
        Line($"<p>{Lines(values.Recipient)}</p>");
        Line($"<p>{Escaped(values.Date)}</p></header>");
        Line("<main>");
        foreach (var part in parts)
        {
            if (part.IsOnly(Placeholder.Items))
                Table();
            else if (part.IsOnly(Placeholder.History))
                Line($"<ul>{string.Concat(values.History.Select(line => $"<li>{Escaped(line)}</li>"))}</ul>");
            else
                Line($"<p>{Lines(filled(part).Split('\n'))}</p>");
        }

        Line("</main>");
        Line($"<footer><address>{Lines(values.Signature)}</address></footer>");
        Line("</body>");
        Line("</html>");
        return _page.ToString();
    }

    private void Table()
    {
        Line("<table>");
        Line($"<caption>{Escaped(words.ItemsCaption)}</caption>");
        string[] heads = [words.Document, words.Issued, words.Due, words.Reference, words.Open];
        Line($"<thead><tr>{string.Concat(heads.Select(head => $"<th scope=\"col\">{Escaped(head)}</th>"))}</tr></thead>");
        Line("<tbody>");
        foreach (var item in values.Items)
            Line($"<tr><th scope=\"row\">{Escaped(item.Document)}</th>{Cell(item.Issued)}{Cell(item.Due)}{Cell(item.Reference)}{Cell(item.Open)}</tr>");
        Line("</tbody>");
        var totals = Totals(values, words).Select(total => $"<tr><th scope=\"row\" colspan=\"4\">{Escaped(total.Label)}</th>{Cell(total.Amount)}</tr>");
        Line($"<tfoot>{string.Concat(totals)}</tfoot>");
        Line("</table>");
    }

    private void Line(string line) => _page.Append(line).Append('\n');

    private static string Cell(string text) => $"<td>{Escaped(text)}</td>";

    private static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Escaped));

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
