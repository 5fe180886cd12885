using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Matching.Data;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Matching.Files;

/// <summary>A statement with its payments, before it is written in the notation of its bank.</summary>
/// <param name="House">The creditor's account.</param>
/// <param name="Number">The number of the statement, from 1.</param>
/// <param name="Opening">The balance before, in cents.</param>
/// <param name="Payments">The entries in order; at least one.</param>
internal sealed record StatementToWrite(HouseAccount House, int Number, long Opening, IReadOnlyList<LabelledPayment> Payments)
{
    public long Closing => Opening + Payments.Sum(payment => payment.Cents);

    public DateOnly First => Payments.Min(payment => payment.Booked);

    public DateOnly Last => Payments.Max(payment => payment.Booked);

    /// <summary>The ending of the files of its bank.</summary>
    public string Extension => House == InventedCreditor.Atlantide ? "xml" : House == InventedCreditor.Boreal ? "sta" : "cfonb";

    /// <summary>The bank's reference of an entry, unique in the account.</summary>
    public string ReferenceOf(int entry) => Invariant($"L{Number:000000}{entry:00000}");

    /// <summary>Writes it in the notation of its bank.</summary>
    public void Write(Stream file)
    {
        if (House == InventedCreditor.Atlantide)
            CamtFile.Write(file, this);
        else if (House == InventedCreditor.Boreal)
            Mt940File.Write(file, this);
        else
            CfonbFile.Write(file, this);
    }
}
