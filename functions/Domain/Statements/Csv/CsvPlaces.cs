namespace Reconciliation.Domain.Statements.Csv;

/// <summary>The places of a profile's single columns in its header; -1 where it has none.</summary>
internal sealed class CsvPlaces(CsvColumns columns, Func<string?, int> place)
{
    public int ValueDate { get; } = place(columns.ValueDate);

    public int Amount { get; } = place(columns.Amount);

    public int Debit { get; } = place(columns.Debit);

    public int Credit { get; } = place(columns.Credit);

    public int Sign { get; } = place(columns.Sign);

    public int Balance { get; } = place(columns.Balance);

    public int Currency { get; } = place(columns.Currency);

    public int Account { get; } = place(columns.Account);

    public int CounterpartyName { get; } = place(columns.CounterpartyName);

    public int CounterpartyAccount { get; } = place(columns.CounterpartyAccount);

    public int CounterpartyBank { get; } = place(columns.CounterpartyBank);

    public int Reference { get; } = place(columns.Reference);

    public int EndToEndId { get; } = place(columns.EndToEndId);

    public int MandateId { get; } = place(columns.MandateId);

    public int CreditorReference { get; } = place(columns.CreditorReference);

    public int Type { get; } = place(columns.Type);

    /// <summary>Whether a column holds figures.</summary>
    public bool IsFigure(int column) => column >= 0 && (column == Amount || column == Debit || column == Credit || column == Balance);
}
