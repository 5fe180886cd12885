using System.Collections.Frozen;
using Reconciliation.Benchmarks.DemoMonth.Claims;

namespace Reconciliation.Benchmarks.DemoMonth;

/// <summary>How much of everything a month holds.</summary>
public sealed record MonthMix
{
    /// <summary>The month that the demo ships.</summary>
    public static MonthMix Demo { get; } = new();

    /// <summary>From which everything is drawn: the same seed, the same bytes.</summary>
    public ulong Seed { get; init; } = 20260901;

    /// <summary>Distinct entries of all accounts together; ordinary business fills up to it.</summary>
    public int EntryCount { get; init; } = 600;

    /// <summary>Invoices, with those that nobody pays.</summary>
    public int InvoiceCount { get; init; } = 238;

    /// <summary>Credit notes, with those that nobody uses.</summary>
    public int CreditNoteCount { get; init; } = 12;

    /// <summary>How often each difficulty comes: payments, or invoices where several payments make one story.</summary>
    internal FrozenDictionary<Difficulty, int> Shares { get; init; } = new Dictionary<Difficulty, int>
    {
        [Difficulty.NumberGiven] = 32,
        [Difficulty.NumberReshaped] = 9,
        [Difficulty.NumberSplit] = 8,
        [Difficulty.NumberMisspelt] = 9,
        [Difficulty.StructuredReference] = 13,
        [Difficulty.OrderNumber] = 5,
        [Difficulty.CustomerNumber] = 4,
        [Difficulty.KnownAccountOnly] = 7,
        [Difficulty.NameOnly] = 6,
        [Difficulty.SeveralInvoices] = 9,
        [Difficulty.SeveralLessCreditNote] = 2,
        [Difficulty.Partial] = 8,
        [Difficulty.InParts] = 8,
        [Difficulty.Overpaid] = 4,
        [Difficulty.Underpaid] = 4,
        [Difficulty.LessBankCharges] = 3,
        [Difficulty.DiscountTaken] = 5,
        [Difficulty.DiscountTooLate] = 2,
        [Difficulty.PaidTwice] = 3,
        [Difficulty.Twins] = 2,
        [Difficulty.MonthlyContract] = 2,
        [Difficulty.ThirdParty] = 5,
        [Difficulty.AccountOfAnother] = 2,
        [Difficulty.Homonyms] = 2,
        [Difficulty.PublicMandate] = 5,
        [Difficulty.DirectDebit] = 10,
        [Difficulty.Cheques] = 3,
        [Difficulty.BatchCredit] = 2,
        [Difficulty.SettledLongAgo] = 5,
        [Difficulty.Deposit] = 14,
        [Difficulty.WebOrder] = 66,
        [Difficulty.LookAlike] = 5,
    }.ToFrozenDictionary();
}
