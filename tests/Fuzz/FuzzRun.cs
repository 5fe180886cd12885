using System.Globalization;
using System.Numerics;
using Reconciliation.Domain.Statements;
using Reconciliation.Fuzz.Mutations;

namespace Reconciliation.Fuzz;

/// <summary>
/// Mutated files one after the other. <c>FUZZ_FILES</c> says how many (2,000), <c>FUZZ_SEED</c> of which seed (1), and
/// <c>FUZZ_FILE</c> has one made again alone, by its number.
/// </summary>
internal sealed class FuzzRun
{
    private const int MostFailures = 25;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private readonly int _seed = Number("FUZZ_SEED") ?? 1;
    private readonly List<string> _failures = [];
    private volatile int _current;
    private long _since = Environment.TickCount64;

    /// <summary>What broke: a line a file, with what makes it again.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>How many files were read as each format.</summary>
    public SortedDictionary<StatementFormat, int> Formats { get; } = [];

    /// <summary>How many files were tried.</summary>
    public int Files { get; private set; }

    /// <summary>How many would be taken in.</summary>
    public int Accepted { get; private set; }

    /// <summary>True where one file alone was asked for.</summary>
    public static bool IsOfOneFile => Number("FUZZ_FILE") is not null;

    /// <summary>Tries the files; a reader that does not come back is given up after a minute, and named.</summary>
    public async Task RunAsync()
    {
        var first = Number("FUZZ_FILE") ?? 1;
        var last = IsOfOneFile ? first : Number("FUZZ_FILES") ?? 2000;
        _current = first;
        var trying = Task.Factory.StartNew(() => TryAll(first, last), TaskCreationOptions.LongRunning);
        while (await Task.WhenAny(trying, Task.Delay(1000)) != trying)
        {
            if (Environment.TickCount64 - Volatile.Read(ref _since) > Hang.TotalMilliseconds)
                throw new TimeoutException(Told(_current, $"A reader did not come back from it within {Hang.TotalSeconds} seconds."));
        }

        await trying;
    }

    private void TryAll(int first, int last)
    {
        for (var number = first; number <= last && _failures.Count < MostFailures; number++)
        {
            _current = number;
            Volatile.Write(ref _since, Environment.TickCount64);
            try
            {
                var random = RandomOf(number);
                Note(Trial.Of(Mutator.Make(random), random));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                _failures.Add(Told(number, failure.ToString()));
            }
        }
    }

    private void Note(Reading reading)
    {
        Files++;
        Accepted += reading.IsAcceptable ? 1 : 0;
        foreach (var format in reading.Formats)
            Formats[format] = Formats.GetValueOrDefault(format) + 1;
    }

    private string Told(int number, string what)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults"));
        var path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"fuzz-{_seed}-{number}"));
        File.WriteAllBytes(path, Mutator.Make(RandomOf(number)));
        return string.Create(CultureInfo.InvariantCulture, $"FUZZ_SEED={_seed} FUZZ_FILE={number} ({path}): {what}");
    }

    private Random RandomOf(int number) =>
        new(unchecked((int)(BitOperations.RotateLeft((uint)_seed * 0x9E3779B1, 16) ^ ((uint)number * 0x85EBCA6B))));

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
