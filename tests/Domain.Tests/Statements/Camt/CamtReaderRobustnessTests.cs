using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Camt;

namespace Reconciliation.Domain.Tests.Statements.Camt;

/// <summary>Whatever the bytes are, the reader answers with parts in order.</summary>
public partial class CamtReaderRobustnessTests
{
    public static TheoryData<string> Valid => CamtFixtures.Valid;

    [Theory]
    [MemberData(nameof(Valid))]
    public void Read_AFileCutAtAnyByte_IsRefusedUnlessItsDocumentsAreWhole(string fixture)
    {
        var bytes = CamtFixtures.Bytes(fixture);
        for (var length = 0; length < bytes.Length; length++)
        {
            var file = CamtFixtures.Read(bytes[..length]);

            Assert.True(!file.IsAcceptable || EndsWithRoot(bytes.AsSpan(0, length)), $"{fixture} was accepted when cut at byte {length}.");
        }
    }

    [Fact]
    public void Read_AFileWithAnyBytesChanged_KeepsItsPartsInOrder()
    {
        var fixtures = CamtFixtures.Names.Select(CamtFixtures.Bytes).ToArray();
        var change = from position in Gen.Choose(0, 1 << 20)
                     from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements<int>('<', '>', '/', '&', '"', ' ', '-', '9'))
                     select (position, value);
        var damaged = from fixture in Gen.Elements(fixtures)
                      from changes in change.NonEmptyListOf()
                      select Change(fixture, changes);

        Prop.ForAll(damaged.ToArbitrary(), bytes => CamtFixtures.Read(bytes) is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Read_AStreamThatGivesOneByteAtATime_GivesTheSame(string fixture)
    {
        var bytes = CamtFixtures.Bytes(fixture);

        var whole = StatementFile.Of(new CamtReader().Read(new MemoryStream(bytes)));
        var trickled = StatementFile.Of(new CamtReader().Read(new TricklingStream(bytes)));

        Assert.Equal(StatementJson.Of(whole), StatementJson.Of(trickled));
    }

    private static bool EndsWithRoot(ReadOnlySpan<byte> bytes) =>
        EndOfRoot().IsMatch(Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal));

    private static byte[] Change(byte[] bytes, IEnumerable<(int Position, int Value)> changes)
    {
        var changed = (byte[])bytes.Clone();
        foreach (var (position, value) in changes)
            changed[position % changed.Length] = (byte)value;
        return changed;
    }

    [GeneratedRegex(@"</(ns2:)?(Document|message)>\s*$")]
    private static partial Regex EndOfRoot();

    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
