using Huodi.App.Stores;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>SQLite's errors in words for people.</summary>
internal static class SqliteErrors
{
    /// <summary>The store's error for one of SQLite's.</summary>
    public static StoreException Translate(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => new("STORE_BUSY", $"数据库“{path}”正被另一个程序写入，请等它结束后重试。", error),
        8 => new("STORE_READ_ONLY", $"数据库“{path}”是只读的，请检查文件和所在文件夹的写入权限。", error),
        11 or 26 => Corrupt(path, error),
        13 => new("STORE_FULL", $"磁盘已满，数据库“{path}”没有保存本次内容，请腾出空间后重试。", error),
        14 => new("STORE_READ_ONLY", $"数据库“{path}”打不开，请检查文件和所在文件夹是否存在、是否有读写权限。", error),
        _ => new("STORE_FAILED", $"数据库“{path}”读写失败（SQLite {error.SqliteExtendedErrorCode}：{error.Message}），本次内容没有保存。", error),
    };

    /// <summary>A damaged file.</summary>
    public static StoreException Corrupt(string path, Exception? error = null) =>
        new("STORE_CORRUPT", $"数据库“{path}”已损坏或不完整，没有改动它。请从备份恢复，或移走该文件后重新导入。", error);

    /// <summary>Runs the work and translates what SQLite throws.</summary>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw Translate(path, e);
        }
    }
}
