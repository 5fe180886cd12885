using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.DemoMonth.Banks;

/// <summary>An entry as the bank knows it, before it is written in any notation.</summary>
internal sealed record BankLine
{
    public required HouseAccount Account { get; init; }

    /// <summary>The booking date; a weekend day only for an instant payment.</summary>
    public required DateOnly Booked { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>Positive for money in.</summary>
    public required Money Amount { get; init; }

    /// <summary>The payments in it; one as a rule.</summary>
    public required ImmutableArray<LineDetail> Details { get; init; }

    /// <summary>The bank's own words instead of those of the operation; null for those.</summary>
    public string? BankText { get; init; }

    /// <summary>What the banks kept; null for nothing.</summary>
    public Money? Charges { get; init; }

    /// <summary>ISO 20022 return reason; null for none.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>Slip or cheque number of seven digits; null for none.</summary>
    public string? SlipNumber { get; init; }

    /// <summary>What it is about, where it is not told by detail.</summary>
    public Truth Truth => Details[0].Truth;

    public DateOnly ValueDate => Operation switch
    {
        Operation.ChequesDeposited => Booked.AddDays(2),
        Operation.CardsCollected => Booked.AddDays(1),
        Operation.CardPaid or Operation.ChequePaid => Booked.AddDays(-1),
        _ => Booked,
    };

    /// <summary>The same line with its only detail changed.</summary>
    public BankLine With(Func<LineDetail, LineDetail> change) => this with { Details = [change(Details.Single())] };
}

/// <summary>One payment in an entry.</summary>
internal sealed record LineDetail
{
    public required Money Amount { get; init; }

    /// <summary>The other side's name; null where the bank does not say.</summary>
    public string? Name { get; init; }

    /// <summary>The other side's account; null where the bank does not say.</summary>
    public Iban? Account { get; init; }

    public string? Bic { get; init; }

    /// <summary>On whose behalf the other side acts; null for nobody.</summary>
    public string? UltimateName { get; init; }

    public string? EndToEndId { get; init; }

    public string? MandateId { get; init; }

    /// <summary>Lines of free text.</summary>
    public ImmutableArray<string> Text { get; init; } = [];

    /// <summary>A creditor reference in its own field; null for none.</summary>
    public CreditorReference? StructuredReference { get; init; }

    public required Truth Truth { get; init; }
}
