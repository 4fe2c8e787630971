using System.Globalization;
using System.Runtime.CompilerServices;
using Huodi.Store.Postgres.Registers;
using Npgsql;

namespace Huodi.Store.Postgres.Server;

/// <summary>Whether a store holds what every save promises. The pages themselves are the server's to check (pg_amcheck).</summary>
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
        (
            """
            SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisvalid
            """,
            "{0} 个索引无效，请执行 REINDEX"),
        (
            """
            SELECT count(*) FROM import_batch b WHERE refused != (SELECT count(*) FROM import_row WHERE batch_id = b.id)
              OR warnings != (SELECT count(*) FROM import_diagnostic WHERE batch_id = b.id AND import_row_id IS NULL)
            """,
            "{0} 个导入批次的拒收行数或提示数与登记的不符，请从备份恢复"),
        ("SELECT count(*) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND NOT convalidated", "{0} 个约束未经验证，请执行 ALTER TABLE … VALIDATE CONSTRAINT"),
        (
            """
            SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled = 'D'
            """,
            "{0} 个触发器被停用，已备案的内容失去保护，请执行 ALTER TABLE … ENABLE TRIGGER"),
        ("SELECT count(*) FROM warning w WHERE version != (SELECT count(*) FROM warning_event WHERE warning_number = w.number)", "{0} 项预警的经过不全，请从备份恢复"),
        (
            """
            SELECT count(*) FROM warning_run r LEFT JOIN (SELECT run_number, count(*) c FROM warning GROUP BY run_number) g ON g.run_number = r.number
              LEFT JOIN (SELECT run_number, count(*) c FROM warning_event GROUP BY run_number) e ON e.run_number = r.number
            WHERE r.given != coalesce(g.c, 0) OR r.changed != coalesce(e.c, 0)
            """,
            "{0} 次每日预警的数目与登记的不符，请从备份恢复"),
        ("SELECT count(*) FROM parcel WHERE json_typeof(facts) != 'array'", "{0} 宗宗地的事实无法读取，请从备份恢复"),
        ("SELECT count(*) FROM parcel WHERE NOT ST_IsValid(geom)", "{0} 宗宗地的图形不合规则（自相交等），请用改正后的文件重新导入"),
    ];

    /// <summary>What is wrong, in words; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var wrong = new List<string>();
        foreach (var (sql, message) in Promises)
        {
            var count = await connection.NumberAsync(sql, [], cancellation);
            if (count != 0) wrong.Add(string.Format(CultureInfo.InvariantCulture, message, count));
        }

        await foreach (var broken in BrokenReferencesAsync(connection, cancellation)) wrong.Add(broken);
        wrong.AddRange(await RegisterRows.CheckAsync(connection, cancellation));
        return wrong;
    }

    /// <summary>Foreign keys whose rows lead nowhere: the server keeps them whole, unless somebody switched it off.</summary>
    private static async IAsyncEnumerable<string> BrokenReferencesAsync(
        NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        const string Keys = """
            SELECT c.relname, f.relname, a.attname, b.attname
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1] JOIN pg_attribute b ON b.attrelid = f.oid AND b.attnum = k.confkey[1]
            WHERE k.contype = 'f' AND array_length(k.conkey, 1) = 1 AND c.relnamespace = current_schema()::regnamespace
            """;
        var keys = await connection.ListAsync(
            Keys, [], async (r, c) => ((Table: r.GetString(0), To: r.GetString(1), Column: r.GetString(2), Key: r.GetString(3)), await r.ReadAsync(c)), cancellation);
        foreach (var key in keys)
        {
            var count = await connection.NumberAsync(
                $"SELECT count(*) FROM \"{key.Table}\" t WHERE \"{key.Column}\" IS NOT NULL AND NOT EXISTS (SELECT FROM \"{key.To}\" WHERE \"{key.Key}\" = t.\"{key.Column}\")",
                [],
                cancellation);
            if (count > 0) yield return $"表 {key.Table} 有 {count} 条记录指向不存在的 {key.To}，请从备份恢复";
        }
    }
}
