using System.Collections.Frozen;

namespace Reconciliation.Domain.Recovery;

/// <summary>A value that a text names in braces. Its name in a text is the member's with a small first letter.</summary>
public enum Placeholder
{
    /// <summary>The creditor's name.</summary>
    Creditor,

    /// <summary>The creditor's e-mail address; may be unknown.</summary>
    CreditorEmail,

    /// <summary>The creditor's telephone number; may be unknown.</summary>
    CreditorPhone,

    /// <summary>The debtor's name.</summary>
    Debtor,

    /// <summary>The debtor's number as a customer; may be unknown.</summary>
    CustomerNumber,

    /// <summary>The date of the letter.</summary>
    Date,

    /// <summary>What is to be paid: the items less credit notes and money on account.</summary>
    Total,

    /// <summary>The account to pay into; may be unknown.</summary>
    Iban,

    /// <summary>What to quote with the payment: the structured references of the items, else their numbers.</summary>
    Reference,

    /// <summary>The days to pay that the stage grants.</summary>
    PayWithinDays,

    /// <summary>The last day to pay, that many days after the date of the letter.</summary>
    PayBy,

    /// <summary>The table of what is asked for; a paragraph of its own.</summary>
    Items,

    /// <summary>The contacts so far and what became of them; a paragraph of its own.</summary>
    History,
}

/// <summary>The names of placeholders in texts, and what holds of each.</summary>
internal static class Placeholders
{
    private static readonly FrozenDictionary<string, Placeholder> ByName =
        Enum.GetValues<Placeholder>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    public static string NameOf(Placeholder placeholder)
    {
        var name = placeholder.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static Placeholder? Named(string name) =>
        ByName.TryGetValue(name, out var placeholder) ? placeholder : null;

    /// <summary>True for a table: it fills a paragraph and cannot stand within words.</summary>
    public static bool IsBlock(Placeholder placeholder) => placeholder is Placeholder.Items or Placeholder.History;

    /// <summary>True for what may be seen on an envelope or in the preview of an e-mail without showing that there is a debt.</summary>
    public static bool IsNeutral(Placeholder placeholder) => placeholder is Placeholder.Creditor or Placeholder.CreditorEmail
        or Placeholder.CreditorPhone or Placeholder.Debtor or Placeholder.CustomerNumber or Placeholder.Date;
}
