namespace Reconciliation.Domain.Receivables;

/// <summary>A column of an import file.</summary>
/// <param name="Name">Its name in the first line; letter case does not matter.</param>
/// <param name="IsRequired">True where the column must be there and each row must fill it.</param>
public sealed record CsvColumn(string Name, bool IsRequired)
{
    internal static CsvColumn Required(string name) => new(name, true);

    internal static CsvColumn Optional(string name) => new(name, false);
}
