using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Tests.Statements.Checks;

/// <summary>Parts of a statement of one day in euros, made without a file, and what the checks find in them.</summary>
internal sealed record MadeUpStatement(long Opening, long Closing, IEnumerable<long> Amounts)
{
    public static DateOnly Day { get; } = new(2026, 9, 1);

    public StatedTotal? Credits { get; init; }

    public StatedTotal? Debits { get; init; }

    public Func<int, string?> Reference { get; init; } = position => $"R{position}";

    public IReadOnlyList<Diagnostic> Findings => [.. StatementChecks.Apply(Parts()).OfType<Diagnostic>()];

    public static Money Euros(long cents) => new(cents, Currency.Eur);

    private IEnumerable<StatementPart> Parts()
    {
        yield return new StatementOpened
        {
            Format = StatementFormat.Camt053,
            Kind = StatementKind.EndOfDay,
            Account = BankAccountId.FromText("FR7699001000010000000000182"),
            Currency = Currency.Eur,
            Number = "7",
            Opening = new Balance(Euros(Opening), Day),
        };
        var position = 0;
        foreach (var amount in Amounts)
        {
            position++;
            yield return new StatementEntry
            {
                Position = position,
                Line = 10 * position,
                Amount = Euros(amount),
                BookingDate = new BookingDate(Day),
                BankReference = Reference(position),
            };
        }

        yield return new StatementClosed { Closing = new Balance(Euros(Closing), Day), Credits = Credits, Debits = Debits };
    }
}
