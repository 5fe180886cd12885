namespace Reconciliation.Domain.Statements;

/// <summary>
/// The books of an account between two balances that the bank states. Entries that look alike can only be told apart by
/// what they do to these: the sums of entries and balances have to agree, in whatever order statements come and wherever
/// they are cut.
/// </summary>
/// <param name="Opening">The balance before the first statement; null where it states none.</param>
/// <param name="Closing">The balance after the last statement; null where none states one.</param>
/// <param name="Entries">The sum of the entries in the books, in minor units.</param>
public sealed record BalanceChain(Balance? Opening, Balance? Closing, Int128 Entries)
{
    /// <summary>
    /// What entries that are not in the books come to, in minor units: 0 where nothing is missing; null where the balances
    /// cannot tell.
    /// </summary>
    public Int128? Missing =>
        Opening is { } opening && Closing is { } closing && opening.Amount.Currency == closing.Amount.Currency
            ? (Int128)closing.Amount.MinorUnits - opening.Amount.MinorUnits - Entries
            : null;

    /// <summary>The books after a statement that adds entries: its balances count where they stand before or after those known.</summary>
    /// <param name="opening">The statement's opening balance; null for none.</param>
    /// <param name="closing">The statement's closing balance; null for none.</param>
    /// <param name="added">The sum of what it adds, in minor units.</param>
    public BalanceChain With(Balance? opening, Balance? closing, Int128 added) => new(
        opening?.Day < Opening?.Day ? opening : Opening,
        closing is null || closing?.Day < Closing?.Day ? Closing : closing,
        Entries + added);

    /// <summary>
    /// Whether a statement may be entered with each entry that looks like one in the books taken for it (or, where it
    /// continues them, for another). False where the balances exclude that or leave open which entries they are: then a
    /// person has to look, for one way loses money and the other doubles it.
    /// </summary>
    /// <param name="stated">The statement beside the books.</param>
    public bool Allows(StatedEntries stated)
    {
        if (Missing is not { } missing || stated.Opening?.Day is not { } from || stated.Closing?.Day is not { } to
            || Opening?.Day is not { } first || Closing?.Day is not { } last)
            return true;
        // What closes the last day as the books do has nothing to add to them: it tells the day in other words.
        var closesAlike = to == last && stated.Closing?.Amount == Closing?.Amount;
        if (closesAlike && stated.HasUnknown && !stated.Continues && (!stated.HasKnown || (missing == 0 && from >= first)))
            return false;
        if (!stated.HasKnown && (missing != 0 || from >= last || (from < first && to <= first)))
            return true;
        // On one day either closing balance may be the later one; what fits exactly as new entries is not taken for known ones.
        if ((missing != 0 || from < first) && !stated.Continues
            && (With(stated.Opening, stated.Closing, stated.All).Missing == 0 || (to == last && With(stated.Opening, Closing, stated.All).Missing == 0)))
            return false;
        var isWhole = With(stated.Opening, stated.Closing, stated.Unknown).Missing == 0;
        if (stated.Continues)
            return stated.IsNext && (missing == 0 || !isWhole);
        if (missing == 0 && from >= first && to < last)
            return !stated.HasUnknown;
        var beginsWithDay = from < stated.FirstDay;
        if (isWhole && (missing == 0 || beginsWithDay))
            return true;
        // While anything is missing, what looks known may be a twin of it: only what fits is told from that.
        return missing == 0 && !stated.HasUnknown && beginsWithDay;
    }
}

/// <summary>The booked entries of a statement beside those in the books.</summary>
public readonly record struct StatedEntries
{
    /// <summary>The statement's opening balance; null for none.</summary>
    public Balance? Opening { get; init; }

    /// <summary>The statement's closing balance; null for none.</summary>
    public Balance? Closing { get; init; }

    /// <summary>It opens where the books end: what looks known in it is another entry.</summary>
    public bool Continues { get; init; }

    /// <summary>Its number follows that of the last statement, or it opens on a later day than that closed.</summary>
    public bool IsNext { get; init; }

    /// <summary>The first booking day in it; null without entries.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The sum of its entries, in minor units.</summary>
    public Int128 All { get; init; }

    /// <summary>The sum of those that look like none in the books, in minor units.</summary>
    public Int128 Unknown { get; init; }

    /// <summary>True where an entry looks like one in the books.</summary>
    public bool HasKnown { get; init; }

    /// <summary>True where an entry looks like none in the books.</summary>
    public bool HasUnknown { get; init; }
}
