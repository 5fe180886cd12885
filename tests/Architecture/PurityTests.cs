using Reconciliation.Architecture.Metadata;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Architecture;

/// <summary>
/// The compiled domain names no clock, randomness, environment, I/O, task or binary floating point, whatever its source
/// looks like.
/// </summary>
public class PurityTests
{
    [Fact]
    public void Domain_NamesNothingBanned()
    {
        var banned =
            from use in AssemblyUses.Of(typeof(DebtorAccount).Assembly)
            where !IsMadeForIterators(use)
            from symbol in BannedSymbol.All
            where symbol.Bans(use)
            select $"{use}: {symbol.Reason}";

        Violations.ShouldBeNone(banned);
    }

    [Fact]
    public void BannedSymbols_AreEachSeenWhereTheyAreUsed()
    {
        var uses = AssemblyUses.Of(typeof(ImpureSpecimen).Assembly).Where(use => use.Where == typeof(ImpureSpecimen).FullName).ToList();

        var unseen = BannedSymbol.All.Where(symbol => !uses.Any(symbol.Bans)).Select(symbol => symbol.Id);

        Violations.ShouldBeNone(unseen);
    }

    /// <summary>The compiler has iterators ask which thread they run on; nothing of it reaches their results.</summary>
    private static bool IsMadeForIterators(Use use) =>
        use is { Type: "System.Environment", Member: "CurrentManagedThreadId" } && use.Where.Contains(">d__", StringComparison.Ordinal);
}
