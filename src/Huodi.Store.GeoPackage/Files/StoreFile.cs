using System.Buffers.Binary;
using Huodi.App.Stores;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>Tells whether a path is a store of ours, before anything may write to it.</summary>
internal static class StoreFile
{
    private const int HeaderLength = 100;
    private const int GeoPackageId = 0x47504B47;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>True for a store, false for a path where a new one may be made.</summary>
    /// <exception cref="StoreException">Anything else, in words.</exception>
    public static bool IsStore(string path, int newestVersion)
    {
        if (Directory.Exists(path)) throw new StoreException("STORE_IS_FOLDER", $"“{path}”是文件夹，请给出 .gpkg 文件的路径。");
        if (!File.Exists(path))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path));
            return Directory.Exists(folder)
                ? false
                : throw new StoreException("STORE_FOLDER_MISSING", $"文件夹“{folder}”不存在，请先建立它，或改用其他路径。");
        }

        var hasLog = new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };
        CheckHeader(path, hasLog);
        if (!IsWritable(path)) throw new StoreException("STORE_READ_ONLY", $"数据库“{path}”是只读的，请检查文件和所在文件夹的写入权限。");

        CheckVersion(path, newestVersion, hasLog);
        return true;
    }

    /// <summary>Checks that an export may be written at the path: no folder, and no land database that it would replace.</summary>
    public static void CheckReplaceable(string path)
    {
        if (Directory.Exists(path)) throw new StoreException("STORE_IS_FOLDER", $"“{path}”是文件夹，请给出 .gpkg 文件的路径。");
        if (File.Exists(path) && IsLandDatabase(path))
        {
            throw new StoreException("STORE_EXISTS", $"“{path}”是活地的数据库，导出不会覆盖它。请改用其他文件名。");
        }
    }

    private static bool IsLandDatabase(string path)
    {
        try
        {
            return IsStore(path, int.MaxValue);
        }
        catch (StoreException e)
        {
            // A read-only database is a database too; anything else that cannot be a database may be replaced.
            return e.Code is "STORE_READ_ONLY" or "STORE_CORRUPT";
        }
    }

    private static void CheckHeader(string path, bool hasLog)
    {
        var header = new byte[HeaderLength];
        int read;
        long length;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            length = file.Length;
            read = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException("STORE_READ_ONLY", $"数据库“{path}”读不出来，请检查文件权限。", e);
        }

        if (read == 0) throw new StoreException("STORE_EMPTY_FILE", $"“{path}”是空文件，不是数据库。请移走它后重试，或改用其他路径。");
        if (!header.AsSpan().StartsWith(Magic))
        {
            throw new StoreException("STORE_NOT_GEOPACKAGE", $"“{path}”不是 GeoPackage 文件，没有改动它。请改用其他路径。");
        }

        if (read < HeaderLength) throw SqliteErrors.Corrupt(path);
        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(68)) != GeoPackageId)
        {
            throw new StoreException("STORE_NOT_GEOPACKAGE", $"“{path}”是 SQLite 文件，但不是 GeoPackage，没有改动它。请改用其他路径。");
        }

        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(16)) is var size and > 1 ? size : 65_536L;
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(28));
        if (!hasLog && length < pages * pageSize) throw SqliteErrors.Corrupt(path);
    }

    /// <summary>Root may write anywhere; a file that nobody else may write is read-only all the same.</summary>
    private static bool IsWritable(string path)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)) return false;
        if (!OperatingSystem.IsWindows()
            && (File.GetUnixFileMode(path) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0)
        {
            return false;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void CheckVersion(string path, int newestVersion, bool hasLog)
    {
        // Without a log the file is opened as immutable, so that looking at somebody else's file leaves no trace beside it.
        var uri = new Uri(Path.GetFullPath(path)).AbsoluteUri + (hasLog ? "" : "?immutable=1");
        var text = new SqliteConnectionStringBuilder { DataSource = uri, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
        SqliteErrors.Guard(path, () =>
        {
            using var connection = new SqliteConnection(text);
            connection.Open();
            using var marks = new Statement(
                connection, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('huodi_migration', 'gpkg_contents')");
            if (marks.Number() != 2)
            {
                throw new StoreException("STORE_FOREIGN", $"“{path}”是 GeoPackage，但不是活地的数据库，没有改动它。请改用其他路径；要用其中的图层，请用导入命令。");
            }

            var version = Migrations.Version(connection, null);
            return version <= newestVersion
                ? version
                : throw new StoreException("STORE_NEWER", $"数据库“{path}”由更新的版本建立（结构 {version}，本程序到 {newestVersion}），没有改动它。请升级程序。");
        });
    }
}
