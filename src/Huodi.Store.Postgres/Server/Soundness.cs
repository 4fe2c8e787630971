using System.Globalization;
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

        if (wrong.Count == 0) wrong.AddRange(await RegisterRows.CheckAsync(connection, cancellation));
        return wrong;
    }
}
