using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Checks;

/// <summary>
/// Finds entries of an account that have one reference of the bank, one amount and one day. Looks over the whole file as
/// far as memory is bounded: among the last 30,000 entries with a reference at least.
/// </summary>
internal sealed class RepeatedReferences
{
    private const int MostRecent = 30_000;

    private Dictionary<ulong, Place> _recent = [];
    private Dictionary<ulong, Place> _before = [];
    private EntryKey _account;
    private int _statement;

    public void Begin(StatementOpened opened)
    {
        _statement++;
        _account = EntryKey.New();
        _account.Add(opened.Account.Value);
        _account.Add((long)opened.Kind);
    }

    /// <summary>The finding that this entry gives rise to; null for none.</summary>
    public Diagnostic? See(StatementEntry entry)
    {
        if (entry.Amount.IsZero || KeyOf(entry) is not { } key)
            return null;
        if (!_recent.TryGetValue(key, out var first) && !_before.TryGetValue(key, out first))
        {
            Keep(key, new Place(_statement, entry.Position, entry.Line));
            return null;
        }

        var where = first.Statement == _statement ? "" : $" in statement {first.Statement} of the file";
        return DiagnosticRules.ReferenceRepeated.At(
            $"The entry of {entry.Amount} on {entry.BookingDate} has the bank's reference, amount and day of {Wording.Entry(first.Position, first.Line)}{where}.",
            entry.Line, "bank reference", entry.BankReference ?? entry.Details[0].References.BankReference);
    }

    private void Keep(ulong key, Place place)
    {
        if (_recent.Count >= MostRecent)
            (_before, _recent) = (_recent, new Dictionary<ulong, Place>(MostRecent));
        _recent.Add(key, place);
    }

    // The parts that EntryIdentity goes by.
    private ulong? KeyOf(StatementEntry entry)
    {
        var single = entry.Details is [{ References.BankReference: { } own }] && own != entry.BankReference ? own : null;
        if (entry.BankReference is null && single is null)
            return null;
        var key = _account;
        key.Add(entry.BankReference);
        key.Add(single);
        key.Add(entry.Amount.MinorUnits);
        key.Add(entry.BookingDate.Day.DayNumber);
        key.Add((long)entry.Status);
        return key.Value;
    }

    private readonly record struct Place(int Statement, int Position, int Line);
}
