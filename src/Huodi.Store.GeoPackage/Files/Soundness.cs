using System.Globalization;
using Huodi.App.Stores;
using Huodi.Store.GeoPackage.Registers;
using Huodi.Store.GeoPackage.Tables;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>Whether a store is sound: SQLite's own checks, what a GeoPackage promises, and what every save promises.</summary>
internal static class Soundness
{
    private static readonly (string Sql, string Message)[] Promises =
    [
        (
            """
            SELECT count(*) FROM import_batch b WHERE added !=
                (SELECT count(*) FROM district WHERE batch_id = b.id)
              + (SELECT count(*) FROM parcel WHERE batch_id = b.id)
              + (SELECT count(*) FROM grant_result WHERE batch_id = b.id)
              + (SELECT count(*) FROM approval_batch WHERE batch_id = b.id)
            """,
            "{0} 个导入批次的记录数与登记的不符，请从备份恢复"),
        (
            """
            SELECT count(*) FROM import_batch b WHERE refused != (SELECT count(*) FROM import_row WHERE batch_id = b.id)
              OR warnings != (SELECT count(*) FROM import_diagnostic WHERE batch_id = b.id AND import_row_id IS NULL)
            """,
            "{0} 个导入批次的拒收行数或提示数与登记的不符，请从备份恢复"),
        ("SELECT count(*) FROM run r WHERE subjects != (SELECT count(*) FROM run_subject WHERE run_number = r.number)", "{0} 次评估的对象数与登记的不符，请从备份恢复"),
        ("SELECT count(*) FROM warning w WHERE version != (SELECT count(*) FROM warning_event WHERE warning_number = w.number)", "{0} 项预警的经过不全，请从备份恢复"),
        (
            """
            SELECT count(*) FROM warning_run r LEFT JOIN (SELECT run_number, count(*) c FROM warning GROUP BY run_number) g ON g.run_number = r.number
              LEFT JOIN (SELECT run_number, count(*) c FROM warning_event GROUP BY run_number) e ON e.run_number = r.number
            WHERE r.given != coalesce(g.c, 0) OR r.changed != coalesce(e.c, 0)
            """,
            "{0} 次每日预警的数目与登记的不符，请从备份恢复"),
        ("SELECT count(*) FROM grant_result WHERE NOT json_valid(facts)", "{0} 条供地结果的事实无法读取，请从备份恢复"),
    ];

    /// <summary>What is wrong, in words; empty when nothing is. Nothing more is asked of a file whose structure is damaged.</summary>
    public static IReadOnlyList<string> Check(SqliteConnection connection, CancellationToken cancellation)
    {
        var wrong = new List<string>();
        try
        {
            CheckStructure(connection, wrong);
            if (wrong.Count > 0) return wrong;
            CheckPromises(connection, wrong);
            wrong.AddRange(LayerSoundness.Check(connection));
            CheckParcels(connection, wrong, cancellation);
            wrong.AddRange(RegisterRows.Check(connection));
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            wrong.Add($"数据库结构损坏：{e.Message}，请从备份恢复");
        }

        return wrong;
    }

    private static void CheckStructure(SqliteConnection connection, List<string> wrong)
    {
        using (var integrity = new Statement(connection, "PRAGMA integrity_check"))
        using (var reader = integrity.Query())
        {
            while (reader.Read() && reader.GetString(0) is not "ok" and var text) wrong.Add($"数据库结构损坏：{text}，请从备份恢复");
        }

        if (wrong.Count > 0) return;
        using (var keys = new Statement(connection, "PRAGMA foreign_key_check"))
        using (var reader = keys.Query())
        {
            while (reader.Read()) wrong.Add($"表 {reader.GetString(0)} 的记录指向不存在的 {reader.GetString(2)}，请从备份恢复");
        }
    }

    private static void CheckPromises(SqliteConnection connection, List<string> wrong)
    {
        foreach (var (sql, message) in Promises)
        {
            using var statement = new Statement(connection, sql);
            var count = statement.Number();
            if (count != 0) wrong.Add(string.Format(CultureInfo.InvariantCulture, message, count));
        }
    }

    /// <summary>Reads every parcel, as an assessment would.</summary>
    private static void CheckParcels(SqliteConnection connection, List<string> wrong, CancellationToken cancellation)
    {
        var (unreadable, invalid, first) = (0, 0, "");
        using var select = new Statement(connection, ParcelTable.Select);
        using var reader = select.Query();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                if (ParcelTable.Read(reader).Shape.IsValid) continue;
                invalid++;
            }
            catch (StoreException)
            {
                unreadable++;
            }

            if (first.Length == 0) first = reader.GetString(0);
        }

        if (unreadable > 0) wrong.Add($"{unreadable} 宗宗地的图形或事实无法读取（第一宗“{first}”），请从备份恢复");
        if (invalid > 0) wrong.Add($"{invalid} 宗宗地的图形不合规则（自相交等，第一宗“{first}”），请用改正后的文件重新导入");
    }
}
