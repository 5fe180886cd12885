using Reconciliation.Pipeline.Ports;
using Reconciliation.Storage.Sqlite.Folders;

namespace Reconciliation.Storage.Contract.Sqlite;

public sealed class FolderFiguresTests : FiguresContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("figures-").FullName;

    public override Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    protected override Task<IFigures> OpenAsync() => Task.FromResult<IFigures>(new FolderFigures(_folder));
}
