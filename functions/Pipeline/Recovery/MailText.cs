using System.Globalization;
using System.Net.Mail;
using System.Text;
using Reconciliation.Domain;
using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Pipeline.Recovery;

/// <summary>
/// An e-mail as RFC 5322 text with the MIME parts of RFC 2045 to 2047: seven-bit lines of 76 characters at most, ended
/// by CR LF. The same contact gives the same text, byte for byte.
/// </summary>
internal static class MailText
{
    private const int MostOnALine = 76;
    private const int MostBytesOfAWord = 39;

    /// <summary>False for an address that needs the extension of RFC 6531 (letters beyond ASCII before the @).</summary>
    public static bool CanAddress(MailAddress address) => Ascii.IsValid(address.User);

    public static string Of(OutgoingContact contact, MailAddress sender, MailAddress recipient)
    {
        var mail = new StringBuilder();
        Header(mail, "Date", contact.At.ToString("ddd, dd MMM yyyy HH':'mm':'ss ", CultureInfo.InvariantCulture) + Zone(contact.At.Offset));
        Header(mail, "From", Mailbox(sender));
        Header(mail, "To", Mailbox(recipient));
        Header(mail, "Subject", Words(contact.Subject));
        Header(mail, "Message-ID", $"<{DeterministicId.Of("mail", contact.Id)}@{Host(sender)}>");
        Header(mail, "MIME-Version", "1.0");
        if (contact.Html is { } html)
            Alternatives(mail, DeterministicId.Of("boundary", contact.Id), contact.Text, html);
        else
            Part(mail, "plain", contact.Text);
        return mail.ToString();
    }

    private static void Alternatives(StringBuilder mail, string boundary, string text, string html)
    {
        Header(mail, "Content-Type", $"multipart/alternative;\r\n boundary=\"{boundary}\"");
        mail.Append("\r\n--").Append(boundary).Append("\r\n");
        Part(mail, "plain", text);
        mail.Append("\r\n--").Append(boundary).Append("\r\n");
        Part(mail, "html", html);
        mail.Append("\r\n--").Append(boundary).Append("--\r\n");
    }

    private static void Part(StringBuilder mail, string subtype, string text)
    {
        Header(mail, "Content-Type", $"text/{subtype}; charset=utf-8");
        Header(mail, "Content-Transfer-Encoding", "quoted-printable");
        mail.Append("\r\n");
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            QuotedPrintable(mail, line);
    }

    private static void Header(StringBuilder mail, string name, string value) =>
        mail.Append(name).Append(": ").Append(value).Append("\r\n");

    private static string Zone(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hhmm}");

    private static string Mailbox(MailAddress address)
    {
        var mailbox = $"<{address.User}@{Host(address)}>";
        return address.DisplayName.Length == 0 ? mailbox : $"{Words(address.DisplayName)}\r\n {mailbox}";
    }

    private static string Host(MailAddress address) => new IdnMapping().GetAscii(address.Host);

    /// <summary>
    /// Text of a header: plain words as they are, anything else as encoded words of RFC 2047, each of whole characters,
    /// so that nothing in it can end the header or be taken for syntax.
    /// </summary>
    private static string Words(string text)
    {
        if (text.Length <= MostBytesOfAWord && text == text.Trim() && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-'))
            return text;
        var words = new List<string>();
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (word.Count + rune.Utf8SequenceLength > MostBytesOfAWord)
                Close();
            word.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        Close();
        return string.Join("\r\n ", words);

        void Close()
        {
            if (word.Count > 0)
                words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
            word.Clear();
        }
    }

    private static void QuotedPrintable(StringBuilder mail, string line)
    {
        var length = 0;
        var bytes = Encoding.UTF8.GetBytes(line);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isLast = i == bytes.Length - 1;
            var isPlain = bytes[i] is >= 33 and <= 126 and not (byte)'=' || (bytes[i] is (byte)' ' or (byte)'\t' && !isLast);
            var encoded = isPlain ? ((char)bytes[i]).ToString() : $"={bytes[i]:X2}";
            if (length + encoded.Length > MostOnALine - (isLast ? 0 : 1))
            {
                mail.Append("=\r\n");
                length = 0;
            }

            mail.Append(encoded);
            length += encoded.Length;
        }

        mail.Append("\r\n");
    }
}
