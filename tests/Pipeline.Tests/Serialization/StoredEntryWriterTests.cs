using System.Buffers;
using System.Text;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Pipeline.Tests.Serialization;

public class StoredEntryWriterTests
{
    [Fact]
    public void AnyEntry_Written_IsWhatStoredJsonWrites()
    {
        var written = new ArrayBufferWriter<byte>();
        using var writer = new StoredEntryWriter(written);
        for (var seed = 0; seed < 2000; seed++)
        {
            var entry = (StatementEntry)new Invented(new Random(seed)).Of(typeof(StatementEntry));
            written.ResetWrittenCount();

            writer.Write(entry);

            Assert.Equal(StoredJson.Write(entry), Encoding.UTF8.GetString(written.WrittenSpan));
        }
    }

    [Fact]
    public void SeveralEntries_Written_StandOneBehindTheOther()
    {
        var entries = Enumerable.Range(0, 5).Select(seed => (StatementEntry)new Invented(new Random(seed)).Of(typeof(StatementEntry))).ToList();
        var written = new ArrayBufferWriter<byte>();
        using var writer = new StoredEntryWriter(written);

        foreach (var entry in entries)
            writer.Write(entry);

        Assert.Equal(string.Concat(entries.Select(StoredJson.Write)), Encoding.UTF8.GetString(written.WrittenSpan));
    }
}
