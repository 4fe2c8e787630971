using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Tables;

/// <summary>The table <c>district</c>.</summary>
internal sealed class DistrictTable : ItemTable<District>
{
    public static DistrictTable Instance { get; } = new();

    public override string Name => "district";

    public override string Identity => "code";

    public override string Columns => "code, name, geom, batch_id";

    public override string Select => "SELECT code, name, ST_AsBinary(geom) FROM district";

    public override string IdentityOf(District item) => item.Code.Digits;

    public override string Words(District item) => $"行政区“{item.Code}”";

    public override FactSheet FactsOf(District item) => FactSheet.Empty;

    public override IReadOnlyList<string> Differences(District stored, District incoming) => ContentDifference.Of(stored, incoming);

    public override async Task WriteAsync(NpgsqlBinaryImporter row, District item, long batch, CancellationToken cancellation)
    {
        await Text(row, item.Code.Digits, cancellation);
        await Text(row, item.Name, cancellation);
        await row.WriteAsync(Wkb.Write(item.Boundary), NpgsqlDbType.Bytea, cancellation);
        await row.WriteAsync(batch, NpgsqlDbType.Bigint, cancellation);
    }

    public override District Read(NpgsqlDataReader reader) =>
        new(DivisionCode.Parse(reader.GetString(0)), reader.GetString(1), Wkb.Read(reader.GetFieldValue<byte[]>(2)));
}
