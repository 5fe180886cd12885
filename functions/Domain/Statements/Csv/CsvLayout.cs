using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>A profile's columns by their place in the header.</summary>
internal sealed class CsvLayout
{
    /// <summary>Stands in a header cell for the code of the account's currency.</summary>
    public const string CurrencyMark = "{currency}";

    private readonly ImmutableArray<string> _header;

    /// <summary>The layout of a sound profile.</summary>
    public CsvLayout(CsvProfile profile)
    {
        Profile = profile;
        _header = [.. Trimmed([.. profile.Header.Select(Plain)])];
        BookingDate = [.. profile.Columns.BookingDate.Select(Place)];
        Places = new CsvPlaces(profile.Columns, Place);
        DateFormats = [.. profile.DateFormats.Select(format => new CsvDateFormat(format))];
        Remittance = [.. profile.Columns.Remittance.Select(Place)];
        var named = NamedColumns(profile).Where(c => c.Property.StartsWith("columns.", StringComparison.Ordinal)).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        Other = [.. Enumerable.Range(0, profile.Header.Length).Where(i => profile.Header[i].Length > 0 && !named.Contains(profile.Header[i]))];
    }

    /// <summary>The profile.</summary>
    public CsvProfile Profile { get; }

    /// <summary>The places of the booking date, in order of preference.</summary>
    public ImmutableArray<int> BookingDate { get; }

    /// <summary>The places of the single columns.</summary>
    public CsvPlaces Places { get; }

    /// <summary>The notations of dates, in order.</summary>
    public ImmutableArray<CsvDateFormat> DateFormats { get; }

    /// <summary>The places of the remittance texts.</summary>
    public ImmutableArray<int> Remittance { get; }

    /// <summary>The places of the columns that no property names.</summary>
    public ImmutableArray<int> Other { get; }

    /// <summary>How many cells the header has, empty ones at the end left out.</summary>
    public int Width => _header.Length;

    /// <summary>The place of a column by its name in the profile's header; -1 for null.</summary>
    public int Place(string? column) => column is null ? -1 : Profile.Header.IndexOf(column, StringComparer.Ordinal);

    /// <summary>The place of the booking date that is filled in a row; -1 for none.</summary>
    public int DatePlaceOf(CsvRow row)
    {
        foreach (var place in BookingDate)
        {
            if (row.IsFilled(place))
                return place;
        }

        return -1;
    }

    /// <summary>The day that a cell says; false where it is in none of the profile's notations.</summary>
    public bool TryReadDay(ReadOnlySpan<byte> cell, out DateOnly day)
    {
        day = default;
        foreach (var format in DateFormats)
        {
            if (format.TryRead(cell, out day))
                return true;
        }

        return false;
    }

    /// <summary>The name of a column as the file writes it, for messages; empty for null.</summary>
    public static string Title(string? column, Currency? currency) =>
        column is null || currency is not { } own ? column ?? "" : column.Replace(CurrencyMark, own.Code, StringComparison.Ordinal);

    /// <summary>
    /// Whether a row is the header; if so, and if the header tells it, <paramref name="currency"/> is the account's.
    /// </summary>
    public bool IsHeader(CsvRow row, out Currency? currency)
    {
        currency = null;
        var cells = Trimmed(row.Cells);
        if (cells.Length != _header.Length)
            return false;
        for (var i = 0; i < cells.Length; i++)
        {
            if (!Matches(Plain(cells[i]), _header[i], ref currency))
                return false;
        }

        return true;
    }

    /// <summary>Whether a row has dates and amounts where entries have them.</summary>
    public bool IsEntry(CsvRow row)
    {
        var columns = Profile.Columns;
        var figures = new[] { columns.Amount, columns.Debit, columns.Credit, columns.Balance }.Select(column => row[Place(column)]).Where(cell => cell.Length > 0).ToList();
        var dates = BookingDate.Append(Place(columns.ValueDate)).Select(place => row[place]).Where(cell => cell.Length > 0).ToList();
        return row.Count == Profile.Header.Length && dates.Count > 0 && figures.Count > 0 &&
            dates.All(cell => CsvDate.TryRead(cell, Profile.DateFormats, out _)) &&
            figures.All(cell => CsvAmount.Read(cell, Profile, Currency.TryOf(Profile.Currency, out var own) ? own : Currency.Eur, out _) is AmountReading.Exact or AmountReading.OverPrecise);
    }

    /// <summary>Every column that a profile refers to, with the property that does.</summary>
    public static IEnumerable<(string Property, string Name)> NamedColumns(CsvProfile profile)
    {
        var columns = profile.Columns;
        (string Property, string? Name)[] single =
        [
            ("valueDate", columns.ValueDate), ("amount", columns.Amount), ("debit", columns.Debit), ("credit", columns.Credit),
            ("sign", columns.Sign), ("balance", columns.Balance), ("currency", columns.Currency), ("account", columns.Account),
            ("counterpartyName", columns.CounterpartyName), ("counterpartyAccount", columns.CounterpartyAccount),
            ("counterpartyBank", columns.CounterpartyBank), ("reference", columns.Reference), ("endToEndId", columns.EndToEndId),
            ("mandateId", columns.MandateId), ("creditorReference", columns.CreditorReference), ("type", columns.Type),
        ];
        foreach (var name in columns.BookingDate)
            yield return ("columns.bookingDate", name);
        foreach (var name in columns.Remittance)
            yield return ("columns.remittance", name);
        foreach (var (property, name) in single)
        {
            if (name is not null)
                yield return ($"columns.{property}", name);
        }

        foreach (var condition in profile.Rows.Ignored)
            yield return ("rows.ignored", condition.Column);
        foreach (var condition in profile.Rows.Pending)
            yield return ("rows.pending", condition.Column);
    }

    private static bool Matches(string cell, string expected, ref Currency? currency)
    {
        var mark = expected.IndexOf(CurrencyMark, StringComparison.OrdinalIgnoreCase);
        if (mark < 0)
            return SameText(cell, expected);
        var rest = expected.Length - mark - CurrencyMark.Length;
        if (cell.Length != mark + 3 + rest || !Currency.TryOf(cell.Substring(mark, 3), out var found) || (currency is { } other && other != found))
            return false;
        currency = found;
        return SameText(cell[..mark], expected[..mark]) && SameText(cell[^rest..], expected[^rest..]);
    }

    // A letter that was lost on the way (U+FFFD) may have been any; that is reported when the file is read.
    private static bool SameText(string cell, string expected)
    {
        if (cell.Length != expected.Length)
            return false;
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] != '\uFFFD' && char.ToUpperInvariant(cell[i]) != char.ToUpperInvariant(expected[i]))
                return false;
        }

        return true;
    }

    // Blanks and line breaks in a header cell depend on who wrote it.
    private static string Plain(string cell) =>
        string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ImmutableArray<string> Trimmed(ImmutableArray<string> cells)
    {
        var length = cells.Length;
        while (length > 0 && cells[length - 1].Length == 0)
            length--;
        return cells[..length];
    }
}
