using System.Collections.Immutable;
using System.Text.Json;
using Reconciliation.Domain;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Matching.Rules;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;

namespace Reconciliation.Pipeline;

/// <summary>The settings of a ledger: whose receivables, and by which policy they are recovered.</summary>
/// <param name="Creditor">The creditor.</param>
/// <param name="Policy">The recovery policy.</param>
/// <param name="Pipeline">What the handlers need of both.</param>
public sealed record LedgerSettings(Creditor Creditor, RecoveryPolicy Policy, CreditorSettings Pipeline)
{
    /// <summary>The name of the file with the creditor's name, address and bank accounts.</summary>
    public const string CreditorFile = "creditor.json";

    /// <summary>The name of the file with the recovery policy.</summary>
    public const string PolicyFile = "recovery-policy.json";

    /// <summary>The name of the file with the rules of the team beside the matcher.</summary>
    public const string RulesFile = "rules.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>A creditor file for a person to fill in.</summary>
    public static string CreditorToFillIn => JsonSerializer.Serialize(CreditorJson.ToFillIn, Options) + "\n";

    /// <summary>Reads the texts of the files; without a policy the built-in one holds, without rules the matcher alone decides.</summary>
    /// <exception cref="SettingsException">A text cannot be read; the message says where and why.</exception>
    public static LedgerSettings Read(string creditorJson, string? policyJson, string? rulesJson = null)
    {
        var read = ReadCreditor(creditorJson);
        var creditor = read.ToCreditor();
        var settings = new CreditorSettings
        {
            CreditorId = creditor.Id,
            BankAccounts = [.. creditor.Ibans.Select(BankAccountId.Of)],
            WriteOffLimits = read.ToWriteOffLimits(),
            Matching = MatchingPolicy.Default with { Rules = rulesJson is null ? RuleBook.Empty : ReadRules(rulesJson, creditor.Id) },
        };
        return new LedgerSettings(creditor, policyJson is null ? RecoveryPolicy.BuiltIn : ReadPolicy(policyJson), settings);
    }

    private static CreditorJson ReadCreditor(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CreditorJson>(json, Options) ?? throw new SettingsException(CreditorFile, "is empty");
        }
        catch (JsonException fault)
        {
            throw new SettingsException(CreditorFile, $"line {fault.LineNumber + 1}: {fault.Message}");
        }
    }

    private static RecoveryPolicy ReadPolicy(string json)
    {
        var reading = RecoveryPolicy.Parse(json);
        return reading.Policy ?? throw new SettingsException(PolicyFile, $"has faults:\n{string.Join('\n', reading.Faults)}");
    }

    private static RuleBook ReadRules(string json, string creditor)
    {
        var reading = RuleBook.Read(json, creditor);
        return reading.Book ?? throw new SettingsException(RulesFile, $"has faults:\n{string.Join('\n', reading.Faults)}");
    }

    private sealed record CreditorJson(
        string Id, string Name, string Address, string Postcode, string City, ImmutableArray<string> Ibans,
        string Country = "FR", string? Email = null, string? Phone = null, string? Siren = null, string Language = "fr",
        ImmutableDictionary<string, string>? WriteOffLimits = null)
    {
        public static CreditorJson ToFillIn { get; } = new("creditor", "Name of the creditor", "Number and street", "00000", "Town", []);

        public Creditor ToCreditor() => new()
        {
            Id = Id,
            Name = Name,
            AddressLines = [Address, $"{Postcode} {City}", .. Country == "FR" ? Array.Empty<string>() : [Country]],
            Email = Email,
            Phone = Phone,
            Siren = Siren,
            DefaultLanguage = Language,
            Ibans = [.. Ibans.Select(ReadIban)],
        };

        public ImmutableDictionary<string, long> ToWriteOffLimits() =>
            (WriteOffLimits ?? ImmutableDictionary<string, string>.Empty).ToImmutableDictionary(limit => limit.Key, limit => ReadLimit(limit.Key, limit.Value));

        private static long ReadLimit(string code, string text) =>
            Currency.TryOf(code, out var currency) && AmountText.Read(text, '.', currency, out var limit) == AmountReading.Exact && !limit.IsNegative
                ? limit.MinorUnits
                : throw new SettingsException(CreditorFile, $"'{text}' in '{code}' is not a limit for write-offs; it is written as \"EUR\": \"5.00\"");

        private static Iban ReadIban(string text) =>
            Iban.TryParse(text, out var iban) ? iban : throw new SettingsException(CreditorFile, $"'{text}' is not an IBAN");
    }
}
