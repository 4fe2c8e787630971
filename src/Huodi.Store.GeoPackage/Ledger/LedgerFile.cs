using Huodi.Domain.Ledger;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Ledger;

/// <summary>
/// What the chain cannot tell, because it is read in number order: pages and indexes through which one subject or kind is found, and
/// cells whose bytes are right and whose type is not, so that a comparison passes them over.
/// </summary>
internal static class LedgerFile
{
    private const int Most = 10;

    private const string Odd = """
        SELECT number FROM ledger_entry
        WHERE 'texttexttexttexttexttexttexttext' != typeof(subject_kind) || typeof(subject_id) || typeof(kind) || typeof(happened) || typeof(recorded_at)
            || typeof(recorded_by) || typeof(document) || typeof(payload)
          OR typeof(document_hash) NOT IN ('text', 'null') OR typeof(reason) NOT IN ('text', 'null') OR typeof(supersedes) NOT IN ('integer', 'null') OR typeof(hash) != 'blob'
        UNION ALL SELECT 0 FROM ledger_head WHERE typeof(entries) != 'integer' OR typeof(hash) != 'blob' OR typeof(recorded_at) != 'text'
        LIMIT 10
        """;

    /// <summary>What is wrong; empty when nothing is.</summary>
    public static IReadOnlyList<ChainProblem> Check(SqliteConnection connection, SqliteTransaction transaction)
    {
        var structure = Query("PRAGMA integrity_check(ledger_entry)", r => r.GetString(0)).Concat(Query("PRAGMA integrity_check(ledger_head)", r => r.GetString(0)));
        return
        [
            .. structure.Where(t => t != "ok").Take(Most).Select(t => new ChainProblem("LEDGER_FILE", 0, $"台账所在的文件结构损坏（{t}），请从备份恢复。")),
            .. Query(Odd, r => r.GetInt64(0)).Select(n => new ChainProblem("LEDGER_FILE", n, $"{(n == 0 ? "账尾" : $"第 {n} 条登记")}有一格的存储类型被改动，请与备份核对。")),
        ];

        List<T> Query<T>(string sql, Func<SqliteDataReader, T> map)
        {
            using var select = new Statement(connection, sql, transaction);
            using var rows = select.Query();
            var all = new List<T>();
            while (rows.Read()) all.Add(map(rows));
            return all;
        }
    }
}
