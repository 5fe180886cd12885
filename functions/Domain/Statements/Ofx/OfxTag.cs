using System.Runtime.Intrinsics;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>A tag without attributes as a file writes it: <c>&lt;NAME&gt;</c> or <c>&lt;/NAME&gt;</c>.</summary>
internal sealed class OfxTag
{
    /// <summary>What is not longer than this is compared in one step.</summary>
    public const int Short = 16;

    private readonly Vector128<byte> _bytes;
    private readonly Vector128<byte> _mask;

    /// <summary>The tag of these bytes.</summary>
    public OfxTag(byte[] bytes, OfxName name)
    {
        Bytes = bytes;
        Name = name;
        IsClose = bytes is [_, (byte)'/', ..];
        // What is too long never fits: nothing under the mask, and something to compare with.
        (_bytes, _mask) = (Vector128<byte>.One, Vector128<byte>.Zero);
        if (bytes.Length > Short)
            return;
        Span<byte> padded = stackalloc byte[Short];
        padded.Clear();
        bytes.CopyTo(padded);
        (_bytes, _mask) = (Vector128.Create<byte>(padded), Mask(bytes.Length));
    }

    /// <summary>The whole tag.</summary>
    public byte[] Bytes { get; }

    /// <summary>The name in it.</summary>
    public OfxName Name { get; }

    /// <summary>It is an end tag.</summary>
    public bool IsClose { get; }

    /// <summary>The tag that came behind it the last time: files repeat themselves. Null for none.</summary>
    public OfxTag? Next { get; set; }

    /// <summary>Covers so many bytes.</summary>
    public static Vector128<byte> Mask(int length) => Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));

    /// <summary>True where the bytes begin with this tag; false for a long tag.</summary>
    public bool Begins(Vector128<byte> bytes) => (bytes & _mask) == _bytes;
}
