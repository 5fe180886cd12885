using System.Collections.Immutable;
using static Reconciliation.Domain.Statements.Diagnostics.Severity;

namespace Reconciliation.Domain.Statements.Diagnostics;

/// <summary>Every rule that a statement file can break. <c>Statements/DIAGNOSTICS.md</c> is the page for people.</summary>
public static class DiagnosticRules
{
    /// <summary>The file has no bytes.</summary>
    public static DiagnosticRule FileEmpty { get; } = new("file-empty", Error,
        "A statement file has content.", "Ask the bank to send the file again.");

    /// <summary>No known format fits.</summary>
    public static DiagnosticRule FormatUnknown { get; } = new("format-unknown", Error,
        "The content is in a format that is read here.", "Check that it is a bank statement; a CSV export needs a profile.");

    /// <summary>The bytes do not decode.</summary>
    public static DiagnosticRule EncodingInvalid { get; } = new("encoding-invalid", Error,
        "Every byte is a character of the file's encoding.", "Have the file exported again in UTF-8, or in the encoding it declares.");

    /// <summary>Characters that were lost before the file came here, or that its encoding does not have.</summary>
    public static DiagnosticRule TextDamaged { get; } = new("text-damaged", Warning,
        "Every character of the text can be read.", "Nothing need be done for the figures; names and references may lack letters.");

    /// <summary>The text is broken where the format's grammar needs something else.</summary>
    public static DiagnosticRule SyntaxInvalid { get; } = new("syntax-invalid", Error,
        "The file follows the grammar of its format.", "Have the file exported again; it was edited or damaged at this place.");

    /// <summary>The file ends in the middle.</summary>
    public static DiagnosticRule FileCut { get; } = new("file-cut", Error,
        "The file is whole.", "Transfer the file again; its end is missing.");

    /// <summary>A file without a single statement.</summary>
    public static DiagnosticRule NoStatement { get; } = new("no-statement", Error,
        "The file holds at least one statement.", "Check what the bank sent: the file has a frame but no account in it.");

    /// <summary>A field that must be there is not.</summary>
    public static DiagnosticRule FieldMissing { get; } = new("field-missing", Error,
        "A field that the reading depends on is present.", "Ask the bank to fill the field.");

    /// <summary>A figure that is none.</summary>
    public static DiagnosticRule AmountInvalid { get; } = new("amount-invalid", Error,
        "An amount is a decimal number.", "Correct the figure at its source and have the file exported again.");

    /// <summary>More decimals than the currency has.</summary>
    public static DiagnosticRule AmountOverPrecise { get; } = new("amount-over-precise", Warning,
        "An amount has no more decimals than its currency.", "Check the figure with the bank; it was cut to the minor unit.");

    /// <summary>A date that is none.</summary>
    public static DiagnosticRule DateInvalid { get; } = new("date-invalid", Warning,
        "A date exists in the calendar.", "Check the date with the bank; the nearest date that the statement supports was taken.");

    /// <summary>An entry without a date.</summary>
    public static DiagnosticRule DateMissing { get; } = new("date-missing", Warning,
        "An entry has a booking date.", "Nothing need be done: the statement's date was taken.");

    /// <summary>A statement that ends before it begins.</summary>
    public static DiagnosticRule ClosingBeforeOpening { get; } = new("closing-before-opening", Warning,
        "A statement closes on or after the day on which it opens.", "Check the days of both balances with the bank; which statement follows which is told by them.");

    /// <summary>An entry of a day that the statement does not cover.</summary>
    public static DiagnosticRule EntryAfterClosing { get; } = new("entry-after-closing", Warning,
        "An entry is booked on or before the day of its statement's closing balance.", "Check the booking date with the bank; it is in the books of the day that the entry names.");

    /// <summary>A value date in another year than the booking.</summary>
    public static DiagnosticRule ValueDateFar { get; } = new("value-date-far", Warning,
        "A value date is within a year of the booking date.", "Check the value date with the bank; matching and balances do not go by it.");

    /// <summary>A statement dated after the day on which it arrived.</summary>
    public static DiagnosticRule DateFuture { get; } = new("date-future", Warning,
        "A statement and its entries are not dated after the day on which they come in.", "Check the dates with the bank, and the clock of this machine.");

    /// <summary>A currency code that ISO 4217 does not have, or none at all.</summary>
    public static DiagnosticRule CurrencyUnknown { get; } = new("currency-unknown", Error,
        "The account's currency is a code of ISO 4217.", "Ask the bank to state the account's currency.");

