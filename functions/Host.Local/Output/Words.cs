using Reconciliation.Domain.Recovery;
using Reconciliation.Domain.Statements.Csv.Suggestion;

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

    public static string Of(CsvCertainty certainty) => certainty switch
    {
        CsvCertainty.Unknown => "unknown",
        CsvCertainty.Guessed => "guessed",
        CsvCertainty.Likely => "likely",
        CsvCertainty.Sure => "sure",
    };
}
