using Reconciliation.Domain.Statements;
using Reconciliation.Fuzz.Streams;

namespace Reconciliation.Fuzz;

/// <summary>What every file must stand, whatever its bytes.</summary>
internal static class Trial
{
    private const int Small = 20_000;

    /// <summary>Reads a file whole and in portions, as any format that it may be and as one that it may not be; throws where something breaks.</summary>
    /// <returns>The reading of the file as what it was found to be.</returns>
    public static Reading Of(byte[] file, Random random)
    {
        var whole = Reading.Of(Read(file), file.Length);
        ShouldBeSame(whole, Reading.Of(StatementFiles.Read(new PortionedStream(file, Portions(file, random)), StatementReaders.All), file.Length), "in portions");
        if (random.Next(4) == 0)
            ShouldBeSame(whole, Reading.Of(Read(file), file.Length), "again");
        if (random.Next(4) == 0)
            OfReader(StatementReaders.All[random.Next(StatementReaders.All.Length)], file, random);
        return whole;
    }

    /// <summary>Reads a file by one reader, whatever it was written for.</summary>
    public static void OfReader(StatementReader reader, byte[] file, Random random)
    {
        var whole = Reading.Of(StatementChecks.Apply(reader.Read(new MemoryStream(file))), file.Length);
        var portioned = Reading.Of(StatementChecks.Apply(reader.Read(new PortionedStream(file, Portions(file, random)))), file.Length);
        ShouldBeSame(whole, portioned, $"in portions by {reader.Name}");
    }

    private static IEnumerable<StatementPart> Read(byte[] file) => StatementFiles.Read(new MemoryStream(file), StatementReaders.All);

    private static Func<int> Portions(byte[] file, Random random)
    {
        var most = file.Length < Small && random.Next(2) == 0 ? 1 : random.Next(2, 3000);
        return () => random.Next(1, most + 1);
    }

    // What a parser quotes of broken XML, and where among the parts a finding about the text stands, may be what had come of
    // the file by then; that it is found, and in which line, may not.
    private static void ShouldBeSame(Reading whole, Reading other, string how)
    {
        var (all, others) = (Comparable(whole), Comparable(other));
        if (all.SequenceEqual(others))
            return;
        var first = all.Zip(others).TakeWhile(pair => pair.First == pair.Second).Count();
        throw new InvalidOperationException(
            $"Read {how}, part {first} is otherwise:\n{all.ElementAtOrDefault(first)}\n{others.ElementAtOrDefault(first)}");
    }

    private static List<string> Comparable(Reading reading)
    {
        var findings = reading.Parts.Where(IsFinding).Select(WithoutQuotes).Order(StringComparer.Ordinal);
        return [.. reading.Parts.Where(part => !IsFinding(part)), .. findings];
    }

    private static bool IsFinding(string part) => part.StartsWith("{\"Rule\":", StringComparison.Ordinal);

    private static string WithoutQuotes(string finding)
    {
        var quote = finding.IndexOf("The XML is broken in line", StringComparison.Ordinal);
        return quote < 0 ? finding : finding[..quote];
    }
}