    /// <summary>A currency that is not the account's.</summary>
    public static DiagnosticRule CurrencyDiffers { get; } = new("currency-differs", Error,
        "An entry is booked in the account's currency.", "Ask the bank for the amount booked to the account.");

    /// <summary>An entry of a type that is neither credit nor debit.</summary>
    public static DiagnosticRule DirectionUnknown { get; } = new("direction-unknown", Error,
        "An entry's type says whether money came in or went out.", "Ask the bank what the type code means, and enter the amount by hand.");

    /// <summary>Balances and entries do not tie.</summary>
    public static DiagnosticRule BalanceMismatch { get; } = new("balance-mismatch", Error,
        "Opening balance plus booked entries is the closing balance.", "Compare with the bank's own list: an entry is missing, doubled or has the wrong sign.");

    /// <summary>A wrong sign would explain a balance mismatch.</summary>
    public static DiagnosticRule MismatchBySign { get; } = new("mismatch-by-sign", Info,
        "Every entry and balance has the sign of its direction.", "Ask the bank whether this amount is money in or money out; if it is the other, correct the file and drop it again.");

    /// <summary>An entry too many would explain a balance mismatch.</summary>
    public static DiagnosticRule MismatchByDoubledEntry { get; } = new("mismatch-by-doubled-entry", Info,
        "An entry stands in its statement once.", "Ask the bank whether it booked this amount so often; if not, take the line out of the file and drop it again.");

    /// <summary>An entry too few would explain a balance mismatch.</summary>
    public static DiagnosticRule MismatchByMissingEntry { get; } = new("mismatch-by-missing-entry", Info,
        "A statement holds every booked entry.", "Look for this amount in the bank's own list; if it is there, ask for the file again.");

    /// <summary>Two digits in each other's place would explain a balance mismatch.</summary>
    public static DiagnosticRule MismatchBySwappedDigits { get; } = new("mismatch-by-swapped-digits", Info,
        "An amount has its digits in their order.", "Compare this amount with the bank's own list, above all where the file was typed or edited by hand.");

    /// <summary>A balance is not stated.</summary>
    public static DiagnosticRule BalanceMissing { get; } = new("balance-missing", Warning,
        "A statement states its opening and closing balance.", "Nothing need be done: the entries cannot be proved against balances.");

    /// <summary>Stated counts or sums differ from the entries.</summary>
    public static DiagnosticRule TotalMismatch { get; } = new("total-mismatch", Warning,
        "Counts and sums that the bank states are those of the entries.", "Compare with the bank's own list.");

    /// <summary>Two entries of an account with one reference.</summary>
    public static DiagnosticRule ReferenceRepeated { get; } = new("reference-repeated", Warning,
        "A bank's reference, with amount and day, stands for one entry of an account.", "Compare with the bank's own list: both are entered where one statement holds them, as long as its balances tie.");

    /// <summary>Neighbouring entries that nothing tells apart.</summary>
    public static DiagnosticRule EntriesAlike { get; } = new("entries-alike", Info,
        "Something tells each entry from its neighbour.", "Nothing need be done where the balances tie: twins are entered each for itself. Where none are stated, compare with the bank's own list.");

    /// <summary>A statement that the file holds twice.</summary>
    public static DiagnosticRule StatementRepeated { get; } = new("statement-repeated", Warning,
        "A file holds a statement once.", "Nothing need be done: its entries are entered once.");

    /// <summary>A record stands where none may stand.</summary>
    public static DiagnosticRule SequenceInvalid { get; } = new("sequence-invalid", Error,
        "Records follow each other in the order of the format.", "Have the file exported again; records are missing or out of order.");

    /// <summary>A field that this project does not know.</summary>
    public static DiagnosticRule FieldUnknown { get; } = new("field-unknown", Info,
        "Every field is known.", "Nothing need be done: the field was kept as it stands.");

    /// <summary>A tolerated departure from the standard.</summary>
    public static DiagnosticRule FormatTolerated { get; } = new("format-tolerated", Info,
        "The file follows the letter of its standard.", "Nothing need be done: the departure was understood.");

    /// <summary>The bank reports an error instead of a statement.</summary>
    public static DiagnosticRule BankReportedError { get; } = new("bank-reported-error", Error,
        "The bank's answer is a statement.", "Read the bank's message and ask for the statement again.");

