using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;

namespace Reconciliation.Architecture;

/// <summary>Names everything that the domain may not, for the tests to see that they see it. Nothing here runs.</summary>
internal static class ImpureSpecimen
{
    public static DateTime Clock(TimeProvider provider) => provider.GetLocalNow().DateTime + Stopwatch.GetElapsedTime(0);

    public static DateTimeOffset[] Instants() => [DateTimeOffset.Now, DateTimeOffset.UtcNow];

    public static TimeZoneInfo Zone(Timer timer) => TimeZoneInfo.Local;

    public static Guid Chance(Random random, RandomNumberGenerator generator) => Guid.NewGuid();

    public static void Surroundings() => Console.WriteLine(
        Environment.MachineName + CultureInfo.CurrentCulture + CultureInfo.CurrentUICulture + Process.GetCurrentProcess());

    public static bool Files(FileInfo file, DirectoryInfo folder, FileStream stream) =>
        File.Exists(Path.GetTempPath()) && Directory.Exists("");

    public static object[] Readers(string path) =>
    [
        new StreamReader(path), new StreamWriter(path), XmlReader.Create(path), XmlReader.Create(path, new XmlReaderSettings()), XDocument.Load(path),
    ];

    public static ValueTask Waiting(Task task, Task<int> number, ValueTask<int> other, HttpClient client, Thread thread) => new(task);

    public static long FloatingPoint(long amount, float factor) => (long)(amount * 1.2 * factor);

    public static Half HalfPrecision() => Half.Zero;
}
