using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Reconciliation.Domain.Recovery;

/// <summary>Reads the settings of a policy: when a debtor may be contacted, and what must hold before.</summary>
internal static class PolicySettings
{
    private static readonly FrozenDictionary<string, DayOfWeek> Days = PolicyParser.ByName<DayOfWeek>();

    private static readonly (string Name, ContactChannel Channel)[] WindowedChannels =
    [
        ("email", ContactChannel.Email), ("letter", ContactChannel.Letter),
        ("registeredLetter", ContactChannel.RegisteredLetter), ("callTask", ContactChannel.CallTask),
    ];

    public static ContactSettings Contacts(PolicyObject source)
    {
        var windows = source.Object("windows");
        var settings = new ContactSettings
        {
            WindowsBasis = windows.Text("basis"),
            Windows = WindowedChannels.ToFrozenDictionary(c => c.Channel, c => Windows(windows, c.Name)),
            Caps = Caps(source.Object("caps")),
            QuietDays = Setting(source.Object("quietDays"), 0, 90),
        };
        windows.Close();
        source.Close();
        return settings;
    }

    public static DunningSettings Dunning(PolicyObject source)
    {
        var settings = new DunningSettings
        {
            GraceBusinessDays = Setting(source.Object("graceBusinessDays"), 0, 60),
            BankFile = BankFile(source.Object("bankFile")),
            RecheckHours = Setting(source.Object("recheckHours"), 1, 168),
            Minimum = Minimum(source.Object("minimum")),
            Limitation = Limitation(source.Object("limitationYears")),
        };
        source.Close();
        return settings;
    }

    private static Setting Setting(PolicyObject source, int least, int most)
    {
        var setting = new Setting(source.Integer("value", least, most), source.Text("basis"));
        source.Close();
        return setting;
    }

    private static ContactCaps Caps(PolicyObject source)
    {
        var caps = new ContactCaps(
            source.Integer("perDay", 1, 10), source.Integer("perWeek", 1, 70), source.Integer("per30Days", 1, 300), source.Text("basis"));
        source.Close();
        return caps;
    }

    private static BankFileSetting BankFile(PolicyObject source)
    {
        var setting = new BankFileSetting(source.Flag("required"), source.Integer("businessDays", 1, 30), source.Text("basis"));
        source.Close();
        return setting;
    }

    private static LimitationSetting Limitation(PolicyObject source)
    {
        var setting = new LimitationSetting(
            source.Integer("business", 1, 20), source.Integer("consumer", 1, 20), source.Integer("public", 1, 20), source.Text("basis"));
        source.Close();
        return setting;
    }

    private static MinimumSetting Minimum(PolicyObject source)
    {
        var amounts = source.Members("amounts").ToList();
        var setting = new MinimumSetting(
            amounts.Select(member => Amount(member, source.Faults)).OfType<Money>()
                .ToImmutableSortedDictionary(amount => amount.Currency.Code, amount => amount, StringComparer.Ordinal),
            source.Text("basis"));
        source.Close();
        return setting;
    }

    private static Money? Amount((string Name, JsonElement Value, string Path) member, List<PolicyFault> faults)
    {
        if (!Currency.TryOf(member.Name, out var currency) || currency.Code != member.Name)
        {
            faults.Add(PolicyRules.ValueUnknown.At(member.Path, $"'{member.Name}' is not a currency code of ISO 4217."));
            return null;
        }

        var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
        if (AmountText.Read(text, '.', currency, out var amount) == AmountReading.Exact && !amount.IsNegative)
            return amount;
        faults.Add(PolicyRules.TypeWrong.At(member.Path, $"An amount is expected as a text such as \"5.00\", not {PolicyObject.Kind(member.Value)}."));
        return null;
    }

    private static ImmutableArray<ContactWindow> Windows(PolicyObject source, string name) =>
        [.. source.List(name).Select(element => Window(PolicyObject.Of(element.Value, element.Path, source.Faults)))];

    private static ContactWindow Window(PolicyObject source)
    {
        var window = new ContactWindow(source.Names("days", Days), Hour(source, "from"), Hour(source, "to"));
        source.Close();
        if (window.Days.Contains(DayOfWeek.Sunday))
            source.Fault(PolicyRules.SundayWindow, "days", "The window is open on Sundays.");
        if (window.From >= window.To)
            source.Fault(PolicyRules.OutOfRange, "to", $"The window ends at {window.To:HH:mm} and begins at {window.From:HH:mm}.");
        return window;
    }

    private static TimeOnly Hour(PolicyObject source, string name)
    {
        var text = source.Text(name);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return hour;
        if (text.Length > 0)
            source.Fault(PolicyRules.TypeWrong, name, $"'{text}' is not an hour such as 09:00.");
        return name == "to" ? TimeOnly.MaxValue : TimeOnly.MinValue;
    }
}
