using Spectre.Console;

namespace Reconciliation.Host.Local.Output;

/// <summary>Tables in one style.</summary>
internal static class Tables
{
    /// <summary>A table with a title; a column whose name ends in &gt; is set to the right.</summary>
    public static Table New(string title, params ReadOnlySpan<string> columns)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]{Markup.Escape(title)}[/]");
        foreach (var column in columns)
        {
            var isRight = column.EndsWith('>');
            var added = new TableColumn(Markup.Escape(column.TrimEnd('>')));
            table.AddColumn(isRight ? added.RightAligned().NoWrap() : added);
        }

        return table;
    }
}
