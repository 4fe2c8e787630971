using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.Warnings;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage;

/// <summary>A GeoPackage store as a file: how old its structure is, a copy of it while others write, and putting a copy back.</summary>
public static class GeoPackageFiles
{
    /// <summary>The newest structure this program makes and reads.</summary>
    public static int NewestVersion => Migrations.Newest;

    /// <summary>The version of the store's structure and how many scripts it lacks, without changing it.</summary>
    /// <exception cref="StoreException">The path is no store of ours, or a newer one.</exception>
    public static (long Version, int Pending) Version(string path)
    {
        if (!StoreFile.IsStore(path, Migrations.Newest)) throw Missing(path);
        return SqliteErrors.Guard(path, () =>
        {
            using var connection = Connections.OpenToRead(path);
            return (Migrations.Version(connection, null), Migrations.Pending(connection, null).Count);
        });
    }

    /// <summary>Writes the store's state of this moment to a new file, while others read and write; the file is there when it is whole.</summary>
    /// <exception cref="StoreException">STORE_EXISTS: there is a file; or one of them cannot be read or written.</exception>
    public static void Backup(string path, string to)
    {
        if (!StoreFile.IsStore(path, int.MaxValue)) throw Missing(path);
        if (File.Exists(to) || StoreFile.IsStore(to, Migrations.Newest)) throw Exists(to);
        _ = SqliteErrors.Guard(path, () =>
        {
            using var source = Connections.OpenToRead(path);
            using var file = UnfinishedFile.Open(to);
            source.BackupDatabase(file.Connection);
            Settle(file.Connection);
            file.Keep();
            return true;
        });
    }

    /// <summary>Replaces the content of a store by that of a backup, in one transaction: who has it open sees the one or the other.</summary>
    /// <exception cref="StoreException">STORE_BUSY: somebody is writing; WARNING_RUNNING: a daily run is under way; or one of them is no store of ours.</exception>
    public static void Replace(string path, string backup)
    {
        if (!StoreFile.IsStore(backup, Migrations.Newest)) throw Missing(backup);
        if (!StoreFile.IsStore(path, int.MaxValue)) throw Missing(path);
        using var turn = WarningTurn.Lock(path) ?? throw WarningCodes.Replacing();
        _ = SqliteErrors.Guard(path, () =>
        {
            using var source = Connections.OpenToRead(backup);
            using var target = Connections.OpenWriter(path, SqliteOpenMode.ReadWrite);
            Connections.KeepLog(target);
            source.BackupDatabase(target);
            return true;
        });
    }

    /// <summary>Everything into the one file, so that it can be carried away; a store opened again keeps a log again.</summary>
    private static void Settle(SqliteConnection connection)
    {
        using var settle = new Statement(connection, "PRAGMA journal_mode = DELETE");
        _ = settle.Run();
    }

    private static StoreException Missing(string path) => new("STORE_MISSING", $"数据库“{path}”不存在，请检查路径。");

    private static StoreException Exists(string path) => new("STORE_EXISTS", $"“{path}”已存在，没有改动它。请改用其他文件名。");
}
