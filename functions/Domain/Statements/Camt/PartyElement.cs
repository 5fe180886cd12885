using Reconciliation.Domain.Statements.Camt.Xml;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>A party while its parts are gathered: name and identification, account and bank stand in three places.</summary>
internal sealed class PartyElement
{
    private string? _name;
    private string? _bank;
    private string? _id;

    /// <summary>The account as it designates itself; null where not given.</summary>
    public string? Account { get; private set; }

    /// <summary>Reads a party; since version 8 it is wrapped in Pty, or is a bank in Agt.</summary>
    public void Read(StatementScope scope, string path, List<string> other)
    {
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "Pty": Read(scope, path, other); break;
                case "Agt": _name = ReadBank(scope, path, other) ?? _bank; break;
                case "Nm": _name = scope.Xml.Text(); break;
                case "Id": ReadIds(scope.Xml, path, other); break;
                default: scope.Xml.Keep(path, other); break;
            }
        }
    }

    /// <summary>Reads its account.</summary>
    public void ReadAccount(StatementScope scope, string path, List<string> other) =>
        Account = AccountElement.Read(scope, path, other) ?? Account;

    /// <summary>Reads its bank: BIC, else the member number of a clearing system, else the bank's name.</summary>
    public void ReadAgent(StatementScope scope, string path, List<string> other)
    {
        var name = ReadBank(scope, path, other);
        if (_bank is not null && name is not null)
            other.Add($"{path}/Nm={name}");
        _bank ??= name;
    }

    /// <summary>The party as known by the end of its transaction.</summary>
    public Party ToParty() => new() { Name = _name, Account = Account, Bank = _bank, Id = _id };

    /// <summary>Keeps the holder's own side, which is no counterparty; its bank is the one that sends the file.</summary>
    public void KeepAsOwn(StatementScope scope, string path, List<string> other)
    {
        if (_name is not null)
            other.Add($"{path}/Nm={_name}");
        if (_id is not null)
            other.Add($"{path}/Id={_id}");
        if (Account is not null && Account != scope.Account.Value)
            other.Add($"{path}Acct/Id={Account}");
    }

    // Takes BIC or member number into _bank and gives the name.
    private string? ReadBank(StatementScope scope, string path, List<string> other)
    {
        string? bic = null, member = null, bankName = null;
        foreach (var part in scope.Xml.Children())
        {
            if (part != "FinInstnId")
            {
                scope.Xml.Keep(path, other);
                continue;
            }

            foreach (var name in scope.Xml.Children())
            {
                switch (name)
                {
                    case "BIC" or "BICFI": bic = scope.Xml.Word(); break;
                    case "ClrSysMmbId": member = ReadMember(scope.Xml, path, other); break;
                    case "Nm": bankName = scope.Xml.Text(); break;
                    default: scope.Xml.Keep(path, other); break;
                }
            }
        }

        if (bic is not null && member is not null)
            other.Add($"{path}/ClrSysMmbId/MmbId={member}");
        _bank = bic ?? member;
        return bankName;
    }

    private static string? ReadMember(XmlCursor xml, string path, List<string> other)
    {
        string? member = null;
        foreach (var name in xml.Children())
        {
            if (name == "MmbId")
                member = xml.Text();
            else
                xml.Keep(path, other);
        }

        return member;
    }

    // OrgId or PrvtId hold codes (AnyBIC, LEI) and any number of Othr/Id; the first Othr/Id goes before a code.
    private void ReadIds(XmlCursor xml, string path, List<string> other)
    {
        string? code = null, own = null;
        foreach (var kind in xml.Children())
        {
            foreach (var name in xml.Children())
            {
                if (name is "AnyBIC" or "BICOrBEI" or "BIC" or "LEI")
                    Choose(ref code, xml.Text(), path, other);
                else if (name is "Othr" or "PrtryId" or "OthrId")
                    ReadOther(xml, ref own, path, other);
                else
                    xml.Keep(path, other);
            }
        }

        _id = own ?? code;
        if (own is not null && code is not null)
            other.Add($"{path}/Id={code}");
    }

    private static void ReadOther(XmlCursor xml, ref string? own, string path, List<string> other)
    {
        foreach (var name in xml.Children())
        {
            if (name == "Id")
                Choose(ref own, xml.Text(), path, other);
            else
                xml.Keep(path, other);
        }
    }

    private static void Choose(ref string? chosen, string? next, string path, List<string> other)
    {
        if (chosen is not null && next is not null)
            other.Add($"{path}/Id={next}");
        chosen ??= next;
    }
}
