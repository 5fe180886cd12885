using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Tests.Statements;

/// <summary>What every reader must bear, whatever the bytes.</summary>
internal static class Robustness
{
    /// <summary>The inputs of a format, from every folder.</summary>
    public static IReadOnlyList<string> Inputs(string prefix) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "Statements"), $"{prefix}*.input.*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Fixtures.Root, path)).Order(StringComparer.Ordinal),
    ];

    public static byte[] Bytes(string input) => File.ReadAllBytes(Path.Combine(Fixtures.Root, input));

    /// <summary>What is read, as JSON.</summary>
    public static string Read(StatementReader reader, Stream bytes) => StatementJson.Of(StatementFile.Of(Parts(reader, bytes)));

    public static string Read(StatementReader reader, byte[] bytes) => Read(reader, new MemoryStream(bytes));

    public static StatementFile ReadFile(StatementReader reader, string text) =>
        StatementFile.Of(StatementChecks.Apply(reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))));

    public static void BearsTruncation(StatementReader reader, byte[] bytes)
    {
        for (var length = 0; length < bytes.Length; length++)
            Parts(reader, new MemoryStream(bytes, 0, length));
    }

    /// <summary>Some bytes of a fixture are replaced, by anything or by what the format's grammar knows.</summary>
    public static void BearsDamage(StatementReader reader, IReadOnlyList<string> inputs, string grammar)
    {
        var fixtures = inputs.Select(Bytes).ToArray();
        var change =
            from position in Gen.Choose(0, 1 << 20)
            from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements(grammar.Select(c => (int)c)))
            select (position, value);
        var damaged =
            from fixture in Gen.Elements(fixtures)
            from changes in Gen.NonEmptyListOf(change)
            select Damaged(fixture, changes);
        Prop.ForAll(damaged.ToArbitrary(), bytes => { Parts(reader, new MemoryStream(bytes)); })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    /// <summary>The parts, whose order was held to the contract of a reader.</summary>
    private static List<StatementPart> Parts(StatementReader reader, Stream bytes)
    {
        var parts = StatementChecks.Apply(reader.Read(bytes)).ToList();
        ShouldBePaired(parts);
        return parts;
    }

    private static byte[] Damaged(byte[] fixture, IEnumerable<(int Position, int Value)> changes)
    {
        var bytes = fixture.ToArray();
        foreach (var (position, value) in changes)
            bytes[position % bytes.Length] = (byte)value;
        return bytes;
    }

    /// <summary>Fails where a statement is not closed, or an entry stands outside of one, out of its place or in another currency.</summary>
    public static void ShouldBePaired(IEnumerable<StatementPart> parts)
    {
        StatementOpened? open = null;
        var position = 0;
        foreach (var part in parts)
        {
            switch (part)
            {
                case StatementOpened opened:
                    Assert.Null(open);
                    open = opened;
                    position = 0;
                    break;
                case StatementEntry entry:
                    Assert.NotNull(open);
                    Assert.Equal(++position, entry.Position);
                    Assert.Equal(open.Currency, entry.Amount.Currency);
                    break;
                case StatementClosed closed:
                    Assert.NotNull(open);
                    Assert.True(closed.Closing is null || closed.Closing.Value.Amount.Currency == open.Currency);
                    open = null;
                    break;
                default:
                    Assert.IsType<Diagnostic>(part);
                    break;
            }
        }

        Assert.Null(open);
    }
}
