using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Npgsql;

namespace Huodi.Store.Postgres.Tables;

/// <summary>The table <c>grant_result</c>.</summary>
internal sealed class GrantTable : ItemTable<Grant>
{
    public static GrantTable Instance { get; } = new();

    public override string Name => "grant_result";

    public override string Identity => "number";

    public override string Columns => "number, name, division, division_name, parcel_id, facts, area_hundredths, batch_id";

    public override string Select => "SELECT number, name, division, division_name, parcel_id, facts FROM grant_result";

    public override string IdentityOf(Grant item) => item.Number;

    public override string Words(Grant item) => $"电子监管号“{item.Number}”";

    public override FactSheet FactsOf(Grant item) => item.Facts;

    public override IReadOnlyList<string> Differences(Grant stored, Grant incoming) => ContentDifference.Of(stored, incoming);

    public override async Task WriteAsync(NpgsqlBinaryImporter row, Grant item, long batch, CancellationToken cancellation)
    {
        await Text(row, item.Number, cancellation);
        await Text(row, item.Name, cancellation);
        await Text(row, item.Division.Digits, cancellation);
        await Text(row, item.DivisionName, cancellation);
        await Text(row, item.ParcelId, cancellation);
        await FactsAsync(row, item.Facts, batch, cancellation);
    }

    public override Grant Read(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        DivisionCode.Parse(reader.GetString(2)),
        reader.GetString(3),
        reader.IsDBNull(4) ? null : reader.GetString(4),
        FactSheetJson.Read(reader.GetString(5)));
}
