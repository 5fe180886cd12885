using System.Text;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// The funds type of an amount and the fields that belong to it: when the money is available. How many fields follow
/// depends on the type, so that nothing behind it is found without it.
/// </summary>
internal sealed class Funds
{
    // Nobody spreads an amount over more days; a larger count is a field that slipped.
    private const int MostDays = 99;

    private readonly StringBuilder _fields = new();
    private char _type;
    private int _taken;
    private int _expected;

    /// <summary>Every field was taken.</summary>
    public bool IsComplete => _taken == _expected;

    /// <summary>The day that the type V names, from which the amount bears interest; null for another type or none.</summary>
    public ShortDate? Day { get; private set; }

    /// <summary>The availability as written, without what <see cref="Day"/> says; empty where there is nothing to say.</summary>
    public string Text => _fields.Length > 0 ? _fields.ToString() : _type is '1' ? "1" : _type is '2' ? "2" : "";

    /// <summary>The type is 0: available at once.</summary>
    public bool IsImmediate => _type == '0';

    /// <summary>Whether a field is a funds type: blank or Z for none, 0, 1, 2 days, S three amounts, V value date, D days.</summary>
    public static bool IsType(ReadOnlySpan<char> field) => field is "" or "0" or "1" or "2" or "S" or "V" or "D" or "Z";

    /// <summary>Begins with the type.</summary>
    public void Begin(ReadOnlySpan<char> type)
    {
        if (_fields.Length > 0)
            _fields.Clear();
        Day = null;
        _type = type.IsEmpty ? 'Z' : type[0];
        _taken = 0;
        _expected = _type switch { 'S' => 3, 'V' => 2, 'D' => 1, _ => 0 };
    }

    /// <summary>Takes a field of the type; false where the count of days is none.</summary>
    public bool Take(ReadOnlySpan<char> field)
    {
        _taken++;
        if (_type == 'D' && _taken == 1)
        {
            var days = Figure.Count(field) ?? -1;
            _expected += 2 * Math.Clamp(days, 0, MostDays);
            return days is >= 0 and <= MostDays;
        }

        if (_type == 'V' && _taken == 1)
            Day = GroupHeader.DateOf(field);
        else if (_type != 'V' || !field.IsEmpty)
            _fields.Append(_fields.Length == 0 ? $"{_type} " : "/").Append(field);
        return true;
    }
}
