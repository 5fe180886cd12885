using System.Runtime.CompilerServices;
using Reconciliation.Benchmarks.DemoMonth;
using Reconciliation.Domain.Statements;
using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.EndToEnd;

/// <summary>The bundled month is what its generator makes, and reads as its page says.</summary>
public sealed class DemoMonthTests
{
    private const string BrokenFile = "atlantide-camt053-20260918.xml";
    private const string CutFile = "atlantide-camt053-20260909.xml";
    private const string DuplicateFile = "atlantide-camt053-20260914_copie.xml";
    private const string DuplicatedFile = "atlantide-camt053-20260914.xml";

    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));
    private static readonly string MonthFolder = Path.Combine(Root, "functions", "Host.Local", "Demo", "Month");
    private static readonly Month Generated = Month.Generate(MonthMix.Demo);

    public static TheoryData<string> SoundFiles => new(SoundStatements());

    [Fact]
    public void Month_GeneratedAgain_HasTheCheckedInFiles() =>
        Assert.Equal(Generated.Files.Keys, Directory.EnumerateFiles(MonthFolder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Fact]
    public void Month_GeneratedAgain_HasTheCheckedInBytes() =>
        Assert.All(Generated.Files, file => Assert.True(
            file.Value.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(MonthFolder, file.Key))), $"{file.Key} is not what the generator makes."));

    [Fact]
    public void Truth_GeneratedAgain_HasTheCheckedInBytes() =>
        Assert.Equal(File.ReadAllBytes(Path.Combine(Root, "tests", "Fixtures", "DemoMonth", "truth.csv")), Generated.Truth);

    [Fact]
    public void Month_OfAnotherSeed_HasOtherPayments() =>
        Assert.NotEqual(Generated.Truth, Month.Generate(MonthMix.Demo with { Seed = 7 }).Truth);

    [Theory]
    [MemberData(nameof(SoundFiles))]
    public void StatementFile_Sound_IsAcceptableAndBalances(string name)
    {
        var file = Read(name);
        Assert.True(file.IsAcceptable, string.Join('\n', file.Diagnostics.Select(d => d.Message)));
        Assert.NotEmpty(file.Statements);
        Assert.All(file.Statements, statement => Assert.True(statement.IsBalanced));
    }

    [Fact]
    public void StatementFile_Broken_DoesNotAddUp() =>
        Assert.Equal([DiagnosticRules.BalanceMismatch], Read(BrokenFile).Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Rule));

    [Fact]
    public void StatementFile_Cut_IsNotAcceptable() => Assert.False(Read(CutFile).IsAcceptable);

    [Fact]
    public void StatementFile_Duplicate_HasTheBytesOfTheOther() =>
        Assert.Equal(Generated.Files[DuplicatedFile], Generated.Files[DuplicateFile]);

    [Fact]
    public void Entries_OfAllFiles_AreAsManyAsTheMonthHas()
    {
        var identities = Statements().Where(name => name != CutFile).SelectMany(name => Identities(Read(name))).ToHashSet();
        Assert.Equal(Generated.EntryCount, identities.Count);
    }

    [Fact]
    public void Statements_OfSoundFiles_FollowOnEachOtherSaveAfterTheBrokenOne()
    {
        var accounts = SoundStatements().SelectMany(name => Read(name).Statements)
            .DistinctBy(s => (s.Opened.Account, s.Opened.Opening?.Day)).GroupBy(s => s.Opened.Account);
        var gaps = accounts.SelectMany(account => account.Zip(account.Skip(1)).Where(pair => pair.First.Closed.Closing != pair.Second.Opened.Opening));
        Assert.Equal(new DateOnly(2026, 9, 18), Assert.Single(gaps).Second.Opened.Opening?.Day);
    }

    private static IEnumerable<string> Statements() => Generated.Files.Keys.Where(name => Path.GetExtension(name) is ".xml" or ".sta" or ".txt");

    private static IEnumerable<string> SoundStatements() => Statements().Where(name => name is not (BrokenFile or CutFile));

    private static StatementFile Read(string name)
    {
        using var bytes = new MemoryStream(Generated.Files[name]);
        return StatementFile.Of(StatementFiles.Read(bytes, StatementReaders.All));
    }

    private static IEnumerable<EntryIdentity> Identities(StatementFile file)
    {
        var fingerprints =
            from statement in file.Statements
            from entry in statement.Entries
            select EntryIdentity.FingerprintOf(statement.Opened.Account, entry);
        return fingerprints.GroupBy(f => f).SelectMany(twins => twins.Select((fingerprint, index) => new EntryIdentity(fingerprint, index + 1)));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
