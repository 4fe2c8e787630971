using Huodi.App.Imports;
using Huodi.Domain.Codes;
using Huodi.Domain.Parcels;
using Huodi.Formats.Files;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Geo;

/// <summary>
/// Reads parcels from a GeoJSON FeatureCollection: 宗地代码 (or the feature's id), 名称, 行政区划代码, and every property that has the
/// name of a fact. A property that is null is unknown; one that the dictionary does not know is reported and not read. An imported parcel
/// is never a generated one: that flag cannot be set from a file.
/// </summary>
public static class ParcelsReader
{
    private const string Layer = "parcels";

    /// <summary>Reads a seekable stream from its beginning. Good features are kept, bad ones refused by number.</summary>
    public static ImportOutcome Read(Stream content, ImportRequest request, FactDictionary dictionary) =>
        Read(content, request, dictionary, GeoProfile.Default);

    /// <summary>Reads what has the shape and facts of a parcel under other names.</summary>
    internal static ImportOutcome Read(Stream content, ImportRequest request, FactDictionary dictionary, GeoProfile profile)
    {
        var shapes = new GeoShapes(profile);
        var facts = new ParcelFacts(profile, dictionary, request);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var batch = new GeoBatch<Parcel>(Layer, request);
        try
        {
            var (hash, warnings) = GeoJsonFile.Read(content, request, feature =>
            {
                var findings = new Findings(feature.Row);
                var id = feature.All(profile.ParcelId).Append(feature.Id).FirstOrDefault(t => t.Length > 0) ?? "";
                var name = feature.First(profile.ParcelName);
                if (id.Length == 0) findings.Error("宗地代码", "PARCEL_ID_BLANK", "宗地没有代码，下次导入时无法认出。", "在属性“宗地代码”中填写宗地代码或唯一的编号。");
                else if (!first.TryAdd(id, feature.Row)) findings.Error("宗地代码", "PARCEL_REPEATED", $"{id} 已在第 {first[id]} 个要素出现。", "合并成一个多部件面，或改正代码。");

                var division = Division(feature, profile, request, findings);
                var sheet = facts.Read(feature, findings);
                var shape = shapes.Read(feature, findings);
                var good = shape is not null && GeoTopology.Accept(shape, findings) && !findings.HasErrors;
                batch.Add(
                    good && shape is not null ? new Parcel(id, name.Length > 0 ? name : id, division, shape, IsGenerated: false, sheet) : null,
                    [id, name],
                    findings);
            });
            return ImportOutcome.Read(batch.Build(hash, warnings) with { Parcels = batch.Good });
        }
        catch (FileRefusedException refused)
        {
            return ImportOutcome.Unreadable(refused.Diagnostic);
        }
    }

    private static DivisionCode Division(GeoFeature feature, GeoProfile profile, ImportRequest request, Findings findings)
    {
        var text = feature.First(profile.ParcelDivision);
        if (!DivisionCode.TryParse(text, out var division))
        {
            findings.Error("行政区划代码", "PARCEL_DIVISION", text.Length == 0 ? "没有行政区划代码。" : $"行政区划代码写作“{text}”，应为六位数字。", "填写县级行政区划代码（GB/T 2260）。");
        }
        else if (request.Districts.All(d => d.Code != division))
        {
            findings.Warning("行政区划代码", "DISTRICT_UNKNOWN", $"{division} 不在已导入的区县里。", "先导入该区县的边界，或核对代码。");
        }

        return division;
    }
}
