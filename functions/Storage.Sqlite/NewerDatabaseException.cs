namespace Reconciliation.Storage.Sqlite;

/// <summary>The database file was written by a later release of this program, whose tables this one does not know.</summary>
public sealed class NewerDatabaseException : InvalidOperationException
{
    /// <summary>The file <paramref name="path"/> has schema <paramref name="found"/>; this release knows up to <paramref name="known"/>.</summary>
    public NewerDatabaseException(string path, long found, int known)
        : base($"'{path}' has schema {found}, and this release knows schemas up to {known} only. Open it with a later release; nothing was changed.")
    {
    }
}
