using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Domain.Tests.Statements;

/// <summary>What must hold of a reader on any bytes, tried on the damaged fixtures of its format.</summary>
internal static class FixtureDamage
{
    /// <summary>The bytes of every statement fixture whose name begins with a prefix.</summary>
    public static byte[][] Files(string prefix) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "Statements"), prefix + "*.input.*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    /// <summary>Any fixture, cut at any byte.</summary>
    public static Arbitrary<byte[]> Cut(byte[][] files) => Arb.From(
        from file in Gen.Elements(files)
        from length in Gen.Choose(0, file.Length)
        select file[..length]);

    /// <summary>Any fixture with one to eight bytes replaced.</summary>
    public static Arbitrary<byte[]> Flipped(byte[][] files) => Arb.From(
        from file in Gen.Elements(files.Where(f => f.Length > 0).ToArray())
        from count in Gen.Choose(1, 8)
        from places in Gen.ArrayOf(Gen.Choose(0, file.Length - 1), count)
        from values in Gen.ArrayOf(Gen.Choose(0, 255), count)
        select Replaced(file, places, values));

    /// <summary>
    /// Reads with the checks applied and fails where a statement is not closed, an entry stands outside of one, out of
    /// its place or in another currency.
    /// </summary>
    public static void ShouldHold(IEnumerable<StatementPart> parts) => Robustness.ShouldBePaired(StatementChecks.Apply(parts));

    private static byte[] Replaced(byte[] file, int[] places, int[] values)
    {
        var copy = file.ToArray();
        foreach (var (place, value) in places.Zip(values))
            copy[place] = (byte)value;
        return copy;
    }
}
