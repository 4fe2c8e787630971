using Huodi.App.Stores;
using Huodi.App.Stores.Copies;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Copies;

/// <summary>A column with the server's own type.</summary>
internal sealed record ServerColumn(StoreColumn Column, NpgsqlDbType Type)
{
    public static ServerColumn Of(string table, string name, string type, bool isRowNumber)
    {
        var (kind, serverType) = type switch
        {
            "int2" => (CellKind.Whole, NpgsqlDbType.Smallint),
            "int4" => (CellKind.Whole, NpgsqlDbType.Integer),
            "int8" => (CellKind.Whole, NpgsqlDbType.Bigint),
            "float8" => (CellKind.Real, NpgsqlDbType.Double),
            "text" or "varchar" => (CellKind.Text, NpgsqlDbType.Text),
            "bool" => (CellKind.Truth, NpgsqlDbType.Boolean),
            "date" => (CellKind.Day, NpgsqlDbType.Date),
            "timestamptz" => (CellKind.Moment, NpgsqlDbType.TimestampTz),
            "json" => (CellKind.Json, NpgsqlDbType.Json),
            "_text" => (CellKind.Texts, NpgsqlDbType.Array | NpgsqlDbType.Text),
            "_int8" => (CellKind.Wholes, NpgsqlDbType.Array | NpgsqlDbType.Bigint),
            "bytea" => (CellKind.Bytes, NpgsqlDbType.Bytea),
            "geometry" => (CellKind.Shape, NpgsqlDbType.Bytea),
            _ => throw new StoreException("STORE_COPY_SHAPE", $"表 {table} 的列 {name} 类型 {type} 不能复制，请升级程序。"),
        };
        return new ServerColumn(new StoreColumn(name, kind, isRowNumber), serverType);
    }
}
