using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Pipeline.Tests.Serialization;

public class StoredTextTests
{
    [Fact]
    public void Instant_OfAnyOffset_IsStoredInUtcToTheTick()
    {
        var instant = new DateTimeOffset(2026, 3, 5, 1, 30, 0, TimeSpan.FromHours(2)).AddTicks(7);

        Assert.Equal("2026-03-04T23:30:00.0000007Z", StoredText.Of(instant));
        Assert.Equal(instant, StoredText.Instant("2026-03-04T23:30:00.0000007Z"));
        Assert.Equal(TimeSpan.Zero, StoredText.Instant("2026-03-04T23:30:00.0000007Z").Offset);
    }

    [Fact]
    public void Instants_SortAsTheirTexts()
    {
        var random = new Random(5);
        var instants = Enumerable.Range(0, 200).Select(_ => new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero)).ToList();

        Assert.Equal(instants.Order().Select(StoredText.Of), instants.Select(StoredText.Of).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Day_IsStoredAsItsDate()
    {
        Assert.Equal("0987-01-02", StoredText.Of(new DateOnly(987, 1, 2)));
        Assert.Equal(new DateOnly(987, 1, 2), StoredText.Day("0987-01-02"));
    }

    [Theory]
    [InlineData(ContactChannel.Email, "email")]
    [InlineData(ContactChannel.RegisteredLetter, "registered-letter")]
    public void Member_IsStoredAsWords(ContactChannel channel, string text)
    {
        Assert.Equal(text, StoredText.Of(channel));
        Assert.Equal(channel, StoredText.Member<ContactChannel>(text));
        Assert.Equal($"\"{text}\"", StoredJson.Write(channel));
    }

    [Theory]
    [InlineData("2026-3-5")]
    [InlineData("05/03/2026")]
    [InlineData("2026-02-30")]
    [InlineData("")]
    public void Day_InAnotherForm_IsRefused(string text) => Assert.Throws<FormatException>(() => StoredText.Day(text));

    [Theory]
    [InlineData("2026-03-04T23:30:00Z")]
    [InlineData("2026-03-04T23:30:00.0000007+01:00")]
    public void Instant_InAnotherForm_IsRefused(string text) => Assert.Throws<FormatException>(() => StoredText.Instant(text));

    [Theory]
    [InlineData("RegisteredLetter")]
    [InlineData("0")]
    public void Member_InAnotherForm_IsRefused(string text) => Assert.Throws<FormatException>(() => StoredText.Member<ContactChannel>(text));

    [Theory]
    [InlineData("lower")]
    [InlineData("with blank")]
    public void BankAccount_ThatNoneWrote_IsRefused(string text) => Assert.Throws<FormatException>(() => StoredText.BankAccount(text));

    [Fact]
    public void BankAccount_OfNone_IsTheDefault() => Assert.Equal(default(BankAccountId), StoredText.BankAccount(""));
}
