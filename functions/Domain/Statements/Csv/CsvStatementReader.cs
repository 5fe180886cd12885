using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>Reads the CSV exports of one profile.</summary>
public sealed class CsvStatementReader : StatementReader
{
    private readonly CsvLayout _layout;

    /// <summary>A reader of one profile, which must be sound: <see cref="CsvProfiles.Parse"/> only gives such. Throws
    /// <see cref="ArgumentException"/> otherwise.</summary>
    public CsvStatementReader(CsvProfile profile)
    {
        var faults = CsvProfileChecks.Faults(profile);
        if (faults.Count > 0)
            throw new ArgumentException($"The profile {profile.Name} is not sound: {string.Join("; ", faults)}", nameof(profile));
        _layout = new CsvLayout(profile);
    }

    /// <summary>How the files are written.</summary>
    public CsvProfile Profile => _layout.Profile;

    /// <inheritdoc/>
    public override string Name => "CSV";

    /// <inheritdoc/>
    public override bool Recognises(ReadOnlySpan<byte> head)
    {
        using var bytes = new MemoryStream(head.ToArray());
        using var text = Text(bytes);
        var rows = CsvRows.Of(text, Profile.Separator).Take(Profile.Preamble.Rows + 1);
        return rows.Any(row => Profile.WithoutHeader ? _layout.IsEntry(row) : _layout.IsHeader(row, out _));
    }

    /// <inheritdoc/>
    public override IEnumerable<StatementPart> Read(Stream bytes)
    {
        using var text = Text(bytes);
        using var rows = new CsvRows(text, Profile.Separator);
        var parts = new PartBuffer();
        var reading = new CsvReading(_layout, parts);
        var goesOn = true;
        while (goesOn)
        {
            goesOn = reading.Step(rows);
            for (var i = 0; i < parts.Count; i++)
                yield return parts[i];
            parts.Clear();
        }

        // Where reading stopped early, how far the text was decoded is chance; what is said of the text goes to its end.
        text.CopyTo(Stream.Null);
        foreach (var finding in text.Findings())
            yield return finding;
    }

    private StatementText Text(Stream bytes) => new(bytes, SingleBytePage.Named(Profile.Encoding) ?? SingleBytePage.Western);
}
