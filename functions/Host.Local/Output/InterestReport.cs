using System.Globalization;
using Reconciliation.Domain;
using Reconciliation.Domain.Interest;
using Reconciliation.Domain.Receivables;
using Spectre.Console;

namespace Reconciliation.Host.Local.Output;

/// <summary>The late interest of a debt, for people and for programs.</summary>
internal static class InterestReport
{
    /// <summary>Parts are shown beyond cents, so that they can be seen to add up to what is rounded once.</summary>
    private const int MoreDecimals = 4;

    public static void Write(LateInterest interest)
    {
        if (!interest.Segments.IsEmpty)
            AnsiConsole.Write(Segments(interest));
        AnsiConsole.MarkupLine($"Late interest: [bold]{interest.Total}[/], rounded once from the sum of the parts.");
        if (!interest.IndemniteForfaitaire.IsZero)
            AnsiConsole.MarkupLine($"Indemnity for the costs of recovery (indemnité forfaitaire, D441-5): [bold]{interest.IndemniteForfaitaire}[/], once.");
        foreach (var warning in interest.Warnings)
            AnsiConsole.MarkupLine($"[yellow]warning[/] {Markup.Escape(warning.Message)} [grey]({warning.Code})[/]");
    }

    public static object Json(LateInterest interest) => new
    {
        Segments = interest.Segments.Select(segment => new
        {
            From = Day(segment.From),
            To = Day(segment.To),
            segment.Days,
            Base = segment.Base.ToDecimalString(),
            Rate = PerCent(segment.Rate.Rate),
            segment.Rate.Basis,
            segment.Rate.Reference.Source,
            Amount = segment.Amount.ToDecimalString(MoreDecimals),
            ExactMinorUnits = $"{segment.Amount.Numerator}/{segment.Amount.Denominator}",
        }),
        Currency = interest.Total.Currency.Code,
        Total = interest.Total.ToDecimalString(),
        Indemnity = interest.IndemniteForfaitaire.ToDecimalString(),
        IndemnityCurrency = interest.IndemniteForfaitaire.Currency.Code,
        interest.Warnings,
    };

    private static Table Segments(LateInterest interest)
    {
        var table = Tables.New("Late interest", "from", "to", "days>", "base>", "% a year>", "rate", "amount>");
        foreach (var segment in interest.Segments)
        {
            var source = $"{segment.Rate.Basis}\n[grey]{Markup.Escape(segment.Rate.Reference.Source)}[/]";
            table.AddRow(
                Day(segment.From), Day(segment.To), segment.Days.ToString(CultureInfo.InvariantCulture), Figures.Of(segment.Base),
                PerCent(segment.Rate.Rate), source, segment.Amount.ToDecimalString(MoreDecimals));
        }

        return table;
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string PerCent(AnnualRate rate) => rate.PerCent.ToString("0.00######", CultureInfo.InvariantCulture);
}
