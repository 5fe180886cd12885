using System.Text;
using Azure.Core.Pipeline;
using Reconciliation.Chaos.Faults;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Emulator;
using Reconciliation.Pipeline.Ingest;
using Reconciliation.Pipeline.Matching;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Chaos.Scenarios;

/// <summary>
/// Two weeks of a creditor: receivables come in, banks drop files, people decide, reminders leave. Everything of an hour
/// is done before the clock moves on, so that decisions bear the same instants whatever disturbs them.
/// </summary>
internal sealed class Course : IAsyncDisposable
{
    private const string Person = "compta@exemplia.example";

    private readonly World _world;
    private readonly Engine _engine;

    private Course(World world)
    {
        _world = world;
        _engine = new Engine(world);
    }

    /// <summary>Runs the course and looks at what it left.</summary>
    public static async Task<Outcome> RunAsync(AzuriteEmulator emulator, string prefix, Disturbance disturbance)
    {
        var world = new World(emulator, prefix, disturbance);
        await using var course = new Course(world);
        await course.RunAsync();
        return new Outcome(await LedgerPicture.OfAsync(world), course._engine.Failures, course._engine.Starts, world.Bus.Delivered);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task RunAsync()
    {
        await MoveToAsync(9, 1, 6, 0);
        await _engine.DoAsync("import", ImportAsync);
        await DropAsync(Books.FirstMorning);
        await _engine.SettleAsync();
        await MoveToAsync(9, 1, 9, 5);
        await _engine.SettleAsync();

        await MoveToAsync(9, 2, 6, 0);
        await DropAsync(Books.SecondMorning);
        await _engine.SettleAsync();
        await PersonAsync("confirm", Books.OverdueCents(10), (review, entry) => review.ConfirmAsync(entry, 2, Person, "they called", default));
        await PersonAsync("undo", Books.OverdueCents(9), (review, entry) => review.UndoAsync(entry, Person, "meant otherwise", default));
        await _engine.SettleAsync();

        await MoveToAsync(9, 3, 6, 0);
        await PersonAsync("assign", Books.OverdueCents(9), AssignAsync);
        await DropAsync(Books.ThirdMorning);
        await _engine.SettleAsync();
        await PersonAsync("undo", Books.OverdueCents(12), (review, entry) => review.UndoAsync(entry, Person, null, default));
        await MoveToAsync(9, 3, 9, 5);
        await _engine.SettleAsync();

        await MoveToAsync(9, 16, 6, 0);
        await DropAsync(Books.LastMorning);
        await _engine.SettleAsync();
        await _engine.DoAsync("release", ReleaseAsync);
        await _engine.SettleAsync();
        await MoveToAsync(9, 16, 9, 5);
        await _engine.SettleAsync();
        await _world.Late.SendAllAsync(HttpClientTransport.Shared);
        await _engine.SettleAsync();
    }

    private async Task MoveToAsync(int month, int day, int hour, int minute)
    {
        var civil = new DateTime(2026, month, day, hour, minute, 0);
        _world.Clock.Now = new DateTimeOffset(civil, _world.Clock.LocalTimeZone.GetUtcOffset(civil));
        foreach (var (account, at) in _world.Alarms.Ring(_world.Clock.Now))
        {
            await _engine.DoAsync("ring", async process =>
            {
                await process.Get<IMessages>().SendAsync(new AccountWoken(account, at), default);
                return true;
            });
        }
    }

    private static async Task<bool> ImportAsync(RunningProcess process)
    {
        using var receivables = new MemoryStream(Encoding.UTF8.GetBytes(Books.Receivables));
        using var terms = new MemoryStream(Encoding.UTF8.GetBytes(Books.Instalments));
        var imported = await process.Get<ImportReceivables>().HandleAsync(new ImportRequest("receivables.csv", receivables, terms), default);
        Assert.Empty(imported.Faults);
        return true;
    }

    // Banks write into the storage account themselves; word of it may be lost, and comes later.
    private async Task DropAsync((string Name, string Content)[] files)
    {
        foreach (var (name, content) in files)
        {
            var inbox = _world.Emulator.Blobs.GetBlobContainerClient(_world.Prefix + "inbox");
            await inbox.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: false);
            if (_world.Chance.Draw("word of a file") >= _world.Disturbance.Rate * 3)
                await _world.Bus.For(new FaultSource(_world.Chance, rate: 0)).SendAsync(new StatementArrived(name), default);
        }
    }

    // A person tries again until it is done, or refused because an earlier attempt was.
    private async Task PersonAsync(string what, long cents, Func<ReviewMatch, string, Task<Refusal?>> decide)
    {
        await using var outside = await RunningProcess.UndisturbedAsync(_world);
        var entries = (await outside.Get<IStatementStore>().EntriesAsync(new EntryFilter([]), new PageRequest(1000), default)).Items;
        var entry = entries.Where(e => e.Payment.Amount == new Money(cents, Currency.Eur)).MinBy(e => e.Payment.BookedOn);
        Assert.NotNull(entry);
        var refusal = await _engine.DoAsync(what, process => decide(process.Get<ReviewMatch>(), entry.Payment.Id));
        Assert.True(refusal is null || _world.Disturbance.Rate > 0, $"{what}: {refusal}");
    }

    private static Task<Refusal?> AssignAsync(ReviewMatch review, string entry)
    {
        var amount = new Money(Books.OverdueCents(9), Currency.Eur);
        var part = new Money(Books.OverdueCents(9) / 3, Currency.Eur);
        var share = new AccountShare(
            new AccountId(World.Creditor.Id, Books.DebtorId(9), Currency.Eur), [new Allocation(Books.Overdue(9), null, part)], [], amount - part);
        return review.AssignAsync(entry, [share], Person, "by telephone", default);
    }

    private async Task<Refusal?> ReleaseAsync(RunningProcess process)
    {
        var files = await process.Get<IStatementStore>().FilesAsync(FileStatus.Quarantined, new PageRequest(), default);
        var file = files.Items.SingleOrDefault(f => f.Name == Books.Released);
        return file is null ? ReleaseStatement.NotQuarantined : await process.Get<ReleaseStatement>().HandleAsync(file.Sha256, default);
    }
}

/// <summary>What a run left, and what it went through.</summary>
/// <param name="Picture">The ledger at the end.</param>
/// <param name="Failures">How many attempts at a step failed.</param>
/// <param name="Starts">How often a process was started.</param>
/// <param name="Delivered">How many messages were handed out.</param>
internal sealed record Outcome(LedgerPicture Picture, int Failures, int Starts, int Delivered);
