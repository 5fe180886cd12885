using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Interest;

/// <summary>A rate that the law refers to and that changes each semester.</summary>
public enum ReferenceRateKind
{
    /// <summary>
    /// Taux refi: the rate of the main refinancing operations of the European Central Bank, as in force on 1 January or
    /// 1 July (C. com. L441-10 II).
    /// </summary>
    MainRefinancing,

    /// <summary>Taux de l'intérêt légal of creditors who are natural persons without professional needs (CMF L313-2).</summary>
    LegalPrivateCreditor,

    /// <summary>Taux de l'intérêt légal in all other cases, so of every company whoever its debtor is (CMF L313-2).</summary>
    LegalOtherCreditor,
}

/// <summary>A reference rate of a semester, with where it was published.</summary>
/// <param name="Kind">Which rate.</param>
/// <param name="Semester">When it holds: from the first day of the semester to its last, both inclusive.</param>
/// <param name="Rate">The rate.</param>
/// <param name="Source">The order (arrêté) with its place in the Journal officiel, or the decision of the bank.</param>
public sealed record ReferenceRate(ReferenceRateKind Kind, Semester Semester, AnnualRate Rate, string Source);

/// <summary>Names of reference rates for people.</summary>
internal static class ReferenceRateNames
{
    public static string Name(this ReferenceRateKind kind) => kind switch
    {
        ReferenceRateKind.MainRefinancing => "ECB main refinancing rate",
        ReferenceRateKind.LegalPrivateCreditor => "legal interest rate of private creditors",
        ReferenceRateKind.LegalOtherCreditor => "legal interest rate of other creditors",
    };
}
