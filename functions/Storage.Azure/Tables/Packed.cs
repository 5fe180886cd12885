using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>
/// A text in an entity, whose properties hold at most 64 KiB each. A short one stands legibly in <c>Said</c>; a longer
/// one is compressed and divided over <c>Said00</c>, <c>Said01</c>, ...
/// </summary>
internal static class Packed
{
    /// <summary>How many compressed bytes an entity takes: with what else it holds it is at most 1 MiB, counted as base64.</summary>
    public const int MostBytes = MostProperties * BytesOfAProperty;

    private const int MostProperties = 12;
    private const int BytesOfAProperty = 60_000;
    private const int MostLegibleCharacters = 30_000;

    public static bool IsLegible(string text) => text.Length <= MostLegibleCharacters;

    /// <summary>Puts a text that fits one entity; throws <see cref="ArgumentException"/> for one that does not.</summary>
    public static void Put(TableEntity row, string text)
    {
        if (IsLegible(text))
            row["Said"] = text;
        else
            Put(row, Compress(text));
    }

    /// <summary>Puts a piece of a compressed text.</summary>
    public static void Put(TableEntity row, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
            throw new ArgumentException($"{bytes.Length} bytes do not fit an entity; it takes {MostBytes}.", nameof(bytes));
        for (var n = 0; n * BytesOfAProperty < bytes.Length; n++)
            row[Property(n)] = bytes.Slice(n * BytesOfAProperty, Math.Min(BytesOfAProperty, bytes.Length - (n * BytesOfAProperty))).ToArray();
    }

    public static string Text(TableEntity row) => row.GetString("Said") ?? Decompress([.. Bytes(row)]);

    public static IEnumerable<byte> Bytes(TableEntity row) =>
        Enumerable.Range(0, MostProperties).Select(n => row.GetBinary(Property(n))).TakeWhile(piece => piece is not null).SelectMany(piece => piece);

    public static byte[] Compress(string text)
    {
        using var packed = new MemoryStream();
        using (var compressing = new BrotliStream(packed, CompressionLevel.Fastest))
            compressing.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    public static string Decompress(byte[] bytes)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Property(int n) => n.ToString("'Said'00", CultureInfo.InvariantCulture);
}
