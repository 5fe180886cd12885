using Reconciliation.Domain.Statements.Camt.Xml;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>An account (Acct, DbtrAcct, CdtrAcct) and how it is designated.</summary>
internal static class AccountElement
{
    /// <summary>Reads the statement's own account into the scope.</summary>
    public static void ReadOwn(StatementScope scope)
    {
        foreach (var name in scope.Xml.Children())
        {
            if (name == "Id" && ReadId(scope.Xml) is { } id)
                scope.Account = BankAccountId.FromText(id);
            else if (name == "Ccy")
                scope.ReadCurrency();
        }
    }

    /// <summary>Reads the account of a party; what it says beside its designation goes to <paramref name="other"/>.</summary>
    public static string? Read(StatementScope scope, string path, List<string> other)
    {
        string? account = null;
        foreach (var name in scope.Xml.Children())
        {
            if (name == "Id")
                account = ReadId(scope.Xml) ?? account;
            else
                scope.Xml.Keep(path, other);
        }

        return account;
    }

    // Id holds one of IBAN, Othr/Id; before version 2 IBAN, BBAN, UPIC, PrtryAcct/Id.
    private static string? ReadId(XmlCursor xml)
    {
        string? id = null;
        foreach (var name in xml.Children())
        {
            if (name is "Othr" or "PrtryAcct")
                id ??= ReadOther(xml);
            else
                id ??= xml.Text();
        }

        return id is null ? null : Electronic(id);
    }

    private static string? ReadOther(XmlCursor xml)
    {
        string? id = null;
        foreach (var name in xml.Children())
        {
            if (name == "Id")
                id = xml.Text();
        }

        return id;
    }

    private static string Electronic(string id) =>
        id.AsSpan().ContainsAny(' ', '\u00A0') && Iban.TryParse(id, out var iban) ? iban.Value : id;
}
