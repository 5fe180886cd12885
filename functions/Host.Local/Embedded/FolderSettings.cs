using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements;
using Reconciliation.Host.Local.Commands;
using Reconciliation.Pipeline;

namespace Reconciliation.Host.Local.Embedded;

/// <summary>The settings in a data folder: whose receivables, and by which policy they are recovered.</summary>
/// <param name="Creditor">The creditor.</param>
/// <param name="Policy">The recovery policy.</param>
/// <param name="Pipeline">What the handlers need of both.</param>
internal sealed record FolderSettings(Creditor Creditor, RecoveryPolicy Policy, CreditorSettings Pipeline)
{
    /// <summary>The creditor's name, address and bank accounts.</summary>
    public const string CreditorFile = "creditor.json";

    private const string PolicyFile = "recovery-policy.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads the settings of a folder; a folder without gets a creditor file to fill in, and the built-in policy holds.</summary>
    /// <exception cref="CommandException">A settings file cannot be read.</exception>
    public static FolderSettings Read(string folder)
    {
        var creditor = ReadCreditor(Path.Combine(folder, CreditorFile));
        var settings = new CreditorSettings
        {
            CreditorId = creditor.Id,
            BankAccounts = [.. creditor.Ibans.Select(BankAccountId.Of)],
        };
        return new FolderSettings(creditor, ReadPolicy(Path.Combine(folder, PolicyFile)), settings);
    }

    private static Creditor ReadCreditor(string path)
    {
        if (!File.Exists(path))
            File.WriteAllText(path, JsonSerializer.Serialize(CreditorJson.ToFillIn, Options) + "\n");
        try
        {
            var read = JsonSerializer.Deserialize<CreditorJson>(File.ReadAllText(path), Options)
                ?? throw new CommandException($"{path} is empty");
            return read.ToCreditor(path);
        }
        catch (JsonException fault)
        {
            throw new CommandException($"{path} line {fault.LineNumber + 1}: {fault.Message}");
        }
    }

    private static RecoveryPolicy ReadPolicy(string path)
    {
        if (!File.Exists(path))
            return RecoveryPolicy.BuiltIn;
        var reading = RecoveryPolicy.Parse(File.ReadAllText(path));
        return reading.Policy ?? throw new CommandException($"{path} has faults:\n{string.Join('\n', reading.Faults)}");
    }

    private sealed record CreditorJson(
        string Id, string Name, string Address, string Postcode, string City, ImmutableArray<string> Ibans,
        string Country = "FR", string? Email = null, string? Phone = null, string? Siren = null, string Language = "fr")
    {
        public static CreditorJson ToFillIn { get; } = new("creditor", "Name of the creditor", "Number and street", "00000", "Town", []);

        public Creditor ToCreditor(string path) => new()
        {
            Id = Id,
            Name = Name,
            AddressLines = [Address, $"{Postcode} {City}", .. Country == "FR" ? Array.Empty<string>() : [Country]],
            Email = Email,
            Phone = Phone,
            Siren = Siren,
            DefaultLanguage = Language,
            Ibans = [.. Ibans.Select(text => Iban.TryParse(text, out var iban) ? iban : throw new CommandException($"{path}: '{text}' is not an IBAN"))],
        };
    }
}
