using System.Text;

namespace Reconciliation.Fuzz.Mutations;

/// <summary>Changes that know nothing of what the bytes mean.</summary>
internal static class ByteMutations
{
    private static readonly byte[][] Odd =
    [
        [0], [0, 0, 0, 0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xE2, 0x82], [0xFF], [0x80], [0x1A], [0x0C], [0x0B], [0x7F], [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xF0, 0x9F, 0x92, 0xB6], [0xC2, 0xA0], [0x0D], [0x0A],
    ];

    public static byte[] FlipBits(byte[] file, Random random) => Changed(file, random, current => (byte)(current ^ (1 << random.Next(8))));

    public static byte[] ReplaceBytes(byte[] file, Random random) => Changed(file, random, _ => (byte)random.Next(256));

    public static byte[] DeleteRun(byte[] file, Random random)
    {
        var (from, to) = Run(file, random);
        return [.. file.AsSpan(0, from), .. file.AsSpan(to)];
    }

    public static byte[] DoubleRun(byte[] file, Random random)
    {
        var (from, to) = Run(file, random);
        return [.. file.AsSpan(0, to), .. file.AsSpan(from)];
    }

    public static byte[] MoveRun(byte[] file, Random random)
    {
        var (from, to) = Run(file, random);
        byte[] rest = [.. file.AsSpan(0, from), .. file.AsSpan(to)];
        return Inserted(rest, random.Next(rest.Length + 1), file.AsSpan(from, to - from));
    }

    public static byte[] Truncate(byte[] file, Random random) => file[..random.Next(file.Length + 1)];

    public static byte[] Insert(byte[] file, Random random) =>
        Inserted(file, random.Next(4) == 0 ? 0 : random.Next(file.Length + 1), Odd[random.Next(Odd.Length)]);

    /// <summary>One character over and over: a field without end.</summary>
    public static byte[] Lengthen(byte[] file, Random random)
    {
        var run = new byte[1 << random.Next(4, 18)];
        Array.Fill(run, file.Length > 0 && random.Next(2) == 0 ? file[random.Next(file.Length)] : (byte)random.Next(32, 127));
        return Inserted(file, random.Next(file.Length + 1), run);
    }

    /// <summary>The beginning of one file, the end of another.</summary>
    public static byte[] Splice(byte[] file, Random random)
    {
        var other = Originals.Any(random);
        return [.. file.AsSpan(0, random.Next(file.Length + 1)), .. other.AsSpan(random.Next(other.Length + 1))];
    }

    /// <summary>The same text in other bytes, with or without a mark of their order.</summary>
    public static byte[] Encode(byte[] file, Random random)
    {
        Encoding[] encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, Encoding.UTF8];
        var encoding = encodings[random.Next(encodings.Length)];
        var bytes = encoding.GetBytes(Encoding.UTF8.GetString(file));
        return random.Next(2) == 0 ? bytes : [.. encoding.GetPreamble(), .. bytes];
    }

    public static byte[] Inserted(byte[] file, int at, ReadOnlySpan<byte> bytes) => [.. file.AsSpan(0, at), .. bytes, .. file.AsSpan(at)];

    private static byte[] Changed(byte[] file, Random random, Func<byte, byte> change)
    {
        if (file.Length == 0)
            return file;
        var changed = (byte[])file.Clone();
        for (var count = random.Next(1, 9); count > 0; count--)
        {
            var at = random.Next(changed.Length);
            changed[at] = change(changed[at]);
        }

        return changed;
    }

    private static (int From, int To) Run(byte[] file, Random random)
    {
        var from = random.Next(file.Length + 1);
        return (from, Math.Min(file.Length, from + (1 << random.Next(0, 12))));
    }
}
