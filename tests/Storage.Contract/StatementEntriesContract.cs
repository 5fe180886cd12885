using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Contract;

/// <summary>Entries, their states, and races about them.</summary>
public abstract class StatementEntriesContract : StorageContract
{
    private static readonly Candidate Choice = new(Given.SettlementOf(Given.Account, 10000), 0.8m, [Evidence.Of(EvidenceKind.AmountExact, "100.00 EUR")]);

    private IStatementStore Store => Storage.Statements;

    [Fact]
    public async Task Entries_ComeByDayAndIdentifier_PageByPage()
    {
        var staged = Enumerable.Range(0, 25).Select(n => Given.Staged($"E{n}", day: 1 + (n * 7 % 5))).ToList();
        await Store.AcceptedAsync("f", staged, Given.Statement());
        foreach (var entry in staged.Where((_, n) => n % 3 == 0))
            await Store.MoveAsync(entry.Identity.Id, matching => matching.Propose([Choice], []));
        await Store.ExplainedAsync(staged[1].Identity.Id, Given.SettlementOf(Given.Account, 10000));

        var expected = staged.OrderBy(e => e.Entry.BookingDate.Day).ThenBy(e => e.Identity.Id, StringComparer.Ordinal).Select(e => e.Identity.Id).ToList();
        foreach (var size in new[] { 1, 4, 25, 1000 })
            Assert.Equal(expected, await IdsAsync(new EntryFilter([]), size));
        Assert.Equal(
            expected.Where(id => staged.FindIndex(e => e.Identity.Id == id) % 3 == 0), await IdsAsync(new EntryFilter([EntryState.Review]), 2));
        Assert.Equal(
            expected.Where(id => staged.FindIndex(e => e.Identity.Id == id) is var n && (n % 3 == 0 || n == 1)),
            await IdsAsync(new EntryFilter([EntryState.Review, EntryState.Explained]), 3));
    }

    [Fact]
    public async Task Entries_AreFilteredByFileAndAccount()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B", bank: Given.OtherBank)]);
        await Store.AcceptedAsync("g", [Given.Staged("C"), Given.Staged("A")]);

