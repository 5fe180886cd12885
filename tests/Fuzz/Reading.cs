using System.Text.Json;
using Reconciliation.Domain;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Fuzz;

/// <summary>One reading of a file, held to the contract of a reader part by part.</summary>
internal sealed class Reading
{
    private const int MostOfAPart = 1 << 20;

    private readonly List<string> _parts = [];
    private StatementOpened? _open;
    private RunningTotal? _booked;
    private int _position;
    private int _errors;

    private Reading()
    {
    }

    /// <summary>Every part as text, in order.</summary>
    public IReadOnlyList<string> Parts => _parts;

    /// <summary>The formats that it was taken for.</summary>
    public HashSet<StatementFormat> Formats { get; } = [];

    /// <summary>True where nothing stands against taking it in.</summary>
    public bool IsAcceptable => _errors == 0;

    private List<string> Unbalanced { get; } = [];

    /// <summary>Reads to the end; throws where the contract is broken.</summary>
    /// <param name="parts">What a reader yields.</param>
    /// <param name="length">The length of the file, which bounds how much may be said of it.</param>
    public static Reading Of(IEnumerable<StatementPart> parts, int length)
    {
        var reading = new Reading();
        foreach (var part in parts)
        {
            reading.Take(part);
            Must(reading._parts.Count <= 64 + length, $"{reading._parts.Count} parts come of {length} bytes.");
        }

        Must(reading._open is null, "A statement is not closed.");
        Must(!reading.IsAcceptable || reading.Formats.Count > 0, "A file without a statement is accepted.");
        Must(!reading.IsAcceptable || reading.Unbalanced.Count == 0, $"What does not add up is accepted: {string.Join("; ", reading.Unbalanced)}");
        return reading;
    }

    private void Take(StatementPart part)
    {
        switch (part)
        {
            case StatementOpened opened:
                Must(_open is null, "A statement opens inside another.");
                _open = opened;
                _booked = new RunningTotal(opened.Currency);
                _position = 0;
                Formats.Add(opened.Format);
                MustBeHeld(opened.Opening?.Amount);
                break;
            case StatementEntry entry:
                Must(_open is not null, "An entry stands outside of a statement.");
                Must(entry.Position == ++_position, $"Entry {_position} says that it is entry {entry.Position}.");
                Enter(entry);
                break;
            case StatementClosed closed:
                Must(_open is not null, "What is not open is closed.");
                MustBeHeld(closed.Closing?.Amount);
                Close(closed);
                break;
            case Diagnostic diagnostic:
                _errors += diagnostic.Severity == Severity.Error ? 1 : 0;
                Must(diagnostic.Line >= 0 && diagnostic.Message.Length is > 0 and < 4096, $"A finding {diagnostic.Code} on line {diagnostic.Line} has {diagnostic.Message.Length} characters.");
                break;
            default:
                Must(false, $"{part.GetType().Name} is no part.");
                break;
        }

        var text = JsonSerializer.Serialize(part, part.GetType());
        Must(text.Length <= MostOfAPart, $"A {part.GetType().Name} has {text.Length} characters.");
        _parts.Add(text);
    }

    /// <summary>What intake does with every entry has to bear it as well.</summary>
    private void Enter(StatementEntry entry)
    {
        MustBeHeld(entry.Amount);
        MustBeHeld(entry.Charges);
        foreach (var detail in entry.Details)
        {
            if (detail.Amount is { } amount)
                Must(amount.MinorUnits != long.MinValue, "A detail's amount has no opposite.");
        }

        if (entry.IsBooked)
            _booked!.Add(entry.Amount);
        foreach (var payment in BatchBooking.Split(entry))
            Must(EntryIdentity.FingerprintOf(_open!.Account, payment).Length > 0, "An entry has no fingerprint.");
    }

    private void Close(StatementClosed closed)
    {
        if (_open is { Kind: StatementKind.EndOfDay, Opening: { } opening } && closed.Closing is { } closing)
        {
            _booked!.Add(opening.Amount);
            if (_booked.Amount != closing.Amount)
                Unbalanced.Add($"{_booked} instead of {closing.Amount}");
        }

        _open = null;
    }

    private void MustBeHeld(Money? amount)
    {
        if (amount is not { } held)
            return;
        Must(held.MinorUnits != long.MinValue, "An amount has no opposite.");
        Must(held.Currency == _open!.Currency, $"An amount of {held.Currency} stands in a statement in {_open.Currency}.");
    }

    private static void Must(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
