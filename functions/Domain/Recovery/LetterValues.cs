using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Recovery;

/// <summary>One line of the table of what is asked for, written in the letter's language.</summary>
internal readonly record struct LetterItem(string Document, string Issued, string Due, string Reference, string Open);

/// <summary>The values that a letter's placeholders stand for.</summary>
internal sealed class LetterValues(
    DebtorAccount account, Debtor debtor, RecoveryStage stage, ImmutableArray<DunnedItem> items, Creditor creditor, DateOnly date, LetterWords words)
{
    /// <summary>What the items come to.</summary>
    public Money Sum { get; } = Money.Sum(items.Select(item => item.Open), account.Id.Currency);

    /// <summary>What credit notes and money on account cover of it, zero or positive.</summary>
    public Money Credit { get; } = Money.Sum(
        OpenPart.Of(account).Where(part => items.Any(part.Is)).Select(part => part.Part.Open - part.Net), account.Id.Currency);

    public string Date => words.Date(date);

    public ImmutableArray<string> Sender => Lines([creditor.Name, .. creditor.AddressLines]);

    public ImmutableArray<string> Recipient =>
        Lines([debtor.Name, debtor.Address, $"{debtor.Postcode} {debtor.City}", debtor.Country == "FR" ? null : debtor.Country]);

    /// <summary>How the creditor can be reached and identified, line by line.</summary>
    public ImmutableArray<string> Signature =>
        [.. Sender, .. Lines([creditor.Email, creditor.Phone, creditor.Siren is { } siren ? $"SIREN {siren}" : null])];

    public ImmutableArray<LetterItem> Items => [.. items.Select(Item)];

    public ImmutableArray<string> History =>
        account.Contacts.IsEmpty
            ? [words.NoContact]
            : [.. account.Contacts.Values.OrderBy(contact => contact.At).Select(contact =>
                $"{words.Date(RecoveryDays.DayOf(contact.At))}{words.Colon}{contact.Stage}, {words.Channel(contact.Planned.Channel)}, {(contact.Result is { } result ? words.Result(result) : words.Pending)}")];

    /// <summary>The value of a placeholder within words; null where it is not known.</summary>
    public string? Of(Placeholder placeholder) => placeholder switch
    {
        Placeholder.Creditor => Known(creditor.Name),
        Placeholder.CreditorEmail => Known(creditor.Email),
        Placeholder.CreditorPhone => Known(creditor.Phone),
        Placeholder.Debtor => Known(debtor.Name),
        Placeholder.CustomerNumber => Known(debtor.CustomerNumber),
        Placeholder.Date => Date,
        Placeholder.Total => words.Amount(Sum - Credit),
        Placeholder.Iban => creditor.Ibans is [var first, ..] ? first.ToString() : null,
        Placeholder.Reference => string.Join(", ", items.Select(ReferenceOf).Distinct()),
        Placeholder.PayWithinDays => stage.PayWithinDays?.ToString(CultureInfo.InvariantCulture),
        Placeholder.PayBy => stage.PayWithinDays is { } days ? words.Date(RecoveryDays.Add(date, days)) : null,
        Placeholder.Items or Placeholder.History => throw new InvalidOperationException($"{placeholder} is a table, not a word."),
    };

    private LetterItem Item(DunnedItem item)
    {
        var receivable = account.Receivables[item.Receivable].Receivable;
        var document = item.Instalment is { } sequence ? $"{receivable.Number}, {words.Term(sequence)}" : receivable.Number;
        return new LetterItem(document, words.Date(receivable.IssueDate), words.Date(item.DueDate), ReferenceOf(item), words.Amount(item.Open));
    }

    private string ReferenceOf(DunnedItem item) => account.Receivables[item.Receivable].Receivable.StructuredReference ?? item.Receivable;

    private static ImmutableArray<string> Lines(IEnumerable<string?> lines) => [.. lines.Select(Known).OfType<string>()];

    /// <summary>A value on one line, null for none: a line break in a name would end the header of an e-mail.</summary>
    private static string? Known(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Concat(text.Trim().Select(character => char.IsControl(character) ? ' ' : character));
}
