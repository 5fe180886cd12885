using System.Collections.Immutable;

namespace Reconciliation.Domain.Receivables;

/// <summary>
/// Every rule that a receivables or instalments file can break. <c>IMPORTS.md</c> beside this file is the page for people.
/// </summary>
public static class ImportRules
{
    /// <summary>There is nothing in the file, not even column names.</summary>
    public static ImportRule FileEmpty { get; } = new("file-empty",
        "The first line names the columns.", "Export the file again; it has no content.");

    /// <summary>A byte that is no part of a UTF-8 character.</summary>
    public static ImportRule EncodingInvalid { get; } = new("encoding-invalid",
        "The file is text in UTF-8.", "Save or export the file as UTF-8 (in a spreadsheet: CSV UTF-8).");

    /// <summary>A column that every file has is not there; no row is read.</summary>
    public static ImportRule ColumnMissing { get; } = new("column-missing",
        "Every required column is there.", "Add the column; its name is spelt as in the list of columns.");

    /// <summary>A column that has no meaning here; the rows are read without it.</summary>
    public static ImportRule ColumnUnknown { get; } = new("column-unknown",
        "Every column is one of the list of columns.", "Correct the column's name, or remove the column: its content was not taken in.");

    /// <summary>Two columns of one name; no row is read.</summary>
    public static ImportRule ColumnTwice { get; } = new("column-twice",
        "A column is there once.", "Remove or rename one of the two columns.");

    /// <summary>A quotation mark where RFC 4180 allows none, or one that is not closed.</summary>
    public static ImportRule QuoteMisplaced { get; } = new("quote-misplaced",
        "Quotation marks enclose a whole field and are doubled inside it.", "Put the field in quotation marks and double those inside it.");

    /// <summary>More or fewer fields than there are columns.</summary>
    public static ImportRule FieldCountWrong { get; } = new("field-count-wrong",
        "A row has as many fields as there are columns.", "Put a field that contains the separator into quotation marks.");

    /// <summary>A required field is empty.</summary>
    public static ImportRule ValueMissing { get; } = new("value-missing",
        "A required field has a value.", "Fill the field.");

    /// <summary>A value outside the list that the column takes.</summary>
    public static ImportRule ValueUnknown { get; } = new("value-unknown",
        "A field holds one of the values that its column takes.", "Use one of the values named in the message.");

    /// <summary>Not a day in ISO 8601.</summary>
    public static ImportRule DateInvalid { get; } = new("date-invalid",
        "A date is a day of the calendar, written 2026-01-31.", "Write year, month and day with hyphens, and check that the day exists.");

    /// <summary>Not a decimal number.</summary>
    public static ImportRule AmountInvalid { get; } = new("amount-invalid",
        "An amount is digits with at most one decimal point or comma.", "Remove thousands separators, currency signs and letters.");

    /// <summary>Zero or below.</summary>
    public static ImportRule AmountNotPositive { get; } = new("amount-not-positive",
        "An amount is above zero.", "Write it without a sign; what lowers the debt is a credit_note.");

    /// <summary>More decimals than the currency has.</summary>
    public static ImportRule AmountOverPrecise { get; } = new("amount-over-precise",
        "An amount has no more decimals than its currency.", "Round the figure as the document does; a comma or point marks decimals, not thousands.");

    /// <summary>Not a code of ISO 4217.</summary>
    public static ImportRule CurrencyUnknown { get; } = new("currency-unknown",
        "The currency is a code of ISO 4217.", "Use the three letters, such as EUR.");

    /// <summary>Not a yearly rate in per cent.</summary>
    public static ImportRule RateInvalid { get; } = new("rate-invalid",
        "A rate is per cent a year, from 0 to 100.", "Write 12.15 for 12.15 %.");

    /// <summary>Not an IBAN.</summary>
    public static ImportRule IbanInvalid { get; } = new("iban-invalid",
        "An IBAN has the length of its country and right check digits.", "Compare it with the debtor's bank details; several are split by a vertical bar.");

    /// <summary>Not the number of a term.</summary>
    public static ImportRule SequenceInvalid { get; } = new("sequence-invalid",
        "The sequence of a term is a whole number from 1.", "Number the terms of each receivable 1, 2, 3.");

    /// <summary>One number for two receivables of the file; neither is taken in.</summary>
    public static ImportRule NumberUsedTwice { get; } = new("number-used-twice",
        "A receivable's number stands in one row.", "Remove the row that is repeated, or give the other document its own number.");

    /// <summary>Due before it exists.</summary>
    public static ImportRule DueBeforeIssue { get; } = new("due-before-issue",
        "A receivable or term is due on or after its day of issue.", "Check which of the two dates is wrong.");

    /// <summary>A discount that makes no sense.</summary>
    public static ImportRule DiscountContradictory { get; } = new("discount-contradictory",
        "A discount is below the amount, has a last day, and that day is on or after the day of issue.", "Fill both discount fields, or none.");

    /// <summary>A debtor that is a consumer in one row and a business in another; none of its rows is taken in.</summary>
    public static ImportRule DebtorContradictory { get; } = new("debtor-contradictory",
        "All rows of a debtor agree on its debtor_kind.", "Decide what the debtor is: its kind decides which law holds; an empty field means business.");

    /// <summary>A term of a receivable that is not known.</summary>
    public static ImportRule ReceivableUnknown { get; } = new("receivable-unknown",
        "A term belongs to a receivable that is known.", "Import the receivable first, or correct its number.");

    /// <summary>One number for two terms of a receivable; none of its terms is taken in.</summary>
    public static ImportRule InstalmentUsedTwice { get; } = new("instalment-used-twice",
        "A term's sequence stands in one row of its receivable.", "Remove the row that is repeated, or number it anew.");

    /// <summary>Terms that are not a receivable's whole.</summary>
    public static ImportRule InstalmentsDoNotAddUp { get; } = new("instalments-do-not-add-up",
        "The terms of an invoice are numbered from 1 without a gap and come to its amount.", "Compare the terms with the invoice; a credit note has none.");

    /// <summary>Every rule, in the order of the page.</summary>
    public static ImmutableArray<ImportRule> All { get; } =
    [
        FileEmpty, EncodingInvalid, ColumnMissing, ColumnUnknown, ColumnTwice, QuoteMisplaced, FieldCountWrong,
        ValueMissing, ValueUnknown, DateInvalid, AmountInvalid, AmountNotPositive, AmountOverPrecise, CurrencyUnknown,
        RateInvalid, IbanInvalid, SequenceInvalid, NumberUsedTwice, DueBeforeIssue, DiscountContradictory,
        DebtorContradictory, ReceivableUnknown, InstalmentUsedTwice, InstalmentsDoNotAddUp,
    ];
}
