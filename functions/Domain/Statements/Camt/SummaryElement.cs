using System.Globalization;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>
/// What the bank says that the entries come to (TxsSummry). Its sums name no currency, so they are understood at the end,
/// when the account's is known.
/// </summary>
internal sealed class SummaryElement(StatementScope scope)
{
    private Total? _all;
    private Total? _credits;
    private Total? _debits;

    /// <summary>Reads the summary at hand.</summary>
    public void Read()
    {
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "TtlNtries": _all = ReadTotal(name); break;
                case "TtlCdtNtries": _credits = ReadTotal(name); break;
                case "TtlDbtNtries": _debits = ReadTotal(name); break;
            }
        }
    }

    /// <summary>TtlCdtNtries; null where not given.</summary>
    public StatedTotal? Credits() => Understood(_credits);

    /// <summary>TtlDbtNtries; null where not given.</summary>
    public StatedTotal? Debits() => Understood(_debits);

    /// <summary>Holds TtlNtries against what was read, where the bank does not state credits and debits apart.</summary>
    /// <param name="entries">The entries read.</param>
    /// <param name="line">The end of the statement.</param>
    public void Check(int entries, int line)
    {
        if (_credits is not null || _debits is not null || Understood(_all) is not { } all)
            return;
        if (all.Count is { } count && count != entries)
            scope.Report(DiagnosticRules.TotalMismatch.At($"The bank states {count} entries, the file holds {entries}.", line, "TxsSummry/TtlNtries/NbOfNtries"));
        if (all.Sum is { } sum && sum != scope.Gross)
            scope.Report(DiagnosticRules.TotalMismatch.At($"The bank states entries of {sum}, they come to {scope.Gross}.", line, "TxsSummry/TtlNtries/Sum"));
    }

    private Total ReadTotal(string element)
    {
        var total = new Total($"TxsSummry/{element}", scope.Xml.Line, null, null);
        foreach (var name in scope.Xml.Children())
        {
            if (name == "NbOfNtries")
                total = total with { Count = scope.Xml.Text() };
            else if (name == "Sum")
                total = total with { Sum = scope.Xml.Text() };
        }

        return total;
    }

    private StatedTotal? Understood(Total? total) => total is { } stated
        ? new StatedTotal(Count(stated), stated.Sum is null ? null : scope.Figure(scope.Currency.Code, stated.Sum, stated.Line, stated.Field + "/Sum"))
        : null;

    private int? Count(Total total)
    {
        if (total.Count is null)
            return null;
        if (int.TryParse(total.Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return count;
        var field = total.Field + "/NbOfNtries";
        scope.Report(DiagnosticRules.TotalMismatch.At($"{field} '{total.Count}' is no number.", total.Line, field, total.Count));
        return null;
    }

    private sealed record Total(string Field, int Line, string? Count, string? Sum);
}
