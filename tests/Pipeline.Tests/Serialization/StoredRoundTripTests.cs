using System.Collections;
using System.Text.Json;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Pipeline.Tests.Serialization;

public class StoredRoundTripTests
{
    /// <summary>What adapters write, with every kind of every family: a new kind is among them by itself.</summary>
    public static TheoryData<Type> Types =>
    [
        .. StoredTypes.Roots.Except([typeof(DebtorAccount)]),
        .. StoredKinds.Families.Keys.SelectMany(StoredTypes.ConcreteKinds),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void AnyValue_WrittenAndRead_SaysTheSame(Type type)
    {
        var declared = StoredKinds.Families.Keys.FirstOrDefault(type.IsSubclassOf) ?? type;
        for (var seed = 0; seed < 60; seed++)
        {
            var value = new Invented(new Random(seed)).Of(type);

            var json = JsonSerializer.Serialize(value, declared, StoredJson.Options);
            var read = JsonSerializer.Deserialize(json, declared, StoredJson.Options)!;

            Assert.Equal(value.GetType(), read.GetType());
            Assert.Equal(json, JsonSerializer.Serialize(read, declared, StoredJson.Options));
            AssertAlike(value, read);
        }
    }

    [Fact]
    public void Families_RegisterEveryConcreteType_UnderOneNameEach()
    {
        foreach (var (family, kinds) in StoredKinds.Families)
        {
            Assert.Equal(
                StoredTypes.ConcreteKinds(family).Select(type => type.Name).Order(StringComparer.Ordinal),
                kinds.Select(kind => kind.Type.Name).Order(StringComparer.Ordinal));
            Assert.Equal(kinds.Length, kinds.Select(kind => kind.Name).Distinct().Count());
        }
    }

    [Fact]
    public void AbstractStoredTypes_AreFamiliesOfTheTable() =>
        Assert.All(StoredTypes.All.Where(type => type.IsAbstract), type => Assert.Contains(type, StoredKinds.Families.Keys));

    [Fact]
    public void Account_ReadFromItsSnapshot_GoesOnAsTheFoldOfAllItsEvents()
    {
        var story = StoredSamples.Story;
        var id = new AccountId("creditor", "debtor", Currency.Eur);
        for (var cut = 0; cut <= story.Count; cut++)
        {
            var snapshot = StoredJson.Write(DebtorAccount.Fold(id, story.Take(cut)));

            var account = StoredJson.Read<DebtorAccount>(snapshot).Apply(story.Skip(cut));

            Assert.Equal(StoredJson.Write(DebtorAccount.Fold(id, story)), StoredJson.Write(account));
        }
    }

    [Fact]
    public void Account_ReadFromItsSnapshot_OrdersItsKeysByCodePoint()
    {
        var account = StoredJson.Read<DebtorAccount>(StoredJson.Write(DebtorAccount.Empty(new AccountId("a", "b", Currency.Eur))));

        Assert.Equal(StringComparer.Ordinal, account.Receivables.KeyComparer);
        Assert.Equal(StringComparer.Ordinal, account.Payments.KeyComparer);
        Assert.Equal(StringComparer.Ordinal, account.Contacts.KeyComparer);
        Assert.Equal(StringComparer.Ordinal, account.Payers.KeyComparer);
    }

    [Fact]
    public void UnknownMember_IsIgnored() =>
        Assert.Equal(
            new EntriesAccepted("f"),
            StoredJson.Read<PipelineMessage>("""{"later":{"a":[1]},"file":"f","kind":"entries-accepted","x":null}"""));

    [Theory]
    [InlineData("""{"file":"f"}""")]
    [InlineData("""{"kind":"entries-eaten","file":"f"}""")]
    [InlineData("""{"kind":"entries-accepted"}""")]
    [InlineData("""{"kind":"entries-accepted","file":null}""")]
    [InlineData("""{"kind":"account-changed","account":"a|b","version":1}""")]
    [InlineData("""{"kind":"account-changed","account":"a|b|EUR"}""")]
    public void Message_OfUnknownKindOrWithoutAMember_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => StoredJson.Read<PipelineMessage>(json));

    [Theory]
    [InlineData("\"12.34\"")]
    [InlineData("\"12.3 EUR\"")]
    [InlineData("\"12.345 EUR\"")]
    [InlineData("\"12,34 EUR\"")]
    [InlineData("\"12 EUR\"")]
    [InlineData("\".34 EUR\"")]
    [InlineData("\"1.0 JPY\"")]
    [InlineData("\"12.34 EUX\"")]
    [InlineData("\"99999999999999999999.00 EUR\"")]
    [InlineData("12.34")]
    [InlineData("null")]
    public void Money_InAnotherNotation_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => StoredJson.Read<Money>(json));

    [Theory]
    [InlineData(1234, "EUR", "12.34 EUR")]
    [InlineData(-5, "EUR", "-0.05 EUR")]
    [InlineData(-1200, "JPY", "-1200 JPY")]
    [InlineData(1, "BHD", "0.001 BHD")]
    [InlineData(long.MinValue, "EUR", "-92233720368547758.08 EUR")]
    [InlineData(long.MaxValue, "CLF", "922337203685477.5807 CLF")]
    public void Money_IsStoredAsExactText(long minorUnits, string currency, string text)
    {
        var amount = new Money(minorUnits, Currency.Of(currency));

        Assert.Equal($"\"{text}\"", StoredJson.Write(amount));
        Assert.Equal(amount, StoredJson.Read<Money>($"\"{text}\""));
    }

    // Records with lists compare them by reference, so members are compared one by one.
    private static void AssertAlike(object? expected, object? actual)
    {
        if (expected is null || actual is null || expected is string || expected.GetType().IsPrimitive || expected is IComparable)
        {
            Assert.Equal(expected, actual);
            return;
        }

        Assert.Equal(expected.GetType(), actual.GetType());
        if (expected is IEnumerable items)
        {
            var pairs = items.Cast<object>().ToList();
            var others = ((IEnumerable)actual).Cast<object>().ToList();
            Assert.Equal(pairs.Count, others.Count);
            for (var i = 0; i < pairs.Count; i++)
                AssertAlike(pairs[i], others[i]);
            return;
        }

        foreach (var property in expected.GetType().GetProperties().Where(p => p.CanWrite))
            AssertAlike(property.GetValue(expected), property.GetValue(actual));
    }
}
