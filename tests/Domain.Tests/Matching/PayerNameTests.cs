using Reconciliation.Domain.Matching;

namespace Reconciliation.Domain.Tests.Matching;

public class PayerNameTests
{
    [Theory]
    [InlineData("SARL Éclair & Fils", "ECLAIR FILS")]
    [InlineData("Dupuytren Aline", "MME ALINE DUPUYTREN")]
    [InlineData("S.A.R.L. Verdier", "VERDIER SARL")]
    [InlineData("Müller GmbH & Co. KG", "MULLER")]
    [InlineData("La Rochefoulde", "LAROCHEFOULDE")]
    [InlineData("Œuvres de Saint-Léger", "OEUVRES SAINT LEGER")]
    [InlineData("Brightmoor Ltd", "Brightmoor LLC")]
    [InlineData("Van Der Velden B.V.", "VELDEN VAN DER BV")]
    [InlineData("SNC Les Deux Rives", "DEUX RIVES")]
    [InlineData("EURL Cousteix", "Cousteix AG")]
    public void Similarity_OfNamesThatSayTheSame_IsHundred(string left, string right) =>
        Assert.Equal(100, PayerName.Of(left).Similarity(PayerName.Of(right)));

    [Theory]
    [InlineData("Association Familiale du Val de Garonne", "ASSOCIATION FAMILIALE DU", 95, 95)]
    [InlineData("Compagnie Armoricaine de Conserves", "COMPAGNIE ARMORICAINE CO", 95, 95)]
    [InlineData("Jean Dupuytren", "M OU MME DUPUYTREN JEAN ET MARTHE", 90, 94)]
    [InlineData("Jean Dupuytren", "J DUPUYTREN", 75, 89)]
    [InlineData("Jean Dupuytren", "JEANNE DUPUYTREN", 40, 89)]
    [InlineData("Roulements Occitans Distribution", "OCCITANS ROULEMENTS DIST", 90, 94)]
    [InlineData("Katarina Weissmuller", "KATARINA WEISMULLER", 85, 94)]
    [InlineData("Jean Dupuytren", "MARTHE DUPUYTREN", 40, 74)]
    [InlineData("Boulangerie Lescure", "BOULANGERIE MARCEAU", 40, 74)]
    [InlineData("Garage Central", "PHARMACIE DU PONT", 0, 20)]
    public void Similarity_OfNamesAlikeInPart_LiesBetween(string left, string right, int least, int most)
    {
        var similarity = PayerName.Of(left).Similarity(PayerName.Of(right));

        Assert.InRange(similarity, least, most);
        Assert.Equal(similarity, PayerName.Of(right).Similarity(PayerName.Of(left)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" .,- ")]
    public void Of_NoWords_IsEmptyAndResemblesNothing(string? name)
    {
        Assert.True(PayerName.Of(name).IsEmpty);
        Assert.Equal(0, PayerName.Of(name).Similarity(PayerName.Of(name)));
    }

    [Fact]
    public void Of_SmallWordsOnly_KeepsThem() => Assert.Equal(["LA"], PayerName.Of("La").Words.AsEnumerable());
}
