using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Banks;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>A payment as its bank knows it, before it is written in any notation, with the truth about it.</summary>
internal sealed record LabelledPayment
{
    /// <summary>The name of its scenario.</summary>
    public string Scenario { get; init; } = "";

    public required DateOnly Booked { get; init; }

    /// <summary>Positive for money in.</summary>
    public required long Cents { get; init; }

    public Operation Operation { get; init; } = Operation.TransferReceived;

    /// <summary>The account of the creditor; its bank decides the notation.</summary>
    public HouseAccount House { get; init; } = InventedCreditor.Atlantide;

    /// <summary>Who pays, as the bank writes it; null where it does not say.</summary>
    public string? PayerName { get; init; }

    /// <summary>From which account; null where the bank does not say.</summary>
    public Iban? PayerAccount { get; init; }

    public string? PayerBank { get; init; }

    /// <summary>On whose behalf; null for the payer's own.</summary>
    public string? UltimateName { get; init; }

    /// <summary>The lines of the free text.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>A structured creditor reference in its own field; null for none.</summary>
    public string? StructuredReference { get; init; }

    /// <summary>Numbers of documents in fields of their own, where the notation has them.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    public string? EndToEndId { get; init; }

    public string? MandateId { get; init; }

    /// <summary>What banks kept and say so, in cents.</summary>
    public long? Charges { get; init; }

    /// <summary>ISO 20022 code of the reason for which money came back.</summary>
    public string? ReturnReason { get; init; }

    public Truth Truth { get; init; } = Truth.Nothing;
}
