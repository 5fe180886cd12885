using System.Collections.Immutable;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.Matching.Data;

/// <summary>A receivable with what the payments made up so far have left open of it. It never goes below zero.</summary>
internal sealed class Claim(Receivable receivable, PrintedNumber number, PayingDebtor debtor, ImmutableArray<Instalment> terms)
{
    private const string Creditor = "creditor";

    private readonly long[] _open = terms.IsEmpty ? [receivable.SignedAmount.MinorUnits] : [.. terms.Select(t => t.Amount.MinorUnits)];

    public Receivable Receivable { get; } = receivable;

    /// <summary>The number with its parts.</summary>
    public PrintedNumber Number { get; } = number;

    public PayingDebtor Debtor { get; } = debtor;

    /// <summary>Its terms by sequence; empty for none.</summary>
    public ImmutableArray<Instalment> Terms { get; } = terms;

    public string Printed => Receivable.Number;

    /// <summary>The whole amount in minor units, negative for a credit note.</summary>
    public long Total => Receivable.SignedAmount.MinorUnits;

    /// <summary>What the payments so far leave, in minor units.</summary>
    public long Open => _open.Sum();

    public bool IsUntouched => Open == Total;

    public bool IsInvoice => Total > 0;

    public int PartCount => _open.Length;

    public long OpenOf(int part) => _open[part];

    /// <summary>The last day on which a part is paid in time.</summary>
    public DateOnly DueOf(int part) => Terms.IsEmpty ? Receivable.DueDate : Terms[part].DueDate;

    /// <summary>Settles some of a part; more than is open is a fault of the scenario and throws.</summary>
    public Part Settle(int part, long minorUnits)
    {
        if (minorUnits == 0 || Math.Sign(minorUnits) != Math.Sign(_open[part]) || Math.Abs(minorUnits) > Math.Abs(_open[part]))
            throw new InvalidOperationException($"{minorUnits} of {_open[part]} open on {Printed} cannot be settled.");
        _open[part] -= minorUnits;
        return new Part(Printed, Terms.IsEmpty ? null : Terms[part].Sequence, minorUnits);
    }

    /// <summary>Settles everything that is open.</summary>
    public ImmutableArray<Part> SettleAll()
    {
        var settled = ImmutableArray.CreateBuilder<Part>();
        for (var part = 0; part < _open.Length; part++)
        {
            if (_open[part] != 0)
                settled.Add(Settle(part, _open[part]));
        }

        return settled.ToImmutable();
    }

    /// <summary>Settles with less money than is open, because a discount or nothing at all makes up for the rest.</summary>
    public ImmutableArray<Part> SettleWith(long minorUnits, bool closes = false)
    {
        ImmutableArray<Part> settled = [Settle(0, minorUnits)];
        if (closes)
            _open[0] = 0;
        return settled;
    }

    /// <summary>The parts as the ledger opens them, before any payment.</summary>
    public IEnumerable<OpenItem> ToOpenItems()
    {
        for (var part = 0; part < _open.Length; part++)
        {
            yield return new OpenItem
            {
                Account = new AccountId(Creditor, Debtor.Debtor.Id, Receivable.Amount.Currency),
                Receivable = Receivable,
                Instalment = Terms.IsEmpty ? null : Terms[part].Sequence,
                DueDate = DueOf(part),
                Open = Terms.IsEmpty ? Receivable.SignedAmount : Terms[part].Amount,
                Debtor = Debtor.Debtor,
            };
        }
    }
}
