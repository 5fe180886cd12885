using System.Collections.Immutable;
using System.Text;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>A notation of dates, taken apart once: where its digits and its marks stand, if it consists of nothing else.</summary>
internal sealed class CsvDateFormat
{
    private readonly ImmutableArray<string> _format;
    private readonly bool _isFixed;
    private readonly int _year;
    private readonly int _month;
    private readonly int _day;

    /// <summary>The notation of a custom format string of .NET.</summary>
    public CsvDateFormat(string format)
    {
        _format = [format];
        (_year, _month, _day) = (format.IndexOf("yyyy", StringComparison.Ordinal), format.IndexOf("MM", StringComparison.Ordinal), format.IndexOf("dd", StringComparison.Ordinal));
        _isFixed = _year >= 0 && _month >= 0 && _day >= 0 && format.Count(char.IsAsciiLetter) == 8 && format.All(c => char.IsAsciiLetter(c) || c is '.' or '-' or '/');
    }

    /// <summary>The day; false where the text is not in this notation.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, out DateOnly day)
    {
        if (!_isFixed)
            return CsvDate.TryRead(Encoding.UTF8.GetString(text), _format, out day);
        day = default;
        var format = _format[0];
        if (text.Length != format.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetter(format[i]) ? !char.IsAsciiDigit((char)text[i]) : text[i] != format[i])
                return false;
        }

        return CalendarDay.TryOf((TwoDigits(text, _year) * 100) + TwoDigits(text, _year + 2), TwoDigits(text, _month), TwoDigits(text, _day), out day);
    }

    private static int TwoDigits(ReadOnlySpan<byte> text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
