namespace Reconciliation.Chaos.Statements;

/// <summary>An entry as a bank books it.</summary>
/// <param name="Cents">Positive for money in.</param>
/// <param name="Name">Who paid or was paid.</param>
/// <param name="Text">What was written with it.</param>
/// <param name="ReturnedFor">The reason for which money comes back; null where it does not.</param>
internal sealed record BookedLine(long Cents, string Name, string Text, string? ReturnedFor = null);

/// <summary>A day of a bank account.</summary>
/// <param name="Number">The statement's number.</param>
/// <param name="Day">The booking day of every line.</param>
/// <param name="Opening">The balance before, in cents.</param>
/// <param name="Lines">What was booked.</param>
/// <param name="Misstated">By how many cents the stated closing balance is wrong.</param>
internal sealed record BankDay(int Number, DateOnly Day, long Opening, IReadOnlyList<BookedLine> Lines, long Misstated = 0)
{
    public long Closing => Opening + Lines.Sum(line => line.Cents);

    public long Stated => Closing + Misstated;
}
