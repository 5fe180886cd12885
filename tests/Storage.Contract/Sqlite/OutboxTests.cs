using System.Text;
using System.Text.RegularExpressions;
using Reconciliation.Domain.Recovery;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract.Sqlite;

/// <summary>Documents in the outbox: their form, and what a fall of the process leaves.</summary>
public sealed partial class OutboxTests : SqliteTests
{
    private static readonly OutgoingContact Email = new(
        "c-1", ContactChannel.Email, "compta@duval.example", "Relance : votre facture F-1 est échue depuis quinze jours, merci de la régler",
        "Bonjour,\n\nla facture F-1 = 1 200,00 € est échue ; " + string.Concat(Enumerable.Repeat("très ", 40)) + "\n.\nFrom ici\tfin \n", null,
        new DateTimeOffset(2026, 3, 5, 23, 30, 0, TimeSpan.FromHours(-3.5)));

    [Fact]
    public async Task Email_IsSevenBitTextInShortLinesEndedByCrLf()
    {
        var mail = await DeliveredAsync(Email with { Html = "<p>Échéance</p>" });

        Assert.True(Ascii.IsValid(mail));
        Assert.Equal(mail.Count(c => c == '\n'), CrLf().Count(mail));
        Assert.All(mail.Split("\r\n"), line => Assert.True(line.Length <= 76, line));
    }

    [Fact]
    public async Task Email_ReadBack_SaysWhatWasWritten()
    {
        var (headers, body) = Split(await DeliveredAsync(Email));

        Assert.Equal(Email.Subject, Decode(headers["Subject"]));
        Assert.Equal("<compta@duval.example>", headers["To"]);
        Assert.Equal("Comptabilité <compta@atelier.example>", Decode(headers["From"]));
        Assert.Equal("Thu, 05 Mar 2026 23:30:00 -0330", headers["Date"]);
        Assert.Matches("^<[0-9a-f]{32}@atelier.example>$", headers["Message-ID"]);
        Assert.Equal("1.0", headers["MIME-Version"]);
        Assert.Equal("text/plain; charset=utf-8", headers["Content-Type"]);
        Assert.Equal(Email.Text, QuotedPrintable(body));
    }

    [Fact]
    public async Task Email_WithAPage_OffersBothForms()
    {
        var (headers, body) = Split(await DeliveredAsync(Email with { Html = "<p>Échéance = <b>F-1</b></p>" }));

        var boundary = Boundary().Match(headers["Content-Type"]).Groups[1].Value;
        Assert.StartsWith("multipart/alternative;", headers["Content-Type"], StringComparison.Ordinal);
        var parts = $"\r\n{body}".Split($"\r\n--{boundary}");
        Assert.Equal((4, "--\r\n"), (parts.Length, parts[3]));
        Assert.Equal(Email.Text, QuotedPrintable(Split(parts[1][2..]).Body));
        Assert.Equal("text/html; charset=utf-8", Split(parts[2][2..]).Headers["Content-Type"]);
        Assert.Equal("<p>Échéance = <b>F-1</b></p>", QuotedPrintable(Split(parts[2][2..]).Body));
    }

    [Fact]
    public async Task Email_WhoseSubjectHoldsALineEnd_GetsNoOtherHeader()
    {
        var (headers, _) = Split(await DeliveredAsync(Email with { Subject = "Relance\r\nBcc: c@d.example\r\n\r\nx" }));

        Assert.DoesNotContain("Bcc", headers.Keys);
        Assert.Equal("Relance\r\nBcc: c@d.example\r\n\r\nx", Decode(headers["Subject"]));
    }

