using Reconciliation.Domain.Statements.Camt.Xml;

namespace Reconciliation.Domain.Statements.Camt;

/// <summary>The bank transaction code (BkTxCd): the standard's domain, family and subfamily, and the bank's own.</summary>
internal static class TransactionCodeElement
{
    /// <summary>
    /// Reads the code at hand; who issues a proprietary code goes to <paramref name="other"/>, except that a
    /// two-character code issued by the CFONB is the code opération interbancaire.
    /// </summary>
    public static BankTransactionCode Read(StatementScope scope, List<string> other)
    {
        string? domain = null, proprietary = null, issuer = null;
        foreach (var name in scope.Xml.Children())
        {
            if (name == "Domn")
                domain = ReadDomain(scope.Xml);
            else if (name == "Prtry")
                (proprietary, issuer) = ReadProprietary(scope.Xml);
            else
                scope.Xml.Keep("BkTxCd", other);
        }

        if (issuer is not null)
            other.Add(scope.Xml.Join("BkTxCd/Prtry/Issr=", issuer));
        var isInterbank = proprietary is { Length: 2 } && issuer is not null && issuer.Contains("CFONB", StringComparison.OrdinalIgnoreCase);
        return new BankTransactionCode(domain, proprietary, isInterbank ? proprietary : null);
    }

    private static string? ReadDomain(XmlCursor xml)
    {
        string? code = null, family = null, subfamily = null;
        foreach (var name in xml.Children())
        {
            if (name == "Cd")
                code = xml.Word();
            else if (name == "Fmly")
                (family, subfamily) = ReadFamily(xml);
        }

        return code is null ? null
            : family is null ? subfamily is null ? code : xml.Join(code, "/", subfamily)
            : subfamily is null ? xml.Join(code, "/", family) : xml.Join(code, "/", family, "/", subfamily);
    }

    private static (string? Family, string? Subfamily) ReadFamily(XmlCursor xml)
    {
        string? family = null, subfamily = null;
        foreach (var name in xml.Children())
        {
            if (name == "Cd")
                family = xml.Word();
            else if (name == "SubFmlyCd")
                subfamily = xml.Word();
        }

        return (family, subfamily);
    }

    private static (string? Code, string? Issuer) ReadProprietary(XmlCursor xml)
    {
        string? code = null, issuer = null;
        foreach (var name in xml.Children())
        {
            if (name == "Cd")
                code = xml.Word();
            else if (name == "Issr")
                issuer = xml.Word();
        }

        return (code, issuer);
    }
}
