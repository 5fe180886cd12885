using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Tests.Identity;

/// <summary>A bank account of the pipeline beside its true history: what accepted files hold is in the books, once.</summary>
internal sealed class Ledger(TestPipeline pipeline, TrueHistory history, BankAccountId account, bool partsAreTold)
{
    private readonly SortedSet<int> _told = [];
    private readonly List<string> _course = [];

    /// <summary>Takes a file in; false where it is held for a person, for the one reason that there may be.</summary>
    public async Task<bool> TakeAsync(Export export)
    {
        var file = await pipeline.TakeInAsync(export.Name, export.Content);
        _course.Add($"{export.Name}: {file.Status} {string.Join(' ', file.Diagnostics.Select(d => d.Code))}");
        if (file.Status == FileStatus.Quarantined)
        {
            Assert.True(file.Diagnostics.Where(d => d.Severity == Domain.Statements.Diagnostics.Severity.Error).All(d => d.Code == "books-contradicted"), Course());
            return false;
        }

        foreach (var cut in export.Cuts)
            _told.UnionWith(Enumerable.Range(cut.From, cut.To - cut.From));
        await ShouldHoldWhatWasToldAsync();
        return true;
    }

    /// <summary>Fails where an entry of an accepted statement is missing, or stands twice, or any other stands at all.</summary>
    public async Task ShouldHoldWhatWasToldAsync()
    {
        var told = _told.Select(index => history.Entries[index]).SelectMany(entry => partsAreTold ? entry.Payments : [entry.Booked]).Order(StringComparer.Ordinal);
        var booked = (await EntriesAsync()).Select(Picture).Order(StringComparer.Ordinal);
        Assert.True(told.SequenceEqual(booked), $"{Course()}\ntold:\n  {string.Join("\n  ", told)}\nbooked:\n  {string.Join("\n  ", booked)}");
    }

    /// <summary>Fails where not every true entry is in the books, or their balance is not the bank's.</summary>
    public async Task ShouldBeCompleteAsync()
    {
        await ShouldHoldWhatWasToldAsync();
        Assert.True(_told.Count == history.Entries.Length, Course());
        var position = await pipeline.Statements.PositionAsync(account, default);
        Assert.Equal(history.Entries.Sum(entry => entry.Cents), position?.EntryTotal.MinorUnits);
    }

    public string Course() => string.Join('\n', history.Entries.Select((entry, index) => $"{index}: {entry.Booked} {entry.Reference}").Concat(_course));

    private static string Picture(EntryRecord entry) =>
        $"{entry.Payment.Entry.BookingDate} {entry.Payment.Entry.Amount.MinorUnits} {string.Concat(entry.Payment.Entry.Details.SelectMany(d => d.Remittance))}";

    private async Task<IEnumerable<EntryRecord>> EntriesAsync() =>
        (await pipeline.Statements.EntriesAsync(new EntryFilter([], Account: account), new PageRequest(1000), default)).Items;
}
