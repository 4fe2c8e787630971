using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Lineage;
using Huodi.Domain.Lineage;
using Huodi.Domain.Measures;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Lineage;

/// <summary>Reads what <see cref="LineageTables"/> wrote.</summary>
internal static class LineageRows
{
    /// <summary>One row a parcel of a change.</summary>
    public const string SelectChanges = """
        SELECT c.number, c.kind, c.day, c.recorded_at, c.recorded_by, c.document, c.reason,
               p.is_after, p.parcel_id, p.measured_hundredths, p.carried, p.restate
        FROM parcel_change c JOIN parcel_change_part p ON p.change_number = c.number
        """;

    public const string Order = " ORDER BY c.number, p.is_after, p.position";

    public const string SelectCorrections =
        "SELECT number, parcel_id, fact, before, after, day, recorded_at, recorded_by, document, reason FROM parcel_correction ORDER BY number";

    /// <summary>Reads the change the reader stands on and moves to the first row of the next.</summary>
    public static (ParcelChange Change, bool HasMore) Change(SqliteDataReader r)
    {
        var number = r.GetInt64(0);
        var (before, after) = (new List<ChangedParcel>(), new List<ChangedParcel>());
        var change = new ParcelChange
        {
            Number = number,
            Kind = LineageWords.Kind(r.GetString(1)),
            Day = Moments.Day(r.GetString(2)),
            RecordedAt = Moments.Moment(r.GetString(3)),
            By = r.GetString(4),
            Document = r.GetString(5),
            Reason = r.GetString(6),
            Before = before,
            After = after,
        };
        bool hasMore;
        do
        {
            var part = new ChangedParcel(r.GetString(8), Area.FromHundredths(r.GetInt64(9)), Names(r.GetString(10)), Names(r.GetString(11)));
            (r.GetBoolean(7) ? after : before).Add(part);
            hasMore = r.Read();
        }
        while (hasMore && r.GetInt64(0) == number);

        return (change, hasMore);
    }

    public static ParcelCorrection Correction(SqliteDataReader r) => new()
    {
        Number = r.GetInt64(0),
        Parcel = r.GetString(1),
        Fact = r.GetString(2),
        Before = r.IsDBNull(3) ? null : JsonNode.Parse(r.GetString(3)),
        After = r.IsDBNull(4) ? null : JsonNode.Parse(r.GetString(4)),
        Day = Moments.Day(r.GetString(5)),
        RecordedAt = Moments.Moment(r.GetString(6)),
        By = r.GetString(7),
        Document = r.GetString(8),
        Reason = r.GetString(9),
    };

    private static List<string> Names(string text) => JsonSerializer.Deserialize<List<string>>(text) ?? [];
}
