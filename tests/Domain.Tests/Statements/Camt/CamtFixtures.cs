using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Tests.Statements.Camt;

/// <summary>The fixtures that the reader of ISO 20022 takes without an error.</summary>
internal static class CamtFixtures
{
    public static string[] Names { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "Statements", "valid"), "camt-*.input.xml")
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Valid => new(Names);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Fixtures.Root, "Statements", "valid", name));

    /// <summary>Reads the bytes and holds the parts to the order that every reader promises.</summary>
    public static StatementFile Read(byte[] bytes) => Read(new MemoryStream(bytes));

    public static StatementFile Read(Stream bytes)
    {
        var parts = StatementFiles.Read(bytes, StatementReaders.All).ToList();
        var isOpen = false;
        foreach (var part in parts.Where(p => p is not Diagnostic))
        {
            Assert.True(part is StatementOpened ? !isOpen : isOpen, $"{part.GetType().Name} is out of order.");
            isOpen = part is not StatementClosed;
        }

        Assert.False(isOpen, "The last statement was not closed.");
        return StatementFile.Of(parts);
    }
}
