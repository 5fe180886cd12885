using System.Collections.Immutable;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching.Reading;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>An account in the index: who owes, and the documents of which something was or is open.</summary>
internal sealed class OpenAccount
{
    /// <param name="id">The account.</param>
    /// <param name="items">Its items in any order.</param>
    /// <param name="position">The position of its first part among all parts of the index.</param>
    public OpenAccount(AccountId id, List<OpenItem> items, int position)
    {
        Id = id;
        Debtor = items[0].Debtor;
        Name = PayerName.Of(Debtor.Name);
        CustomerNumber = Debtor.CustomerNumber is { } number ? DocumentNumber.Of(number, null) : null;
        Documents = DocumentsOf(items, position);
        PartCount = Documents.Sum(document => document.Parts.Length);
    }

    public AccountId Id { get; }

    public Debtor Debtor { get; }

    public PayerName Name { get; }

    public DocumentNumber? CustomerNumber { get; }

    /// <summary>In order of their first due date, then of their number.</summary>
    public ImmutableArray<OpenDocument> Documents { get; }

    public int PartCount { get; }

    private ImmutableArray<OpenDocument> DocumentsOf(List<OpenItem> items, int position)
    {
        var documents = ImmutableArray.CreateBuilder<OpenDocument>();
        var groups = items.GroupBy(item => item.Receivable.Number, StringComparer.Ordinal)
            .OrderBy(group => group.Min(item => item.DueDate)).ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var parts = group.Distinct().OrderBy(item => item.DueDate).ThenBy(item => item.Instalment).ToList();
            if (parts.Select(item => item.Instalment).Distinct().Count() < parts.Count)
                throw new ArgumentException($"Receivable {group.Key} of {Id} is given twice with different content.", nameof(items));
            documents.Add(new OpenDocument(this, parts, position));
            position += parts.Count;
        }

        return documents.ToImmutable();
    }
}

/// <summary>A receivable or credit note in the index, with the parts that fall due on their own.</summary>
internal sealed class OpenDocument
{
    public OpenDocument(OpenAccount account, List<OpenItem> parts, int position)
    {
        Account = account;
        Receivable = parts[0].Receivable;
        Number = DocumentNumber.Of(Receivable.Number, Receivable.IssueDate.Year);
        Structured = Receivable.StructuredReference is { } reference ? DocumentNumber.Of(reference, null) : null;
        CreditorReference = Domain.CreditorReference.TryParse(Receivable.StructuredReference, out var parsed) ? parsed.Value : null;
        Order = Receivable.OrderNumber is { } order ? DocumentNumber.Of(order, null) : null;
        Parts = [.. parts.Select((item, i) => new OpenPart(this, item, position + i))];
    }

    public OpenAccount Account { get; }

    public Receivable Receivable { get; }

    public DocumentNumber Number { get; }

    /// <summary>The structured reference in comparable form; null for none.</summary>
    public DocumentNumber? Structured { get; }

    /// <summary>The structured reference where it is an ISO 11649 one; null otherwise.</summary>
    public string? CreditorReference { get; }

    public DocumentNumber? Order { get; }

    /// <summary>In order of due date.</summary>
    public ImmutableArray<OpenPart> Parts { get; }

    public bool IsDisputed => Parts.Any(part => part.Item.IsDisputed);
}

/// <summary>A part of a document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Item">The item.</param>
/// <param name="Position">Its place among all parts of the index.</param>
internal readonly record struct OpenPart(OpenDocument Document, OpenItem Item, int Position);
