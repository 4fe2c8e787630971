using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Measures;
using Huodi.Domain.Parcels;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Tables;

/// <summary>The table <c>parcel</c>.</summary>
internal sealed class ParcelTable : ItemTable<Parcel>
{
    public static ParcelTable Instance { get; } = new();

    public override string Name => "parcel";

    public override string Identity => "id";

    public override string Columns =>
        "id, name, division, geom, generated, measured_hundredths, source_crs, facts, area_hundredths, batch_id";

    public override string Select =>
        "SELECT id, name, division, ST_AsBinary(geom), generated, facts, measured_hundredths, source_crs, retired_by FROM parcel";

    public override string IdentityOf(Parcel item) => item.Id;

    public override string Words(Parcel item) => $"宗地“{item.Id}”";

    public override FactSheet FactsOf(Parcel item) => item.Facts;

    public override IReadOnlyList<string> Differences(Parcel stored, Parcel incoming) => ContentDifference.Of(stored, incoming);

    public override async Task WriteAsync(NpgsqlBinaryImporter row, Parcel item, long batch, CancellationToken cancellation)
    {
        await Text(row, item.Id, cancellation);
        await Text(row, item.Name, cancellation);
        await Text(row, item.Division.Digits, cancellation);
        await row.WriteAsync(Wkb.Write(item.Shape), NpgsqlDbType.Bytea, cancellation);
        await row.WriteAsync(item.IsGenerated, NpgsqlDbType.Boolean, cancellation);
        if (item.MeasuredArea is { } measured) await row.WriteAsync(measured.Hundredths, NpgsqlDbType.Bigint, cancellation);
        else await row.WriteNullAsync(cancellation);
        await Text(row, item.SourceCrs, cancellation);
        await FactsAsync(row, item.Facts, batch, cancellation);
    }

    public override Parcel Read(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        DivisionCode.Parse(reader.GetString(2)),
        Wkb.Read(reader.GetFieldValue<byte[]>(3)),
        reader.GetBoolean(4),
        FactSheetJson.Read(reader.GetString(5)))
    {
        MeasuredArea = reader.IsDBNull(6) ? null : Area.FromHundredths(reader.GetInt64(6)),
        SourceCrs = reader.IsDBNull(7) ? null : reader.GetString(7),
        RetiredBy = reader.IsDBNull(8) ? null : reader.GetInt64(8),
    };
}
