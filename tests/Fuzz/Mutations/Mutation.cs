namespace Reconciliation.Fuzz.Mutations;

/// <summary>One change to a file.</summary>
internal delegate byte[] Mutation(byte[] file, Random random);

/// <summary>Makes files of files: a seed and a number stand for one file, whatever else is made.</summary>
internal static class Mutator
{
    private const int MostChanges = 6;
    private const int MostBytes = 600_000;

    private static readonly Mutation[] All =
    [
        ByteMutations.FlipBits, ByteMutations.ReplaceBytes, ByteMutations.DeleteRun, ByteMutations.DoubleRun, ByteMutations.MoveRun,
        ByteMutations.Truncate, ByteMutations.Insert, ByteMutations.Lengthen, ByteMutations.Splice, ByteMutations.Encode,
        TextMutations.SwapLines, TextMutations.RepeatRecord, TextMutations.SwapTags, TextMutations.Nest, TextMutations.ReplaceNumber,
        TextMutations.ReplaceWord, TextMutations.InsertWord, TextMutations.ChangeLineEnds,
    ];

    /// <summary>The file of a number.</summary>
    public static byte[] Make(Random random)
    {
        var file = Originals.Any(random);
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            file = All[random.Next(All.Length)](file, random);
            if (file.Length > MostBytes)
                file = file[..MostBytes];
        }

        return file;
    }
}
