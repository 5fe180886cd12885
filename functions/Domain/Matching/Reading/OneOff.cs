namespace Reconciliation.Domain.Matching.Reading;

/// <summary>The usual slip of a typist: one character replaced, left out, added, or swapped with its neighbour.</summary>
internal static class OneOff
{
    /// <summary>True where the texts differ by exactly one slip.</summary>
    public static bool Are(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length > right.Length)
            return Are(right, left);
        if (right.Length - left.Length > 1)
            return false;
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        if (left.Length < right.Length)
            return left.SequenceEqual(right[1..]);
        if (left.IsEmpty)
            return false;
        return left[1..].SequenceEqual(right[1..])
            || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
