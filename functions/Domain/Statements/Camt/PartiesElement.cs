namespace Reconciliation.Domain.Statements.Camt;

/// <summary>Who takes part in a payment (RltdPties, RltdAgts), and which of them is the other side.</summary>
internal sealed class PartiesElement
{
    private PartyElement? _debtor;
    private PartyElement? _creditor;
    private PartyElement? _ultimateDebtor;
    private PartyElement? _ultimateCreditor;

    /// <summary>Reads RltdPties.</summary>
    public void ReadParties(StatementScope scope, List<string> other)
    {
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "Dbtr": Debtor().Read(scope, "RltdPties/Dbtr", other); break;
                case "DbtrAcct": Debtor().ReadAccount(scope, "RltdPties/DbtrAcct", other); break;
                case "UltmtDbtr": (_ultimateDebtor ??= new()).Read(scope, "RltdPties/UltmtDbtr", other); break;
                case "Cdtr": Creditor().Read(scope, "RltdPties/Cdtr", other); break;
                case "CdtrAcct": Creditor().ReadAccount(scope, "RltdPties/CdtrAcct", other); break;
                case "UltmtCdtr": (_ultimateCreditor ??= new()).Read(scope, "RltdPties/UltmtCdtr", other); break;
                default: scope.Xml.Keep("RltdPties", other); break;
            }
        }
    }

    /// <summary>Reads RltdAgts.</summary>
    public void ReadAgents(StatementScope scope, List<string> other)
    {
        foreach (var name in scope.Xml.Children())
        {
            switch (name)
            {
                case "DbtrAgt": Debtor().ReadAgent(scope, "RltdAgts/DbtrAgt", other); break;
                case "CdtrAgt": Creditor().ReadAgent(scope, "RltdAgts/CdtrAgt", other); break;
                default: scope.Xml.Keep("RltdAgts", other); break;
            }
        }
    }

    /// <summary>
    /// The other side and on whose behalf it acts; the holder's own side is kept in <paramref name="other"/>. Money in
    /// comes from the debtor, money out goes to the creditor. In a return the parties stand as in the payment that came
    /// back, so it is the reverse. The holder's own account is never the other side's.
    /// </summary>
    public (Party Counterparty, Party Ultimate) OtherSide(StatementScope scope, bool isCredit, bool isReturn, List<string> other)
    {
        var isDebtor = isCredit != isReturn;
        if (IsOwn(isDebtor ? _debtor : _creditor, scope) && (isDebtor ? _creditor : _debtor) is { Account: not null } opposite && !IsOwn(opposite, scope))
            isDebtor = !isDebtor;

        if (isDebtor)
        {
            _creditor?.KeepAsOwn(scope, "RltdPties/Cdtr", other);
            _ultimateCreditor?.KeepAsOwn(scope, "RltdPties/UltmtCdtr", other);
            return (Known(_debtor), Known(_ultimateDebtor));
        }

        _debtor?.KeepAsOwn(scope, "RltdPties/Dbtr", other);
        _ultimateDebtor?.KeepAsOwn(scope, "RltdPties/UltmtDbtr", other);
        return (Known(_creditor), Known(_ultimateCreditor));
    }

    private static Party Known(PartyElement? party) => party?.ToParty() ?? Party.Unknown;

    private static bool IsOwn(PartyElement? party, StatementScope scope) =>
        party?.Account is { } account && account == scope.Account.Value;

    private PartyElement Debtor() => _debtor ??= new();

    private PartyElement Creditor() => _creditor ??= new();
}
