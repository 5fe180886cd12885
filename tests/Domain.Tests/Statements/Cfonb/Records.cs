namespace Reconciliation.Domain.Tests.Statements.Cfonb;

/// <summary>Writes records of 120 characters, by the columns of the standard.</summary>
internal static class Records
{
    public const string Positive = "{ABCDEFGHI";
    public const string Negative = "}JKLMNOPQR";

    public static string Balance(string code, long amount, string currency = "EUR", char decimals = '2') =>
        $"{code}99999    00001{currency}{decimals} 00012345678  020226{"",50}{Amount(amount)}{"",16}";

    public static string Movement(
        string operation, long amount, string motive = "  ", string number = "0000000", string reference = "", string? signed = null) =>
        $"0499999015800001EUR2 00012345678{operation}020226{motive}020226{"LIBELLE",-31}  {number}  {signed ?? Amount(amount)}{reference,-16}";

    public static string Complement(string operation, string qualifier, string information) =>
        $"0599999015800001EUR2 00012345678{operation}020226     {qualifier,-3}{information,-70}  ";

    /// <summary>Thirteen digits and the last one with the sign in it.</summary>
    public static string Amount(long minorUnits)
    {
        var digits = Math.Abs(minorUnits);
        return $"{digits / 10:0000000000000}{(minorUnits < 0 ? Negative : Positive)[(int)(digits % 10)]}";
    }
}
