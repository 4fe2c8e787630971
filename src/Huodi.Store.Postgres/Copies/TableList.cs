using Huodi.App.Stores.Copies;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Copies;

/// <summary>The tables of the current schema as the server describes them.</summary>
internal sealed class TableList
{
    private readonly Dictionary<string, IReadOnlyList<ServerColumn>> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    private TableList(IReadOnlyList<StoreTable> tables) => Tables = tables;

    /// <summary>Every table but the record of migrations and PostGIS's own.</summary>
    public IReadOnlyList<StoreTable> Tables { get; }

    public static async Task<TableList> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        const string Columns = """
            SELECT c.relname, a.attname, t.typname, a.attidentity != ''
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('huodi_migration', 'spatial_ref_sys')
            ORDER BY c.relname, a.attnum
            """;
        const string References = """
            SELECT c.relname, f.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
            WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace
            """;
        const string Keys = """
            SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY array_position(i.indkey::int2[], a.attnum))
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[])
            WHERE i.indisprimary AND c.relnamespace = current_schema()::regnamespace GROUP BY c.relname
            """;
        var columns = await connection.ListAsync(
            Columns, [], async (r, c) => ((r.GetString(0), ServerColumn.Of(r.GetString(0), r.GetString(1), r.GetString(2), r.GetBoolean(3))), await r.ReadAsync(c)), cancellation);
        var references = (await connection.ListAsync(
            References, [], async (r, c) => ((r.GetString(0), r.GetString(1)), await r.ReadAsync(c)), cancellation)).ToLookup(r => r.Item1, r => r.Item2);
        var keys = await connection.ListAsync(Keys, [], async (r, c) => ((r.GetString(0), r.GetString(1)), await r.ReadAsync(c)), cancellation);

        var byTable = columns.GroupBy(c => c.Item1, c => c.Item2).ToList();
        var list = new TableList([.. byTable.Select(g => new StoreTable(g.Key, [.. g.Select(c => c.Column)], [.. references[g.Key].Distinct()]))]);
        foreach (var table in byTable) list._columns.Add(table.Key, [.. table]);
        foreach (var (table, key) in keys) list._keys.Add(table, key);
        return list;
    }

    /// <summary>The server's columns for those asked for, in their order.</summary>
    public IReadOnlyList<ServerColumn> Columns(string table, IReadOnlyList<StoreColumn> columns) =>
        [.. columns.Select(c => _columns[table].Single(s => s.Column.Name == c.Name))];

    /// <summary>What to order a table's rows by.</summary>
    public string Key(string table) => _keys.GetValueOrDefault(table, "1");
}
