using Huodi.Domain.Ledger;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>
/// What the chain cannot tell, because it is read in number order: an index through which one subject or kind is found. The server's
/// own amcheck compares each with the rows; who may not use it is told so.
/// </summary>
internal static class LedgerIndexes
{
    private const string Schema = "SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'amcheck'";

    private const string Indexes = """
        SELECT i.indexrelid::regclass::text FROM pg_index i
        WHERE i.indrelid IN ('ledger_entry'::regclass, 'ledger_head'::regclass) ORDER BY i.indexrelid
        """;

    /// <summary>What is wrong, and what could not be checked; both empty when every row is found through every index.</summary>
    public static async Task<(IReadOnlyList<ChainProblem> Problems, IReadOnlyList<string> Unchecked)> CheckAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var problems = new List<ChainProblem>();
        try
        {
            var schema = await SchemaAsync(connection, cancellation);
            foreach (var index in await TextsAsync(connection, Indexes, cancellation))
            {
                if (await FaultAsync(source, schema, index, cancellation) is { } fault)
                    problems.Add(new("LEDGER_FILE", 0, $"台账的索引 {index} 损坏（{fault}），按对象或者种类查找会漏掉登记。请由数据库管理员检查磁盘，执行 REINDEX INDEX {index} 后再核验一次。"));
            }

            return (problems, []);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.FeatureNotSupported
            or PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            return (problems, [$"索引没有核验：这个数据库用户不能使用 amcheck 扩展（{e.MessageText}）。请由数据库管理员执行 CREATE EXTENSION amcheck 并授权 bt_index_check(regclass, boolean)，或者自行运行 pg_amcheck --heapallindexed。"]);
        }
    }

    /// <summary>Where amcheck is; it is put beside the store's schema, which copying and restoring take as a whole.</summary>
    private static async Task<string> SchemaAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await TextsAsync(connection, Schema, cancellation) is [var schema]) return schema;
        _ = await connection.RunAsync("CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA public", [], cancellation);
        return "public";
    }

    private static async Task<string?> FaultAsync(NpgsqlDataSource source, string schema, string index, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation); // Npgsql gives one up that told of damage.
        try
        {
            _ = await connection.RunLongAsync($"SELECT {schema}.bt_index_check($1::regclass, true)", [index], cancellation);
            return null;
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("XX", StringComparison.Ordinal))
        {
            return e.MessageText;
        }
    }

    private static async Task<List<string>> TextsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation) =>
        await connection.ListAsync(sql, [], async (r, c) => (r.GetString(0), await r.ReadAsync(c)), cancellation);
}
