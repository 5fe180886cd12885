using System.Text;
using System.Text.Unicode;
using FsCheck;
using FsCheck.Fluent;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Tests.Statements.Text;

public class StatementTextTests
{
    [Theory]
    [InlineData("plain, and nothing but")]
    [InlineData("Échéance n° 3 à 20 €, 😀\r\nÜber\tß")]
    public void Read_Utf8_GivesItAsItIs(string text)
    {
        Assert.Equal((text, ""), Read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((text, ""), Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal((text, ""), Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal((text, ""), Read([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]));
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_AreOfThePage() =>
        Assert.Equal(("Échéance à 20 €", ""), Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Échéance à 20 €")));

    [Fact]
    public void Read_AWrongByteInUtf8_IsAFinding() =>
        Assert.Equal(("é\n\uFFFD.", "1 character(s) cannot be read, the first on line 2."), Read([0xC3, 0xA9, (byte)'\n', 0xE9, (byte)'.']));

    [Fact]
    public void Read_ControlsAndLostLetters_AreFindings() =>
        Assert.Equal(("a\uFFFDb\uFFFDc ", "2 character(s) cannot be read, the first on line 1."), Read("a\u0001b\uFFFDc\u001A"u8.ToArray()));

    [Fact]
    public void Read_AByteThatThePageLacks_IsAFinding() =>
        Assert.Equal(("é\uFFFD", "1 character(s) cannot be read, the first on line 1."), Read([0xE9, 0x81]));

    [Fact]
    public void Read_TheFirstByteBeyondAscii_WaitsForADeclaration()
    {
        using var text = new StatementText(new MemoryStream([.. "CHARSET:1250 "u8, 0xA3]), SingleBytePage.Western);
        var buffer = new byte[100];

        var before = text.Read(buffer);
        text.Declare("1250");
        var behind = text.Read(buffer.AsSpan(before));

        Assert.Equal("CHARSET:1250 Ł", Encoding.UTF8.GetString(buffer, 0, before + behind));
    }

    [Fact]
    public void Read_AnyBytes_GivesValidTextWithoutControls_HoweverTheyCome() =>
        Prop.ForAll(Arb.From(Bytes()), bytes =>
        {
            var whole = Read(bytes);

            Assert.Equal(whole, Read(new DripStream(bytes)));
            Assert.DoesNotContain(whole.Text, c => c < ' ' && !char.IsWhiteSpace(c));
            Assert.Equal(whole.Text.Contains('\uFFFD'), whole.Finding.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData(8_191)]
    [InlineData(8_192)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    public void Read_ACharacterAcrossAnyBorder_StaysWhole(int before)
    {
        foreach (var beyond in new[] { "é", "€", "😀" })
        {
            var text = "ß" + new string('x', before - 2) + string.Concat(Enumerable.Repeat(beyond + "\n", 20_000));

            Assert.Equal((text, ""), Read(Encoding.UTF8.GetBytes(text)));
        }
    }

    private static Gen<byte[]> Bytes() =>
        from pieces in Gen.ListOf(Gen.OneOf(
            Gen.Choose(0, 255).Select(b => new[] { (byte)b }),
            Gen.Elements("plain text, ", "é", "€uro", "😀", "\r\n", "\u00A0", "\uFFFD", "\uFFFE").Select(Encoding.UTF8.GetBytes)))
        select pieces.SelectMany(piece => piece).ToArray();

    private static (string Text, string Finding) Read(byte[] bytes) => Read(new MemoryStream(bytes));

    private static (string Text, string Finding) Read(Stream bytes)
    {
        using var text = new StatementText(bytes, SingleBytePage.Western);
        using var all = new MemoryStream();
        text.CopyTo(all);
        Assert.True(Utf8.IsValid(all.ToArray()));
        return (Encoding.UTF8.GetString(all.ToArray()), string.Join("; ", text.Findings().Select(finding => finding.Message)));
    }
}
