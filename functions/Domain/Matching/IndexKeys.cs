using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Matching.Reading;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Matching;

/// <summary>
/// The keys under which open items are found. An item and a payment that may belong together share a key; only equality
/// counts, so any store that looks up texts can hold the index.
/// </summary>
public static class IndexKeys
{
    /// <summary>The most keys that a payment has.</summary>
    public const int MostOfPayment = 72;

    private const int LeastDigits = 3;
    private const int MostStructured = 4;
    private const int MostNumbers = 48;
    private const int MostLetteredNumbers = 8;
    private const int MostNames = 6;

    /// <summary>Everything under which the item is found.</summary>
    public static ImmutableArray<IndexKey> Of(OpenItem item) =>
    [
        .. OfDocument(item.Receivable, DocumentNumber.Of(item.Receivable.Number, item.Receivable.IssueDate.Year))
            .Concat(OfAmounts(item)).Concat(OfDebtor(item.Debtor, PayerName.Of(item.Debtor.Name))).Distinct(),
    ];

    /// <summary>
    /// What to look a payment up by: references first, then the amount, accounts, names; <see cref="MostOfPayment"/> at
    /// most. None for money out.
    /// </summary>
    public static ImmutableArray<IndexKey> Of(Payment payment)
    {
        if (!payment.Amount.IsPositive)
            return [];
        var clues = Clues.Of(payment);
        return [.. clues.ReferenceKeys.Append(OfAmount(payment.Amount)).Concat(OfPayer(clues)).Distinct().Take(MostOfPayment)];
    }

    /// <summary>The key under which every receivable of a number is found, and some with a number alike.</summary>
    public static IndexKey OfNumber(string number) => new("ref:" + DocumentNumber.Of(number, null).Compact);

    internal static IEnumerable<IndexKey> OfDocument(Receivable receivable, DocumentNumber number)
    {
        foreach (var key in OfNumber(number))
            yield return key;
        if (receivable.StructuredReference is { } structured)
        {
            if (CreditorReference.TryParse(structured, out var reference))
                yield return new IndexKey("rf:" + reference.Value);
            foreach (var key in OfNumber(DocumentNumber.Of(structured, null)))
                yield return key;
        }

        if (receivable.OrderNumber is { } order)
        {
            foreach (var key in OfNumber(DocumentNumber.Of(order, null)))
                yield return key;
        }
    }

    internal static IEnumerable<IndexKey> OfAmounts(OpenItem item)
    {
        if (item.Open.IsZero)
            yield break;
        yield return OfAmount(item.Open);
        if (item.Receivable.Discount is { } discount && item.Instalment is null)
            yield return OfAmount(item.Open - discount.Amount);
    }

    internal static IEnumerable<IndexKey> OfDebtor(Debtor debtor, PayerName name)
    {
        foreach (var iban in debtor.Ibans)
            yield return OfAccount(iban.Value);
        foreach (var word in name.Words.Where(IsTelling))
            yield return OfNameWord(word);
        if (debtor.CustomerNumber is not { } customer)
            yield break;
        foreach (var key in OfNumber(DocumentNumber.Of(customer, null)))
            yield return key;
    }

    /// <summary>The keys under which an account is found by a payer who pays for it: its account, the words of its name.</summary>
    public static IEnumerable<IndexKey> OfPayer(KnownPayer payer) =>
        (Clues.AccountKey(payer.Account) is { } account ? [OfAccount(account)] : Enumerable.Empty<IndexKey>())
            .Concat(PayerName.Of(payer.Name).Words.Where(IsTelling).Select(OfNameWord));

    internal static IndexKey OfAmount(Money amount) =>
        new(string.Create(CultureInfo.InvariantCulture, $"amount:{amount.Currency.Code}:{amount.MinorUnits}"));

    internal static IndexKey OfAccount(string account) => new("iban:" + account);

    internal static IndexKey OfNameWord(string word) => new("name:" + word);

    /// <summary>Keys of every reference that the payment shows.</summary>
    internal static IEnumerable<IndexKey> OfReferences(Clues clues)
    {
        var numbers = clues.Numbers.All.OrderBy(Unlikeliness).ThenBy(mention => mention.Digits, StringComparer.Ordinal).ToList();
        return clues.CreditorReferences.Take(MostStructured).Select(found => new IndexKey("rf:" + found.Reference))
            .Concat(numbers.Where(mention => mention.Digits.Length >= LeastDigits).Take(MostNumbers)
                .Select(mention => new IndexKey("num:" + mention.Digits)))
            .Concat(numbers.Select(mention => LetteredNumber(clues, mention)).OfType<IndexKey>().Take(MostLetteredNumbers));
    }

    /// <summary>Keys of who pays: accounts, then the longest words of the name, or of the text where there is no name.</summary>
    internal static IEnumerable<IndexKey> OfPayer(Clues clues) =>
        clues.PayerAccounts.Select(OfAccount).Concat(NameWordsOf(clues).Select(OfNameWord));

    internal static IEnumerable<string> NameWordsOf(Clues clues) =>
        (clues.PayerNames.IsEmpty ? clues.Words : clues.PayerNames.SelectMany(name => name.Words))
        .Where(IsTelling).Distinct().OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Take(MostNames);

    private static IEnumerable<IndexKey> OfNumber(DocumentNumber number)
    {
        if (number.Compact.Length == 0)
            yield break;
        yield return new IndexKey("ref:" + number.Compact);
        foreach (var form in number.Forms.Where(form => form.Digits.Length >= LeastDigits))
            yield return new IndexKey("num:" + form.Digits);
    }

    /// <summary>A short number is only telling with the letters before it: <c>A12</c>.</summary>
    private static IndexKey? LetteredNumber(Clues clues, NumberMention mention)
    {
        var text = clues.Texts[mention.Range.Text];
        var before = mention.Range.First - 1;
        if (mention.Digits.Length > LeastDigits + 1 || before < 0 || text.Atoms[before].IsDigits || text.Atoms[before].Length > 6)
            return null;
        var (start, end) = (text.Atoms[before].Start, text.Atoms[mention.Range.Last].End);
        return new IndexKey("ref:" + text.Compact[start..end]);
    }

    /// <summary>Numbers that stand there as they are first, announced and of ordinary length; what has to be put together last.</summary>
    private static int Unlikeliness(NumberMention mention) =>
        (mention.IsCued ? 0 : 1) + (mention.Digits.Length is >= 4 and <= 14 ? 0 : 1)
        + (mention.Groups > 2 ? 2 : mention.Groups - 1) + (mention.Shape == NumberShape.Between ? 2 : 0);

    private static bool IsTelling(string word) => word.Length > 2;
}
