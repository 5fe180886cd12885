using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Camt;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Tests.Statements.Camt;

/// <summary>The two ways in which a file of camt can be read: from its bytes, and through XmlReader alone.</summary>
internal static class CamtPaths
{
    private static readonly CamtReader FromBytes = new();
    private static readonly CamtReader ThroughXmlReader = new() { ReadsBytes = false };

    /// <summary>Fails where the two differ in anything: a part, a place, a word.</summary>
    public static void ShouldAgree(byte[] bytes, string what)
    {
        var expected = Described(ThroughXmlReader, bytes);
        var actual = Described(FromBytes, bytes);
        Assert.True(expected == actual, $"{what}\n--- XmlReader\n{expected}\n--- bytes\n{actual}");
    }

    public static void ShouldAgree(string text) => ShouldAgree(Encoding.UTF8.GetBytes(text), text.Length > 2000 ? text[..2000] : text);

    private static string Described(CamtReader reader, byte[] bytes)
    {
        var described = new StringBuilder();
        foreach (var part in reader.Read(new MemoryStream(bytes)))
        {
            described.AppendLine(part.ToString());
            if (part is Diagnostic diagnostic)
                described.AppendLine(diagnostic.Code);
            if (part is not StatementEntry entry)
                continue;
            AppendAll(described, entry.Other);
            foreach (var detail in entry.Details)
            {
                described.AppendLine(detail.ToString());
                AppendAll(described, [.. detail.Remittance, "", .. detail.CreditorReferences, "", .. detail.ReferredDocuments.Select(d => d.ToString()), "", .. detail.Other]);
            }
        }

        return described.ToString();
    }

    private static void AppendAll(StringBuilder described, IReadOnlyCollection<string> texts) => described.AppendJoin('|', texts).AppendLine();
}
