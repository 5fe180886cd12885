using System.Collections.Immutable;
using Reconciliation.Domain;

namespace Reconciliation.Benchmarks.DemoMonth.People;

/// <summary>The invented company whose month it is.</summary>
internal static class InventedCreditor
{
    public const string Id = "exemplia";
    public const string Name = "Exemplia Fournitures SAS";
    public const string Address = "4 rue des Exemples";
    public const string Postcode = "69002";
    public const string City = "Lyon";
    public const string Email = "comptabilite@exemplia.example";

    /// <summary>The check digit is right by Luhn's rule; the number is invented.</summary>
    public const string Siren = "999001001";

    /// <summary>Identifiant créancier SEPA; invented, with right check digits.</summary>
    public const string CreditorIdentifier = "FR33ZZZ999001";

    /// <summary>Daily camt.053, fetched three times a week.</summary>
    public static HouseAccount Atlantide { get; } = HouseAccount.Of("Banque Atlantide", "ATLDFRP0", "99101", "00417", "00020415307", 8_431_247);

    /// <summary>A bank of Strasbourg that writes MT940 in the German manner, a file a week.</summary>
    public static HouseAccount Boreal { get; } = HouseAccount.Of("Crédit Boréal du Rhin", "BORLFRP0", "99202", "00671", "00007788120", 5_260_983);

    /// <summary>CFONB120, two files a month, without the payers' accounts.</summary>
    public static HouseAccount Ceres { get; } = HouseAccount.Of("Caisse Cérès", "CERSFRP0", "99303", "00069", "0451200Z018", 2_914_060);

    /// <summary>All three.</summary>
    public static ImmutableArray<HouseAccount> Accounts { get; } = [Atlantide, Boreal, Ceres];
}

/// <summary>A bank account of the creditor.</summary>
/// <param name="Bank">The bank's name.</param>
/// <param name="Bic">The bank's BIC, one for tests.</param>
/// <param name="Iban">The account.</param>
/// <param name="Opening">What is on it on the evening before the month.</param>
internal sealed record HouseAccount(string Bank, string Bic, Iban Iban, Money Opening)
{
    /// <summary>Code banque, five digits.</summary>
    public string BankCode => Iban.Value[4..9];

    /// <summary>Code guichet, five digits.</summary>
    public string BranchCode => Iban.Value[9..14];

    /// <summary>Numéro de compte, eleven characters.</summary>
    public string AccountNumber => Iban.Value[14..25];

    public static HouseAccount Of(string bank, string bic, string bankCode, string branchCode, string account, long openingCents) =>
        Iban.TryFromRib(bankCode, branchCode, account, out var iban)
            ? new HouseAccount(bank, bic, iban, new Money(openingCents, Currency.Eur))
            : throw new ArgumentException("Not the shape of a RIB.", nameof(account));
}
