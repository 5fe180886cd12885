using Reconciliation.Domain.Matching;

namespace Reconciliation.Domain.Tests.Matching;

public class EvidenceTextTests
{
    public static TheoryData<EvidenceKind> Kinds => new(Enum.GetValues<EvidenceKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Say_EveryKind_HasItsOwnSentenceInBothLanguages(EvidenceKind kind)
    {
        foreach (var language in (string[])["en", "fr"])
        {
            var said = EvidenceText.Say(Evidence.Of(kind, "VAL1", "VAL2", "VAL3"), language);
            var others = Enum.GetValues<EvidenceKind>().Where(other => other != kind).Select(other => EvidenceText.Say(Evidence.Of(other, "VAL1", "VAL2", "VAL3"), language));

            Assert.NotEmpty(said);
            Assert.DoesNotContain('\n', said);
            Assert.DoesNotContain(said, others);
        }
    }

    [Fact]
    public void Say_WithoutValues_DoesNotFail() =>
        Assert.All(Enum.GetValues<EvidenceKind>(), kind => Assert.NotEmpty(EvidenceText.Say(Evidence.Of(kind), "en")));

    [Theory]
    [InlineData("fr", "le numéro FAC-1 figure dans le paiement")]
    [InlineData("en", "number FAC-1 stands in the payment")]
    [InlineData("nl", "number FAC-1 stands in the payment")]
    public void Say_ALanguage_IsFrenchOrElseEnglish(string language, string expected) =>
        Assert.Equal(expected, EvidenceText.Say(Evidence.Of(EvidenceKind.NumberFound, "FAC-1", "FAC 1"), language));
}
