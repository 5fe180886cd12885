namespace Reconciliation.Benchmarks.Matching.Rivals;

/// <summary>Business Central's likeness of texts: common pieces of four characters and more, cut out one after another.</summary>
internal static class Nearness
{
    private const int LeastPiece = 4;

    /// <summary>From 0 to 100: how much of the shorter text is accounted for by common pieces.</summary>
    public static int Of(string left, string right)
    {
        var shorter = Math.Min(left.Length, right.Length);
        if (shorter == 0)
            return 0;
        var matched = 0;
        while (LongestCommon(left, right) is { Length: >= LeastPiece } piece)
        {
            matched += piece.Length;
            left = left.Remove(piece.InLeft, piece.Length);
            right = right.Remove(piece.InRight, piece.Length);
        }

        return 100 * matched / shorter;
    }

    private static (int InLeft, int InRight, int Length) LongestCommon(string left, string right)
    {
        var best = (InLeft: 0, InRight: 0, Length: 0);
        var before = new int[right.Length + 1];
        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = 0;
            for (var j = 0; j < right.Length; j++)
            {
                var above = before[j + 1];
                before[j + 1] = left[i] == right[j] ? diagonal + 1 : 0;
                diagonal = above;
                if (before[j + 1] > best.Length)
                    best = (i - before[j + 1] + 1, j - before[j + 1] + 1, before[j + 1]);
            }
        }

        return best;
    }
}
