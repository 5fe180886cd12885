using System.Collections.Immutable;
using System.Globalization;

namespace Reconciliation.Domain.Reporting;

/// <summary>
/// A line of the fichier des écritures comptables. Its properties have the names that LPF art. A47 A-1, VII gives the
/// columns, in the order that it fixes.
/// </summary>
public sealed record FecLine
{
    /// <summary>The names of the eighteen columns, in order: the first line of a file.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        nameof(JournalCode), nameof(JournalLib), nameof(EcritureNum), nameof(EcritureDate), nameof(CompteNum), nameof(CompteLib),
        nameof(CompAuxNum), nameof(CompAuxLib), nameof(PieceRef), nameof(PieceDate), nameof(EcritureLib), nameof(Debit),
        nameof(Credit), nameof(EcritureLet), nameof(DateLet), nameof(ValidDate), "Montantdevise", "Idevise",
    ];

    /// <summary>The journal's code.</summary>
    public required string JournalCode { get; init; }

    /// <summary>The journal's name.</summary>
    public required string JournalLib { get; init; }

    /// <summary>The number of the entry, one for all of its lines, without a gap from 1.</summary>
    public required int EcritureNum { get; init; }

    /// <summary>The accounting date.</summary>
    public required DateOnly EcritureDate { get; init; }

    /// <summary>The account of the chart; its first three characters are those of the plan comptable général.</summary>
    public required string CompteNum { get; init; }

    /// <summary>The account's name.</summary>
    public required string CompteLib { get; init; }

    /// <summary>The debtor, or the bank account, for which the account is kept; null for none.</summary>
    public string? CompAuxNum { get; init; }

    /// <summary>The name of <see cref="CompAuxNum"/>; null for none.</summary>
    public string? CompAuxLib { get; init; }

    /// <summary>The reference of the supporting document.</summary>
    public required string PieceRef { get; init; }

    /// <summary>The day of the supporting document.</summary>
    public required DateOnly PieceDate { get; init; }

    /// <summary>What happened.</summary>
    public required string EcritureLib { get; init; }

    /// <summary>The debit, zero or positive.</summary>
    public required Money Debit { get; init; }

    /// <summary>The credit, zero or positive.</summary>
    public required Money Credit { get; init; }

    /// <summary>The letter of its lettrage; null for none.</summary>
    public string? EcritureLet { get; init; }

    /// <summary>The day of its lettrage; null for none.</summary>
    public DateOnly? DateLet { get; init; }

    /// <summary>The day from which the entry cannot be changed; not before <see cref="EcritureDate"/>.</summary>
    public required DateOnly ValidDate { get; init; }

    /// <summary>The eighteen fields as they are written, before separators are taken out of texts; the currency columns are blank.</summary>
    internal ImmutableArray<string> Cells =>
    [
        JournalCode, JournalLib, EcritureNum.ToString(CultureInfo.InvariantCulture), Day(EcritureDate), CompteNum, CompteLib,
        CompAuxNum ?? "", CompAuxLib ?? "", PieceRef, Day(PieceDate), EcritureLib, Figure(Debit), Figure(Credit), EcritureLet ?? "",
        DateLet is { } lettered ? Day(lettered) : "", Day(ValidDate), "", "",
    ];

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Figure(Money amount) => amount.ToDecimalString().Replace('.', ',');
}
