using Reconciliation.Host.Local.Commands;
using Reconciliation.Host.Local.Embedded;
using Reconciliation.Pipeline;

namespace Reconciliation.Host.Local.Demo;

/// <summary>The bundled month: files of three invented banks and an invented creditor, beside the program.</summary>
internal static class DemoMonth
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Demo", "Month");

    /// <summary>The day after the month, when the demonstration takes place.</summary>
    public static DateTimeOffset Today { get; } = new(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(2));

    public static FileInfo Receivables { get; } = new(Path.Combine(Folder, "receivables.csv"));

    public static FileInfo Instalments { get; } = new(Path.Combine(Folder, "instalments.csv"));

    /// <summary>The statement files in the order in which the banks dropped them.</summary>
    public static IReadOnlyList<FileInfo> Statements()
    {
        var folder = new DirectoryInfo(Folder);
        return folder.Exists
            ? [.. folder.EnumerateFiles().Where(f => f.Extension is ".xml" or ".sta" or ".txt").OrderBy(f => f.Name, StringComparer.Ordinal)]
            : throw new CommandException($"the bundled month is missing beside the program ({Folder}); build it again");
    }

    /// <summary>Gives a new data folder the creditor's settings.</summary>
    public static void Prepare(DataFolder data)
    {
        var settings = Path.Combine(data.Path, LedgerSettings.CreditorFile);
        if (!File.Exists(settings))
            File.Copy(Path.Combine(Folder, LedgerSettings.CreditorFile), settings);
    }
}