    [Theory]
    [InlineData(ContactChannel.Email, null, "email/2026-03-05-c-1.eml")]
    [InlineData(ContactChannel.Letter, "<p>x</p>", "letter/2026-03-05-c-1.html")]
    [InlineData(ContactChannel.RegisteredLetter, null, "registered-letter/2026-03-05-c-1.txt")]
    [InlineData(ContactChannel.CallTask, null, "call-task/2026-03-05-c-1.txt")]
    [InlineData(ContactChannel.OfficerTask, null, "officer-task/2026-03-05-c-1.txt")]
    public async Task Document_LiesInTheFolderOfItsChannel(ContactChannel channel, string? html, string place)
    {
        var delivery = await Storage.Contacts.DeliverAsync(Email with { Channel = channel, Html = html }, None);

        Assert.Equal(new ContactDelivery(true, $"outbox/{place}"), delivery);
        Assert.Equal([Path.Combine(Storage.Folder, "outbox", place)], Storage.Documents());
    }

    [Fact]
    public async Task Letter_AsText_NamesRecipientSubjectAndText() =>
        Assert.Equal(
            "Éts Duval\n\nRelance\n\nBonjour\n",
            await DeliveredAsync(Email with { Channel = ContactChannel.Letter, Recipient = "Éts Duval", Subject = "Relance", Text = "Bonjour" }));

    [Fact]
    public async Task Identifier_ThatIsAPath_StaysInTheOutbox()
    {
        await Storage.Contacts.DeliverAsync(Email with { Id = "../../escape" }, None);

        Assert.EndsWith("2026-03-05-escape.eml", Assert.Single(Storage.Documents()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivery_RepeatedAfterAFallBeforeTheNote_IsMadeOnce()
    {
        await LeaveAsync(".ready", "half a letter");

        await Storage.Contacts.DeliverAsync(Email, None);

        Assert.StartsWith("Date:", await File.ReadAllTextAsync(Assert.Single(Storage.Documents())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivery_RepeatedAfterAFallBeforeTheMove_EndsTheFirst()
    {
        await LeaveAsync(".ready", "whole");
        await LeaveAsync(".sent", "outbox/email/2026-03-04-c-1.eml");

        var delivery = await Storage.Contacts.DeliverAsync(Email, None);

        Assert.Equal("outbox/email/2026-03-04-c-1.eml", delivery.Detail);
        Assert.Equal("whole", await File.ReadAllTextAsync(Assert.Single(Storage.Documents())));
    }

    [Fact]
    public async Task Delivery_RepeatedAfterTheDocumentWasTakenAway_WritesNone()
    {
        await Storage.Contacts.DeliverAsync(Email, None);
        File.Delete(Assert.Single(Storage.Documents()));

        Assert.True((await Storage.Contacts.DeliverAsync(Email, None)).IsDelivered);

        Assert.Empty(Storage.Documents());
    }

    private async Task LeaveAsync(string folder, string text)
    {
        var path = Directory.CreateDirectory(Path.Combine(Storage.Folder, "outbox", folder)).FullName;
        await File.WriteAllTextAsync(Path.Combine(path, "c-1"), text);
    }

    private async Task<string> DeliveredAsync(OutgoingContact contact)
    {
        var delivery = await Storage.Contacts.DeliverAsync(contact, None);
        Assert.True(delivery.IsDelivered);
        return await File.ReadAllTextAsync(Path.Combine(Storage.Folder, delivery.Detail));
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var unfolded = part[..end].Replace("\r\n ", " ", StringComparison.Ordinal);
        return (unfolded.Split("\r\n").ToDictionary(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 2)..]), part[(end + 4)..]);
    }

    // Blanks between two encoded words belong to neither.
    private static string Decode(string header) => EncodedWord().Replace(
        BetweenWords().Replace(header, "$1$2"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    private static string QuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        var text = body.Replace("=\r\n", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            bytes.Add(text[i] == '=' ? Convert.ToByte(text.Substring(i + 1, 2), 16) : (byte)text[i]);
            i += text[i] == '=' ? 2 : 0;
        }

        var decoded = Encoding.UTF8.GetString([.. bytes]);
        return decoded.EndsWith('\n') ? decoded[..^1] : decoded;
    }

    [GeneratedRegex("\r\n")]
    private static partial Regex CrLf();

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(=\?)")]
    private static partial Regex BetweenWords();
}
