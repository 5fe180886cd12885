using System.Collections.Immutable;

namespace Reconciliation.Domain.Statements.Csv;

/// <summary>
/// How one bank writes one kind of CSV export. Nothing in it is guessed from a cell: the same bank may export both
/// decimal marks, and both look like numbers. <see cref="CsvProfiles.Parse"/> reads it from JSON and checks it.
/// </summary>
public sealed record CsvProfile
{
    /// <summary>Its name for people: <c>postfinance-2024-fr</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The character between two cells.</summary>
    public char Separator { get; init; } = ';';

    /// <summary>The code page of files that are not UTF-8: <c>windows-1252</c>, <c>windows-1250</c>, ...</summary>
    public string Encoding { get; init; } = "windows-1252";

    /// <summary>
    /// Every cell of the header row, in order. A file is of this profile only if its header is this, blanks, letter case
    /// and empty cells at the end aside. <c>{currency}</c> in a cell stands for the code of the account's currency.
    /// </summary>
    public required ImmutableArray<string> Header { get; init; }

    /// <summary>
    /// True where the file has no header row. <see cref="Header"/> then names the columns for this profile alone, and a
    /// file is of it if its first row has as many cells, with dates and amounts in their places. Too little to tell banks
    /// apart, so that no such profile is built in.
    /// </summary>
    public bool WithoutHeader { get; init; }

    /// <summary>Which cell says what.</summary>
    public required CsvColumns Columns { get; init; }

    /// <summary>What stands above the header.</summary>
    public CsvPreambleRules Preamble { get; init; } = new();

    /// <summary>Which rows are entries.</summary>
    public CsvRowRules Rows { get; init; } = new();

    /// <summary>The notations of dates, as custom format strings of .NET (<c>dd.MM.yyyy</c>), tried in order.</summary>
    public required ImmutableArray<string> DateFormats { get; init; }

    /// <summary>The character before the decimals.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>The characters that may part groups of three digits; empty for none.</summary>
    public string ThousandsMarks { get; init; } = "";

    /// <summary>Characters beside an amount that mean nothing further (<c>£</c>); empty for none. The currency's code always may stand there.</summary>
    public string CurrencySigns { get; init; } = "";

    /// <summary>True where a positive amount is money out, as on card statements.</summary>
    public bool PurchasesPositive { get; init; }

    /// <summary>True where the debit column holds negative figures.</summary>
    public bool DebitsNegative { get; init; }

    /// <summary>The words in the sign column that make an amount money out; an empty word stands for an empty cell.</summary>
    public ImmutableArray<string> DebitFlags { get; init; } = [];

    /// <summary>The words in the sign column that make an amount money in; an empty word stands for an empty cell.</summary>
    public ImmutableArray<string> CreditFlags { get; init; } = [];

    /// <summary>The account where the file does not name it; null for none.</summary>
    public string? Account { get; init; }

    /// <summary>The currency where the file does not name it; null for none.</summary>
    public string? Currency { get; init; }

    /// <summary>True where the first row is the latest, so that a running balance is read upwards.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>True where rows of several accounts or currencies alternate; each is then a statement of its own.</summary>
    public bool Interleaved { get; init; }
}

/// <summary>The columns of a profile, each by its name in <see cref="CsvProfile.Header"/>; null where the export has none.</summary>
public sealed record CsvColumns
{
    /// <summary>The booking date: the first of these columns that is filled.</summary>
    public required ImmutableArray<string> BookingDate { get; init; }

    /// <summary>The value date.</summary>
    public string? ValueDate { get; init; }

    /// <summary>The amount, signed or with its sign in <see cref="Sign"/>.</summary>
    public string? Amount { get; init; }

    /// <summary>Money out; always together with <see cref="Credit"/>, and then without <see cref="Amount"/>.</summary>
    public string? Debit { get; init; }

    /// <summary>Money in.</summary>
    public string? Credit { get; init; }

    /// <summary>A word that says which way <see cref="Amount"/> goes.</summary>
    public string? Sign { get; init; }

    /// <summary>The booked balance after the entry.</summary>
    public string? Balance { get; init; }

    /// <summary>The currency of the amount.</summary>
    public string? Currency { get; init; }

    /// <summary>The holder's account.</summary>
    public string? Account { get; init; }

    /// <summary>The name of the other side.</summary>
    public string? CounterpartyName { get; init; }

    /// <summary>The account of the other side.</summary>
    public string? CounterpartyAccount { get; init; }

    /// <summary>The bank of the other side.</summary>
    public string? CounterpartyBank { get; init; }

    /// <summary>Texts about the payment, a remittance line each.</summary>
    public ImmutableArray<string> Remittance { get; init; } = [];

    /// <summary>The bank's reference of the entry.</summary>
    public string? Reference { get; init; }

    /// <summary>The payer's end-to-end reference.</summary>
    public string? EndToEndId { get; init; }

    /// <summary>The mandate of a direct debit.</summary>
    public string? MandateId { get; init; }

    /// <summary>The structured reference of the creditor.</summary>
    public string? CreditorReference { get; init; }

    /// <summary>The kind of operation in the bank's words.</summary>
    public string? Type { get; init; }
}

/// <summary>What stands above the header, and where the facts of the statement are in it.</summary>
/// <remarks>
/// A fact is found by the text with which its cell begins; it is the rest of that cell, or else the next cell that is
/// filled. Each label is null where the export has none.
/// </remarks>
public sealed record CsvPreambleRules
{
    /// <summary>How many rows may stand above the header; wholly empty lines do not count.</summary>
    public int Rows { get; init; }

    /// <summary>The label of the account.</summary>
    public string? Account { get; init; }

    /// <summary>The label of the currency.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// True where the currency has no label, but ends a cell (<c>1234/06 EUR</c>); it is taken where all such cells end
    /// with the same code.
    /// </summary>
    public bool CurrencyUnlabelled { get; init; }

    /// <summary>The label of the balance before the first entry.</summary>
    public string? OpeningBalance { get; init; }

    /// <summary>The label of the balance after the last entry.</summary>
    public string? ClosingBalance { get; init; }
}

/// <summary>Which rows below the header are entries. Empty rows never are.</summary>
public sealed record CsvRowRules
{
    /// <summary>What a row without a booking date and without an amount is.</summary>
    public CsvDatelessRow WithoutDate { get; init; } = CsvDatelessRow.Refused;

    /// <summary>Rows that are no entries: totals, balances, notices.</summary>
    public ImmutableArray<CsvRowCondition> Ignored { get; init; } = [];

    /// <summary>Rows that are announced and not booked.</summary>
    public ImmutableArray<CsvRowCondition> Pending { get; init; } = [];

    /// <summary>Texts with which the first filled cell of the row after the last entry begins (a disclaimer, a total).</summary>
    public ImmutableArray<string> EndMarks { get; init; } = [];
}

/// <summary>What a row without a booking date is.</summary>
public enum CsvDatelessRow
{
    /// <summary>A fault of the file.</summary>
    Refused,

    /// <summary>The text of the entry above it, continued.</summary>
    Continues,

    /// <summary>No entry.</summary>
    Ignored,
}

/// <summary>A condition that a row meets by one of its cells.</summary>
/// <param name="Column">The column, by its name in the header.</param>
/// <param name="Is">The texts, one of which the cell must be, letter case aside; an empty text stands for an empty cell.</param>
public sealed record CsvRowCondition(string Column, ImmutableArray<string> Is);
