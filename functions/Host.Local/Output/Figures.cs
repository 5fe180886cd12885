using Reconciliation.Domain;

namespace Reconciliation.Host.Local.Output;

/// <summary>Amounts for people to read.</summary>
internal static class Figures
{
    /// <summary>Digits in groups of three, a point, the currency: <c>-12 345.60 EUR</c>.</summary>
    public static string Of(Money amount) => $"{(amount.IsZero ? amount.ToDecimalString() : Plain(amount))} {amount.Currency.Code}";

    /// <summary>The same without the currency; a dash for nothing.</summary>
    public static string Plain(Money amount)
    {
        if (amount.IsZero)
            return "-";
        var figure = amount.Abs().ToDecimalString();
        var point = figure.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? figure : figure[..point];
        for (var place = whole.Length - 3; place > 0; place -= 3)
            whole = whole.Insert(place, " ");
        return $"{(amount.IsNegative ? "-" : "")}{whole}{(point < 0 ? "" : figure[point..])}";
    }
}
