using System.Globalization;
using System.Text.Json;
using Huodi.App.Approvals;
using Huodi.App.Imports;
using Huodi.Domain.Approvals;
using Huodi.Domain.Facts;
using Huodi.Domain.Measures;
using Huodi.Formats.Imports;

namespace Huodi.Formats.Approvals;

/// <summary>
/// Reads approved batches from any source that parcels are read from: 批准文号 (or the column that identifies a parcel), 名称, 行政区划代码, 用地批准日期, 批准面积 (㎡), and
/// every property that has the name of a fact. The shape rules are those of parcels.
/// </summary>
public static class ApprovalsReader
{
    private const string NumberFact = "批准文号";
    private const string DayFact = "用地批准日期";
    private const string AreaFact = "批准面积";

    /// <summary>Reads the file: good rows are kept, bad ones listed by number.</summary>
    /// <exception cref="Files.FileRefusedException">The file as a whole cannot be read.</exception>
    public static async Task<ApprovalImport> ReadAsync(ImportJob job, CancellationToken cancellation)
    {
        var file = await ParcelFile.ReadAsync(job, ApprovalImport.Layer, NumberFact, cancellation);
        var (good, refused, problems) = (new List<ApprovalBatch>(), file.Refused.ToList(), file.Warnings.ToList());
        foreach (var parcel in file.Good)
        {
            var row = parcel.Facts.All.Count > 0 ? parcel.Facts.All[0].Source.Row : 0;
            var area = Area(parcel.Facts);
            if (area is < 0)
            {
                refused.Add(new(row, [parcel.Id], [new(row, AreaFact, "APPROVED_AREA", ImportSeverity.Error, $"批准面积 {area} 不能为负。", "核对批准文件，以平方米填写。")]));
                continue;
            }

            var number = parcel.Facts.Find(NumberFact)?.Value is { } given ? given.GetValue<string>() : parcel.Id;
            var source = new FactSource(0, job.File, row, NumberFact);
            var facts = parcel.Facts.Find(NumberFact) is null
                ? new FactSheet(parcel.Facts.All.Prepend(new RecordedFact(NumberFact, System.Text.Json.Nodes.JsonValue.Create(number), source)))
                : parcel.Facts;
            if (Day(facts) is null) problems.Add(new(row, DayFact, "APPROVED_DAY_UNKNOWN", ImportSeverity.Warning, $"批次 {number} 没有批准日期。", "补填“用地批准日期”。"));
            good.Add(new(number, parcel.Name, parcel.Division, Day(facts), area is { } known ? new Area(known) : null, parcel.Shape, facts));
        }

        return new(job.File, file.Hash, job.ImportedAt, good) { Refused = refused, Warnings = problems };
    }

    private static DateOnly? Day(FactSheet facts) =>
        facts.Find(DayFact)?.Value is { } value && DateOnly.TryParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static decimal? Area(FactSheet facts) =>
        facts.Find(AreaFact)?.Value is { } value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var area)
            ? Math.Round(area, 2, MidpointRounding.AwayFromZero)
            : null;
}
