using System.Collections.Immutable;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements;

/// <summary>Reads any statement file: finds the format from the content, reads it, checks it.</summary>
public static class StatementFiles
{
    private const int HeadLength = 4096;

    /// <summary>The parts of a file of any known format, with the findings of <see cref="StatementChecks"/> among them.</summary>
    /// <param name="bytes">The file; it need not seek and stays open.</param>
    /// <param name="readers">The readers to try, in order.</param>
    public static IEnumerable<StatementPart> Read(Stream bytes, ImmutableArray<StatementReader> readers)
    {
        var head = ReadHead(bytes);
        if (head.Length == 0)
            return [DiagnosticRules.FileEmpty.At("The file has 0 bytes.")];
        var reader = readers.FirstOrDefault(r => r.Recognises(head));
        if (reader is null)
            return [DiagnosticRules.FormatUnknown.At($"The content is none of: {string.Join(", ", readers.Select(r => r.Name).Distinct())}.")];
        return StatementChecks.Apply(reader.Read(new ResumedStream(head, bytes)));
    }

    private static byte[] ReadHead(Stream bytes)
    {
        var head = new byte[HeadLength];
        var length = bytes.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        return head[..length];
    }
}
