using System.Numerics;
using Reconciliation.Domain.Matching.Reading;

namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>
/// What each fact weighs, in tenths of a power of ten of the odds (decibans): 10 makes an explanation ten times as
/// likely, -10 ten times less. The sum over independent facts is turned into a probability by <see cref="Odds"/>. A
/// change here changes <see cref="MatchingPolicy.Version"/>.
/// </summary>
internal static class Weights
{
    /// <summary>Before any fact: one explanation in some three hundred is right.</summary>
    public const int Prior = -25;

    public const int StructuredReference = 40;
    public const int NearlyFound = 10;

    /// <summary>From here on a mention names its document beyond reasonable doubt.</summary>
    public const int StrongMention = 20;

    /// <summary>From here on a part of a number is as good as the whole.</summary>
    public const int ExactMention = 27;

    /// <summary>From here on a fact says that the payer is the debtor, or pays for it.</summary>
    public const int KnownParty = 20;

    public const int AccountKnown = 24;
    public const int AccountLearnt = 20;
    public const int AccountOfSeveral = 12;
    public const int NameLearnt = 20;
    public const int NameEqual = 22;
    public const int NameCut = 21;
    public const int NameClose = 18;
    public const int NameAlike = 10;
    public const int NameAlikeBesideEqual = 4;
    public const int NameDiffers = -6;
    public const int NameOfAnother = -15;
    public const int AccountOfAnother = -25;

    /// <summary>The payer is another debtor, and says that it pays for this one: still a person's to judge.</summary>
    public const int AccountOfAnotherOnBehalf = NameOfAnother;

    /// <summary>The most that speaks against a payer of whom the number itself is right.</summary>
    public const int OtherPayerOfNumber = -20;

    public const int AmountExact = 18;
    public const int AmountUnique = 20;
    public const int AmountLessDiscount = 16;
    public const int AmountOfNamed = 18;
    public const int AmountOfAllOpen = 18;
    public const int AmountLessStatedCharges = 14;
    public const int AmountLessCharges = 2;
    public const int AmountPartOfNamed = 0;
    public const int AmountAboveNamed = 0;
    public const int AmountUnexplained = -2;

    /// <summary>What is named was paid, and this is that amount again.</summary>
    public const int AmountPaidBefore = 12;

    /// <summary>The same payment was made a few days ago.</summary>
    public const int Repetition = 10;

    public const int BeforeIssue = -12;

    /// <summary>The bank itself says what the entry is.</summary>
    public const int BankSaysSo = 30;

    /// <summary>The bank says that a payment comes back; only which one is to be found.</summary>
    public const int PriorOfReturn = -5;

    public const int ReferenceOfReturn = 40;
    public const int MandateOfReturn = 24;
    public const int NumberOfReturn = 24;
    public const int AccountOfReturn = 20;
    public const int NameOfReturn = 16;
    public const int AmountOfReturn = 12;

    /// <summary>A number found as it is: the longer, the less by chance.</summary>
    public static int OfNumber(DocumentNumber number, EvidenceKind kind, bool isCued)
    {
        var length = number.IsNumeric ? number.Forms[0].Digits.Length : number.Compact.Length;
        var points = length switch
        {
            >= 7 => 35,
            6 => 30,
            5 => 26,
            4 => isCued || !number.IsNumeric ? 22 : 16,
            3 => isCued || !number.IsNumeric ? 14 : 8,
            _ => isCued ? 8 : 4,
        };
        // An order may have several invoices.
        return kind == EvidenceKind.OrderNumberFound ? points * 2 / 3 : points;
    }

    /// <summary>A part of a number found.</summary>
    public static int OfForm(NumberForm form, bool isCued)
    {
        var points = form.Digits.Length switch
        {
            >= 7 => 28,
            6 => 26,
            5 => 21,
            4 => 14,
            3 => 9,
            _ => isCued ? 3 : 0,
        };
        var cue = isCued && form.Digits.Length < 7 ? 4 : 0;
        return form.Kind == NumberFormKind.Whole ? points + cue : Math.Max(points + cue - 3, 0);
    }

    /// <summary>The beginning of a number, by how many characters of it stand there.</summary>
    public static int OfCut(int length) => Math.Min(2 * length, NearlyFound);

    /// <summary>What is left of a mention's weight where letters were read as digits.</summary>
    public static int OfCorrected(int points) => points - 4;

    /// <summary>What is left of a number's weight where not all of it stands in the text.</summary>
    public static int OfShape(int points, NumberMention mention) => mention.Shape switch
    {
        NumberShape.Written => points,
        NumberShape.Listed => mention.Length > 1 ? points - 3 : Math.Min(points, StrongMention - 4),
        NumberShape.Between => points - 6,
        NumberShape.Glued => points - 3,
    };

    /// <summary>
    /// A sum found by search weighs as much as it would be a wonder by chance: by how many times the sums that an amount
    /// of this size could be outnumber the sets that were looked at. Round amounts are fewer.
    /// </summary>
    /// <param name="amount">What was to be found, in minor units, positive.</param>
    /// <param name="candidates">Among how many documents it was looked for.</param>
    /// <param name="members">How many were found.</param>
    public static int OfFoundSum(long amount, int candidates, int members)
    {
        var grain = amount % 1000 == 0 ? 1000 : amount % 100 == 0 ? 100 : 1;
        var sums = BitOperations.Log2((ulong)(amount / grain) | 1);
        return Math.Clamp(3 * (sums - BitOperations.Log2(Sets(candidates, members))), 0, AmountExact);
    }

    /// <summary>How many sets of one to <paramref name="members"/> there are among some documents.</summary>
    private static ulong Sets(int candidates, int members)
    {
        var (all, ofSize) = (1UL, 1UL);
        for (var size = 1; size <= Math.Min(members, candidates); size++)
        {
            ofSize = ofSize * (ulong)(candidates - size + 1) / (ulong)size;
            all += ofSize;
        }

        return all;
    }
}
