using System.Collections.Immutable;
using System.Globalization;
using Reconciliation.Domain.Ledger;

namespace Reconciliation.Domain.Recovery;

/// <summary>The fixed words of letters in one language, and how it writes amounts and dates. No culture of the machine takes part.</summary>
internal abstract class LetterWords
{
    private const char NoBreak = '\u00A0';

    public static LetterWords Of(string language) => language == "fr" ? new French() : new English();

    public abstract string Document { get; }

    public abstract string Issued { get; }

    public abstract string Due { get; }

    public abstract string Reference { get; }

    public abstract string Open { get; }

    public abstract string ItemsCaption { get; }

    public abstract string Sum { get; }

    public abstract string Credit { get; }

    public abstract string ToPay { get; }

    public abstract string NoContact { get; }

    public abstract string Colon { get; }

    public abstract string Term(int sequence);

    public abstract string Date(DateOnly date);

    public abstract string Amount(Money amount);

    public abstract string Channel(ContactChannel channel);

    public abstract string Pending { get; }

    public abstract string Result(ContactResult result);

    /// <summary>The figure with a mark between thousands and before decimals.</summary>
    private static string Figure(Money amount, char thousands, char decimals)
    {
        var figure = amount.Abs().ToDecimalString().Split('.');
        var whole = figure[0];
        for (var place = whole.Length - 3; place > 0; place -= 3)
            whole = whole.Insert(place, thousands.ToString());
        var text = figure.Length > 1 ? $"{whole}{decimals}{figure[1]}" : whole;
        return amount.IsNegative ? $"-{text}" : text;
    }

    private sealed class French : LetterWords
    {
        private static readonly ImmutableArray<string> Months =
            ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

        public override string Document => "Document";

        public override string Issued => "Date";

        public override string Due => "Échéance";

        public override string Reference => "Référence à rappeler";

        public override string Open => "Reste dû";

        public override string ItemsCaption => "Détail des sommes";

        public override string Sum => "Total";

        public override string Credit => "À déduire (avoirs et sommes versées non imputées)";

        public override string ToPay => "À payer";

        public override string NoContact => "Aucun contact à ce jour.";

        public override string Colon => $"{NoBreak}: ";

        public override string Term(int sequence) => string.Create(CultureInfo.InvariantCulture, $"échéance {sequence}");

        public override string Date(DateOnly date) =>
            string.Create(CultureInfo.InvariantCulture, $"{(date.Day == 1 ? "1er" : date.Day)} {Months[date.Month - 1]} {date.Year}");

        public override string Amount(Money amount) =>
            $"{Figure(amount, '\u202F', ',')}{NoBreak}{(amount.Currency == Currency.Eur ? "€" : amount.Currency.Code)}";

        public override string Channel(ContactChannel channel) => channel switch
        {
            ContactChannel.Email => "courriel",
            ContactChannel.Letter => "lettre",
            ContactChannel.RegisteredLetter => "lettre recommandée",
            ContactChannel.CallTask => "appel",
            ContactChannel.OfficerTask => "tâche interne",
        };

        public override string Pending => "à faire";

        public override string Result(ContactResult result) => result switch
        {
            ContactResult.Made => "fait",
            ContactResult.Failed => "échoué",
            ContactResult.Suppressed => "bloqué par une règle",
        };
    }

    private sealed class English : LetterWords
    {
        private static readonly ImmutableArray<string> Months =
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

        public override string Document => "Document";

        public override string Issued => "Date";

        public override string Due => "Due date";

        public override string Reference => "Reference to quote";

        public override string Open => "Open";

        public override string ItemsCaption => "Details of the amounts";

        public override string Sum => "Total";

        public override string Credit => "Less credit notes and unallocated payments";

        public override string ToPay => "To pay";

        public override string NoContact => "No contact so far.";

        public override string Colon => ": ";

        public override string Term(int sequence) => string.Create(CultureInfo.InvariantCulture, $"instalment {sequence}");

        public override string Date(DateOnly date) =>
            string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");

        public override string Amount(Money amount) => $"{amount.Currency.Code}{NoBreak}{Figure(amount, ',', '.')}";

        public override string Channel(ContactChannel channel) => channel switch
        {
            ContactChannel.Email => "e-mail",
            ContactChannel.Letter => "letter",
            ContactChannel.RegisteredLetter => "registered letter",
            ContactChannel.CallTask => "call",
            ContactChannel.OfficerTask => "internal task",
        };

        public override string Pending => "to be made";

        public override string Result(ContactResult result) => result switch
        {
            ContactResult.Made => "made",
            ContactResult.Failed => "failed",
            ContactResult.Suppressed => "stopped by a rule",
        };
    }
}
