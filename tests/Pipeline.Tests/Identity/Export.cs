namespace Reconciliation.Pipeline.Tests.Identity;

/// <summary>A stretch of a history as one statement.</summary>
/// <param name="From">The index of its first entry.</param>
/// <param name="To">The index behind its last entry.</param>
/// <param name="Number">The bank's number of the statement.</param>
internal readonly record struct Cut(int From, int To, int Number);

/// <summary>A file as it arrives.</summary>
/// <param name="Name">Its name, which tells a reader of a failure what it is.</param>
/// <param name="Content">Its text.</param>
/// <param name="Cuts">The statements to post in it; none for a preview or notification.</param>
internal sealed record Export(string Name, string Content, IReadOnlyList<Cut> Cuts);

/// <summary>What a bank's export gives of references.</summary>
/// <param name="OfBank">The bank's own reference of each entry.</param>
/// <param name="OfPayer">The end-to-end reference.</param>
internal readonly record struct References(bool OfBank, bool OfPayer)
{
    public static References All { get; } = new(true, true);
}
