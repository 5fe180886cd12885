using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.Configuration;

namespace Reconciliation.Host.Azure.Settings;

/// <summary>What the app is told by its settings, beside its connections.</summary>
public sealed class HostSettings
{
    private HostSettings(MailAddress sender, int graceDays)
    {
        ContactsSender = sender;
        BankDataGraceDays = graceDays;
    }

    /// <summary>Whom e-mails come from: <c>Contacts__Sender</c>.</summary>
    public MailAddress ContactsSender { get; }

    /// <summary>Business days that a bank may take beyond the next morning: <c>BankData__GraceDays</c>, 0 where it is not set.</summary>
    public int BankDataGraceDays { get; }

    /// <summary>Reads the settings; what is wrong with each is added to <paramref name="faults"/>.</summary>
    internal static HostSettings? Read(IConfiguration configuration, List<string> faults)
    {
        var before = faults.Count;
        var sender = configuration["Contacts:Sender"];
        if (!MailAddress.TryCreate(sender, out var address))
            faults.Add($"Contacts__Sender: '{sender}' is not an e-mail address");
        var grace = configuration["BankData:GraceDays"] ?? "0";
        if (!int.TryParse(grace, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            faults.Add($"BankData__GraceDays: '{grace}' is not a number of days");
        return faults.Count == before && address is not null ? new HostSettings(address, days) : null;
    }
}
