using Huodi.Store.GeoPackage.Registers;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>Whether a store is sound: SQLite's own checks, and what every save promises.</summary>
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
        ("SELECT count(*) FROM run r WHERE subjects != (SELECT count(*) FROM run_subject WHERE run_number = r.number)", "{0} 次评估的对象数与登记的不符，请从备份恢复"),
        ("SELECT abs((SELECT count(*) FROM parcel) - (SELECT count(*) FROM rtree_parcel_geom))", "宗地图层的空间索引差 {0} 条，请在 QGIS 中重建空间索引"),
        ("SELECT abs((SELECT count(*) FROM district) - (SELECT count(*) FROM rtree_district_geom))", "行政区图层的空间索引差 {0} 条，请在 QGIS 中重建空间索引"),
        ("SELECT abs((SELECT count(*) FROM register_entry WHERE geom IS NOT NULL) - (SELECT count(*) FROM rtree_register_entry_geom))", "台账图层的空间索引差 {0} 条，请在 QGIS 中重建空间索引"),
        ("SELECT count(*) FROM parcel WHERE NOT json_valid(facts)", "{0} 宗宗地的事实无法读取，请从备份恢复"),
        ("SELECT count(*) FROM grant_result WHERE NOT json_valid(facts)", "{0} 条供地结果的事实无法读取，请从备份恢复"),
    ];

    /// <summary>What is wrong, in words; empty when nothing is. Nothing more is asked of a file whose structure is damaged.</summary>
    public static IReadOnlyList<string> Check(SqliteConnection connection)
    {
        var wrong = new List<string>();
        try
        {
            CheckStructure(connection, wrong);
            if (wrong.Count == 0) CheckPromises(connection, wrong);
            if (wrong.Count == 0) wrong.AddRange(RegisterRows.Check(connection));
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
            if (count != 0) wrong.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, count));
        }
    }
}
