using System.Collections.Immutable;
using System.Globalization;

namespace Reconciliation.Domain.Matching.Reading;

/// <summary>How much of a number a form of it keeps.</summary>
internal enum NumberFormKind
{
    /// <summary>All its digits, or all with the year in the other length.</summary>
    Whole,

    /// <summary>The digits after the year.</summary>
    WithoutYear,

    /// <summary>The last run of digits.</summary>
    Sequence,
}

/// <summary>Digits that stand for a number, without leading zeros.</summary>
/// <param name="Digits">The digits.</param>
/// <param name="Kind">How much of the number they are.</param>
internal readonly record struct NumberForm(string Digits, NumberFormKind Kind);

/// <summary>
/// The number of a document with the forms in which payers write it: <c>FAC-2026-00123</c> is <c>FAC202600123</c>, also
/// the digits <c>202600123</c>, <c>2600123</c> and <c>123</c>.
/// </summary>
internal sealed class DocumentNumber
{
    private DocumentNumber(string written, string compact, int? year, ImmutableArray<NumberForm> forms)
    {
        Written = written;
        Compact = compact;
        Year = year;
        Forms = forms;
        IsNumeric = compact.Length > 0 && compact.All(char.IsAsciiDigit);
    }

    /// <summary>The number as its creditor writes it.</summary>
    public string Written { get; }

    /// <summary>Its letters and digits in plain capitals.</summary>
    public string Compact { get; }

    /// <summary>The year that stands in it, in full; null where none does.</summary>
    public int? Year { get; }

    /// <summary>Its digit forms, the fullest first; empty for a number without digits.</summary>
    public ImmutableArray<NumberForm> Forms { get; }

    /// <summary>It has no letters.</summary>
    public bool IsNumeric { get; }

    /// <summary>True where its letters and digits, or its digits, go on after <paramref name="start"/>.</summary>
    public bool BeginsWith(ReadOnlySpan<char> start) =>
        IsBeginning(Compact, start) || IsBeginning(Compact.AsSpan(Compact.AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and var at ? at : 0), start);

    /// <summary>Reads a number; a year is only seen where it is that of the issue or a neighbour of it.</summary>
    public static DocumentNumber Of(string number, int? issueYear)
    {
        var text = ReferenceText.Of(number);
        var groups = new List<string>();
        for (var atom = 0; atom < text.Atoms.Length; atom++)
        {
            if (text.Atoms[atom].IsDigits)
                groups.Add(text[atom].ToString());
        }

        if (groups.Count == 0)
            return new DocumentNumber(number, text.Compact, null, []);
        var year = issueYear is { } issued ? SplitYear(groups, issued) : null;
        return new DocumentNumber(number, text.Compact, year?.Year, FormsOf(groups, year));
    }

    /// <summary>Finds the year among the groups; where it leads a longer group, that group is split in two.</summary>
    private static (int Year, int At)? SplitYear(List<string> groups, int issued)
    {
        for (var at = 0; at < groups.Count; at++)
        {
            foreach (var year in (ReadOnlySpan<int>)[issued, issued - 1, issued + 1])
            {
                var full = year.ToString(CultureInfo.InvariantCulture);
                if (groups[at] == full || (groups[at] == full[2..] && at < groups.Count - 1))
                    return (year, at);
                if (groups[at].Length <= 6 || !groups[at].StartsWith(full, StringComparison.Ordinal))
                    continue;
                groups.Insert(at + 1, groups[at][4..]);
                groups[at] = full;
                return (year, at);
            }
        }

        return null;
    }

    private static bool IsBeginning(ReadOnlySpan<char> number, ReadOnlySpan<char> start) =>
        number.Length > start.Length && number.StartsWith(start);

    private static ImmutableArray<NumberForm> FormsOf(List<string> groups, (int Year, int At)? year)
    {
        var forms = ImmutableArray.CreateBuilder<NumberForm>();
        Add(string.Concat(groups), NumberFormKind.Whole);
        if (year is { } found && found.At < groups.Count - 1)
        {
            var full = found.Year.ToString(CultureInfo.InvariantCulture);
            var other = groups.ToList();
            other[found.At] = groups[found.At].Length == 4 ? full[2..] : full;
            Add(string.Concat(other), NumberFormKind.Whole);
            Add(string.Concat(groups.Skip(found.At + 1)), NumberFormKind.WithoutYear);
        }

        if (year?.At != groups.Count - 1)
            Add(groups[^1], NumberFormKind.Sequence);
        return forms.ToImmutable();

        void Add(string digits, NumberFormKind kind)
        {
            var significant = PlainText.WithoutLeadingZeros(digits);
            if (forms.All(form => form.Digits != significant))
                forms.Add(new NumberForm(significant, kind));
        }
    }
}
