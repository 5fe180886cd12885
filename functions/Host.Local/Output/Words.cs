using Reconciliation.Domain.Recovery;

namespace Reconciliation.Host.Local.Output;

/// <summary>Names for people to read.</summary>
internal static class Words
{
    public static string Of(ContactChannel channel) => channel switch
    {
        ContactChannel.Email => "e-mails",
        ContactChannel.Letter => "letters",
        ContactChannel.RegisteredLetter => "registered letters",
        ContactChannel.CallTask => "calls to make",
        ContactChannel.OfficerTask => "decisions for an officer",
    };
}