    /// <summary>The bank withdraws or replaces an entry that it sent before.</summary>
    public static DiagnosticRule EntryCorrected { get; } = new("entry-corrected", Error,
        "An entry stands for itself.", "Correct the earlier entry by hand, then release the file.");

    /// <summary>The bank marks what it sends as a test.</summary>
    public static DiagnosticRule TestOnly { get; } = new("test-only", Error,
        "A statement is meant for the books.", "Ask the bank to send its statements live instead of as a test.");

    /// <summary>A list of items instead of a statement of account.</summary>
    public static DiagnosticRule ItemsNotPosted { get; } = new("items-not-posted", Error,
        "The file is a statement of account, not a list of items.", "Nothing of the list is posted: its items are booked in the account's CFONB120 statement; keep the list to compare.");

    /// <summary>The statement's account is not one of the creditor's.</summary>
    public static DiagnosticRule AccountUnknown { get; } = new("account-unknown", Error,
        "The statement is of an account of the creditor.", "Add the account to the creditor's settings, or find out whose file this is.");

    /// <summary>An account whose check digits are wrong.</summary>
    public static DiagnosticRule AccountCheckDigits { get; } = new("account-check-digits", Warning,
        "The check digits of an IBAN and the clé RIB fit the account.", "Compare with the bank's account details (RIB): the account is kept as it was written, and is another one than the right one.");

    /// <summary>The statement does not continue the last one.</summary>
    public static DiagnosticRule ContinuityBroken { get; } = new("continuity-broken", Warning,
        "The opening balance is the previous closing balance of the account.", "Ask the bank for the statement in between.");

    /// <summary>A statement's number is not the next one.</summary>
    public static DiagnosticRule StatementNumberGap { get; } = new("statement-number-gap", Warning,
        "Statements of an account are numbered one after the other.", "Ask the bank for the statements whose numbers are missing.");

    /// <summary>The statement goes back over days that are in the books.</summary>
    public static DiagnosticRule StatementOverlaps { get; } = new("statement-overlaps", Info,
        "A statement continues where the last one ended.", "Nothing need be done: entries known already are not entered twice.");

    /// <summary>The statement goes back over days that are in the books, and adds what their balances exclude.</summary>
    public static DiagnosticRule BooksContradicted { get; } = new("books-contradicted", Error,
        "What a statement adds to days in the books fits between their balances.",
        "The entries may be in the books under other references, or the statement begins in the middle of a day: ask the bank for whole days. Release the file only where its entries are missing.");

    /// <summary>A preview or a notification.</summary>
    public static DiagnosticRule PreviewNotPosted { get; } = new("preview-not-posted", Info,
        "Only end-of-day statements are entered in the books.", "Nothing need be done: the entries come with the end-of-day statement.");

    /// <summary>The same bytes were taken in before.</summary>
    public static DiagnosticRule FileDuplicate { get; } = new("file-duplicate", Info,
        "A file is taken in once.", "Nothing need be done: the first copy was taken in.");

    /// <summary>The import itself failed, time and again.</summary>
    public static DiagnosticRule IntakeFailed { get; } = new("intake-failed", Error,
        "A file that is taken up is read to its end.", "The file may be right: have operations find the failure that the message names, then release the file.");

    /// <summary>Every rule, in the order of this page.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
    [
        FileEmpty,
        FormatUnknown,
        EncodingInvalid,
        TextDamaged,
        SyntaxInvalid,
        FileCut,
        NoStatement,
        FieldMissing,
        AmountInvalid,
        AmountOverPrecise,
        DateInvalid,
        DateMissing,
        ClosingBeforeOpening,
        EntryAfterClosing,
        ValueDateFar,
        DateFuture,
        CurrencyUnknown,
        CurrencyDiffers,
        DirectionUnknown,
        BalanceMismatch,
        MismatchBySign,
        MismatchByDoubledEntry,
        MismatchByMissingEntry,
        MismatchBySwappedDigits,
        BalanceMissing,
        TotalMismatch,
        ReferenceRepeated,
        EntriesAlike,
        StatementRepeated,
        SequenceInvalid,
        FieldUnknown,
        FormatTolerated,
        BankReportedError,
        EntryCorrected,
        TestOnly,
        ItemsNotPosted,
        AccountUnknown,
        AccountCheckDigits,
        ContinuityBroken,
        StatementNumberGap,
        StatementOverlaps,
        BooksContradicted,
        PreviewNotPosted,
        FileDuplicate,
        IntakeFailed,
    ];
}