        Assert.Equal(["A", "B"], await ReferencesAsync(new EntryFilter([], File: Given.Sha("f"))));
        Assert.Equal(["C"], await ReferencesAsync(new EntryFilter([EntryState.New], File: Given.Sha("g"))));
        Assert.Empty(await ReferencesAsync(new EntryFilter([EntryState.Review], File: Given.Sha("g"))));
        Assert.Equal(["A", "C"], await ReferencesAsync(new EntryFilter([], Account: Given.Bank)));
        Assert.Equal(["B"], await ReferencesAsync(new EntryFilter([], Given.Sha("f"), Given.OtherBank)));
        Assert.Empty(await ReferencesAsync(new EntryFilter([], Given.Sha("nothing"))));
    }

    [Fact]
    public async Task Entries_AreFilteredByBookingDay_BothEndsIncluded()
    {
        await Store.AcceptedAsync("f", [.. Enumerable.Range(1, 6).Select(day => Given.Staged($"day {day}", day: day))], Given.Statement());

        foreach (var file in new[] { null, Given.Sha("f") })
        {
            Assert.Equal(["day 3", "day 4", "day 5"], await ReferencesAsync(new EntryFilter([], file, From: Given.March(3), To: Given.March(5))));
            Assert.Equal(["day 5", "day 6"], await ReferencesAsync(new EntryFilter([EntryState.New], file, From: Given.March(5))));
            Assert.Equal(["day 1"], await ReferencesAsync(new EntryFilter([EntryState.New], file, To: Given.March(1))));
            Assert.Equal(4, (await IdsAsync(new EntryFilter([], file, From: Given.March(2), To: Given.March(5)), 1)).Count());
        }
    }

    [Fact]
    public async Task Update_WritesTheWholeState()
    {
        var id = await OneAsync();
        var evidence = Evidence.Of(EvidenceKind.AnotherFits, "F-2");
        await Store.MoveAsync(id, matching => matching.Propose([Choice, Choice], [evidence]));

        var record = await Store.FindEntryAsync(id, None);

        Assert.Equal(EntryState.Review, record!.Matching.State);
        Assert.Equal<Evidence>([evidence], record.Matching.Evidence);
        Assert.Equal(
            StoredJson.Write(new EntryMatching { Entry = id }.Propose([Choice, Choice], [evidence]).Next),
            StoredJson.Write(record.Matching));
    }

    [Fact]
    public async Task Update_OnAnotherVersionThanDecidedOn_IsRefusedAndChangesNothing()
    {
        var id = await OneAsync();
        var record = await Store.FindEntryAsync(id, None);
        var first = record!.Matching.Claim(Given.SettlementOf(Given.Debtor(1), 10000), Given.Decision).Next!;
        var second = record.Matching.Claim(Given.SettlementOf(Given.Debtor(2), 10000), Given.Decision).Next!;

        Assert.True(await Store.UpdateAsync(first, record.Version, None));
        Assert.False(await Store.UpdateAsync(second, record.Version, None));

        var claimed = await Store.FindEntryAsync(id, None);
        Assert.Equal(StoredJson.Write(first), StoredJson.Write(claimed!.Matching));
        Assert.NotEqual(record.Version, claimed.Version);
        Assert.Equal<string>([id], await Store.MoneyInFlightAsync(Given.Debtor(1), None));
        Assert.Empty(await Store.MoneyInFlightAsync(Given.Debtor(2), None));
    }

    [Fact]
    public async Task Updates_OfSeveralEntries_AreEachWrittenOrNotByItself_AndRaiseTheVersionByOne()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B"), Given.Staged("C")]);
        var records = new List<EntryRecord>();
        foreach (var name in new[] { "A", "B", "C" })
            records.Add((await Store.FindEntryAsync(Given.Staged(name).Identity.Id, None))!);
        var claims = records.ConvertAll(r => r.Matching.Claim(Given.SettlementOf(Given.Account, 10000), Given.Decision).Next!);
        Assert.True(await Store.UpdateAsync(records[1].Matching.Propose([], []).Next!, records[1].Version, None));

        var written = await Store.UpdateAsync([.. records.Zip(claims, (r, claim) => new EntryUpdate(claim, r.Version))], None);

        Assert.Equal<bool>([true, false, true], written);
        foreach (var (record, isWritten) in records.Zip(written))
        {
            var now = await Store.FindEntryAsync(record.Payment.Id, None);
            Assert.Equal((isWritten ? EntryState.Claimed : EntryState.Unexplained, record.Version + 1), (now!.Matching.State, now.Version));
        }
    }

    [Fact]
    public async Task Update_ByManyAtOnce_LetsExactlyOneClaim()
    {
        for (var round = 0; round < 10; round++)
        {
            var staged = Given.Staged($"R{round}");
            await Store.AcceptedAsync($"f{round}", [staged]);
            var record = await Store.FindEntryAsync(staged.Identity.Id, None);

            var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(debtor => Task.Run(() => Store.UpdateAsync(
                record!.Matching.Claim(Given.SettlementOf(Given.Debtor(debtor), 10000), Given.Decision).Next!, record.Version, None))));

            var winner = Array.IndexOf(won, true);
            Assert.Single(won, claimed => claimed);
            var claimed = await Store.FindEntryAsync(staged.Identity.Id, None);
            Assert.Equal<AccountId>([Given.Debtor(winner)], claimed!.Matching.Accounts);
        }
    }

    [Fact]
    public async Task MoneyInFlight_NamesEntriesWithACandidateOrAClaim_UntilTheyAreExplained()
    {
        var id = await OneAsync();
        Assert.Empty(await Store.MoneyInFlightAsync(Given.Account, None));

        await Store.MoveAsync(id, matching => matching.Propose([Choice], []));
        Assert.Equal<string>([id], await Store.MoneyInFlightAsync(Given.Account, None));
        Assert.Empty(await Store.MoneyInFlightAsync(Given.Debtor(7), None));

        await Store.MoveAsync(id, matching => matching.Claim(Given.SettlementOf(Given.Debtor(7), 10000), Given.Decision));
        Assert.Equal<string>([id], await Store.MoneyInFlightAsync(Given.Debtor(7), None));

        await Store.MoveAsync(id, matching => matching.Settle());
        Assert.Empty(await Store.MoneyInFlightAsync(Given.Debtor(7), None));
        Assert.Empty(await Store.MoneyInFlightAsync(Given.Account, None));
    }

    [Fact]
    public async Task MoneyInFlight_OfARejectedCandidate_IsGone()
    {
        var id = await OneAsync();
        await Store.MoveAsync(id, matching => matching.Propose([Choice], []));

        await Store.MoveAsync(id, matching => matching.Reject(1, Given.Decision));

        Assert.Empty(await Store.MoneyInFlightAsync(Given.Account, None));
    }

    [Fact]
    public async Task ExplainedCredits_AreOfExactlyTheAmountAndNotBeforeTheDay()
    {
        string[] references = ["before", "on the day", "after", "other amount", "not explained", "money out"];
        var staged = references.Select((reference, n) => Given.Staged(
            reference, reference switch { "other amount" => 10001, "money out" => -10000, _ => 10000 }, day: 3 + n)).ToList();
        await Store.AcceptedAsync("f", staged);
        foreach (var entry in staged.Where(e => e.Entry.BankReference != "not explained"))
            await Store.ExplainedAsync(entry.Identity.Id, Given.SettlementOf(Given.Account, entry.Entry.Amount.MinorUnits));

        var found = await Store.ExplainedCreditsAsync([Given.Eur(10000)], Given.March(4), None);

        Assert.Equal(["on the day", "after"], found.Select(entry => entry.Payment.Entry.BankReference));
        Assert.All(found, entry => Assert.NotNull(entry.Matching.Match));
        var several = await Store.ExplainedCreditsAsync([Given.Eur(10001), Given.Eur(10000), Given.Eur(10001), Given.Eur(7)], Given.March(1), None);
        Assert.Equal(["before", "on the day", "after", "other amount"], several.Select(entry => entry.Payment.Entry.BankReference));
        Assert.Empty(await Store.ExplainedCreditsAsync([Given.Eur(-10000)], Given.March(1), None));
    }

    [Fact]
    public async Task ExplainedCredits_ForgetAnEntryThatIsReleased()
    {
        var id = await OneAsync();
        await Store.ExplainedAsync(id, Given.SettlementOf(Given.Account, 10000));
        Assert.Single(await Store.ExplainedCreditsAsync([Given.Eur(10000)], Given.March(1), None));

        await Store.MoveAsync(id, matching => matching.Unclaim(Given.Decision));
        await Store.MoveAsync(id, matching => matching.Release(Evidence.Of(EvidenceKind.NothingFits)));

        Assert.Empty(await Store.ExplainedCreditsAsync([Given.Eur(10000)], Given.March(1), None));
    }

    [Fact]
    public async Task HasNewEntries_UntilTheMatcherSawEachOne()
    {
        await Store.AcceptedAsync("f", [Given.Staged("A"), Given.Staged("B")]);
        await Store.MoveAsync(Given.Staged("A").Identity.Id, matching => matching.Propose([], []));
        Assert.True(await Store.HasNewEntriesAsync(None));

        await Store.MoveAsync(Given.Staged("B").Identity.Id, matching => matching.Propose([], []));

        Assert.False(await Store.HasNewEntriesAsync(None));
    }

    [Fact]
    public async Task FindEntry_OfAnUnknownIdentifier_IsNull() => Assert.Null(await Store.FindEntryAsync("nothing", None));

    private async Task<string> OneAsync()
    {
        await Store.AcceptedAsync("one", [Given.Staged("one")]);
        return Given.Staged("one").Identity.Id;
    }

    private async Task<IEnumerable<string>> IdsAsync(EntryFilter filter, int size) =>
        (await Given.AllAsync(page => Store.EntriesAsync(filter, page, None), size)).Select(entry => entry.Payment.Id);

    private async Task<List<string?>> ReferencesAsync(EntryFilter filter) =>
        [.. (await Given.AllAsync(page => Store.EntriesAsync(filter, page, None), 1)).Select(entry => entry.Payment.Entry.BankReference).Order()];
}
