using System.Globalization;
using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Domain;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>What payers write.</summary>
internal sealed class Wording(DeterministicRandom random, ClaimBook claims)
{
    private static readonly string[] Empty = ["VIREMENT", "REGLEMENT", "PAIEMENT", "SOLDE DE TOUT COMPTE", "MERCI", "EXEMPLIA", "REGLEMENT FACTURE"];

    /// <summary>The number as printed, in a phrase.</summary>
    public string Number(Claim claim) =>
        claim.Customer.Debtor.Language == "en" ? $"{random.Pick(["INVOICE", "PAYMENT", "INV"])} {claim.Number}" : Phrase(claim.Number, claim);

    /// <summary>The number in another shape.</summary>
    public string Reshaped(Claim claim)
    {
        var digits = claim.Number[^4..];
        var bare = int.Parse(digits, CultureInfo.InvariantCulture);
        var shaped = random.Below(7) switch
        {
            0 => $"FA2026{digits}",
            1 => $"FA 2026 {digits}",
            2 => $"2026-{digits}",
            3 => Invariant($"FACT 2026/{bare}"),
            4 => Invariant($"FA{bare}"),
            5 => $"FA.2026.{digits}",
            _ => $"FAC 26-{digits}",
        };
        return random.Chance(50) ? shaped : $"{random.Pick(["REGLEMENT", "FACTURE", "PAIEMENT", "VOTRE FACTURE"])} {shaped}";
    }

    /// <summary>The number broken over two lines.</summary>
    public string[] Split(Claim claim)
    {
        var at = random.Between(3, claim.Number.Length - 1);
        var before = random.Pick(["REGLEMENT FACTURE", "FACTURE", "VIREMENT POUR FACTURE"]);
        var after = random.Pick(["MERCI", "EXEMPLIA", "SOLDE", "DU " + Date(claim)]);
        return [$"{before} {claim.Number[..at]}", $"{claim.Number[at..]} {after}"];
    }

    /// <summary>The number with one slip of the hand; on request one that makes it the number of another debtor's invoice.</summary>
    public string Misspelt(Claim claim, bool hitsAnother)
    {
        if (hitsAnother && claims.All.FirstOrDefault(c => c.Customer != claim.Customer && Distance(c.Number, claim.Number) == 1) is { } other)
            return Phrase(other.Number, claim);
        while (true)
        {
            var slip = Slip(claim.Number);
            if (slip != claim.Number && claims.All.All(c => c.Number != slip))
                return Phrase(slip, claim);
        }
    }

    /// <summary>The RF reference as people copy it.</summary>
    public string StructuredReference(CreditorReference reference) => random.Below(3) switch
    {
        0 => reference.Value,
        1 => reference.ToString(),
        _ => $"REF {reference}",
    };

    /// <summary>A text that says nothing.</summary>
    public string Nothing() => random.Pick(Empty);

    /// <summary>Several documents in one text.</summary>
    public string[] Several(IReadOnlyList<Claim> documents, int manner)
    {
        var numbers = documents.Select(d => d.Number).ToArray();
        var tails = string.Join("/", numbers.Skip(1).Select(n => n[^4..]));
        return manner switch
        {
            0 => ["FACTURES " + string.Join(" ", numbers)],
            1 => ["REGLEMENT " + string.Join(", ", numbers)],
            2 => [$"FACT {numbers[0]}/{tails}"],
            3 => ["RELEVE AOUT 2026"],
            4 => [.. numbers.Select(n => "FACTURE " + n)],
            5 => [.. documents.Select(d => $"{d.Number} {Figure(d.SignedAmount)}")],
            _ => ["REGLEMENT FACTURES EN COURS"],
        };
    }

    /// <summary>An amount with a decimal comma.</summary>
    public static string Figure(Money amount) => amount.ToDecimalString().Replace('.', ',');

    /// <summary>The day of a document, as people write it.</summary>
    public static string Date(Claim claim) => claim.IssueDate.ToString("dd/MM/yy", CultureInfo.InvariantCulture);

    private string Phrase(string number, Claim claim) => random.Below(9) switch
    {
        0 => number,
        1 => $"FACTURE {number}",
        2 => $"REGLT {number}",
        3 => $"Paiement facture {number}",
        4 => $"FACT {number} DU {Date(claim)}",
        5 => $"VIR {number} EXEMPLIA FOURNITURES",
        6 => $"/INV/{number} {claim.IssueDate.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}",
        7 when claim.OrderNumber is { } order => $"RGT FACTURE {number} CDE {order}",
        7 => $"RGT FACTURE {number}",
        _ => $"{number} CLIENT {claim.Customer.Debtor.CustomerNumber}",
    };

    private string Slip(string number)
    {
        var characters = number.ToCharArray();
        var at = random.Between(number.Length - 4, number.Length - 2);
        switch (random.Below(5))
        {
            case 0:
                (characters[at], characters[at + 1]) = (characters[at + 1], characters[at]);
                return new string(characters);
            case 1:
                characters[at] = (char)('0' + random.Below(10));
                return new string(characters);
            case 2:
                return number.Replace('0', 'O');
            case 3:
                return number.Remove(random.Between(2, 5), 1);
            default:
                return "AF" + number[2..];
        }
    }

    private static int Distance(string left, string right) =>
        left.Length == right.Length ? left.Zip(right).Count(pair => pair.First != pair.Second) : int.MaxValue;
}
