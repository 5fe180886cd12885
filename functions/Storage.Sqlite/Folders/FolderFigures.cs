using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Storage.Sqlite.Folders;

/// <summary>Figures as files <c>figures/yyyy-MM-dd.json</c> below <paramref name="dataFolder"/>.</summary>
public sealed class FolderFigures(string dataFolder) : IFigures
{
    private const string Ending = ".json";

    private readonly string _folder = Path.Combine(dataFolder, "figures");

    /// <inheritdoc/>
    public Task PutAsync(DateOnly day, string json, CancellationToken cancellation) =>
        WholeFile.WriteAsync(Path.Combine(_folder, StoredText.Of(day) + Ending), json, cancellation);

    /// <inheritdoc/>
    public async Task<KeptFigures?> LatestAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(_folder))
            return null;
        var days = new List<DateOnly>();
        foreach (var path in Directory.EnumerateFiles(_folder, $"*{Ending}"))
        {
            if (DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(path), "yyyy-MM-dd", out var day))
                days.Add(day);
        }

        return days.Count == 0
            ? null
            : new KeptFigures(days.Max(), await File.ReadAllTextAsync(Path.Combine(_folder, StoredText.Of(days.Max()) + Ending), cancellation));
    }
}
