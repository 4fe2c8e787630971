using Huodi.App.Imports;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Formats.Files;

namespace Huodi.Formats.Geo;

/// <summary>Reads county-level boundaries from a GeoJSON FeatureCollection: the code from <c>id</c>, <c>adcode</c> or <c>code</c>, the name from <c>name</c>.</summary>
public static class DistrictsReader
{
    private const string Layer = "districts";

    /// <summary>Reads a seekable stream from its beginning. Good features are kept, bad ones refused by number.</summary>
    public static ImportOutcome Read(Stream content, ImportRequest request)
    {
        var profile = GeoProfile.Default;
        var shapes = new GeoShapes(profile.Extent);
        var topology = new GeoTopology(profile.RepairTolerance);
        var first = new Dictionary<DivisionCode, int>();
        var batch = new GeoBatch<District>(Layer, request);
        try
        {
            var (hash, warnings) = GeoJsonFile.Read(content, request, feature =>
            {
                var findings = new Findings(feature.Row);
                var code = Code(feature, profile, findings);
                var name = feature.First(profile.DistrictName);
                if (name.Length == 0) findings.Error("name", "DISTRICT_NAME_BLANK", "区县没有名称。", "在属性 name 中填写区县名称。");
                if (code is { } known && !first.TryAdd(known, feature.Row))
                {
                    findings.Error("code", "DISTRICT_REPEATED", $"行政区划代码 {known} 已在第 {first[known]} 个要素出现。", "合并成一个多部件面，或改正代码。");
                }

                var shape = shapes.Read(feature, findings) is { } drawn ? topology.Repaired(drawn, findings) : null;
                batch.Add(
                    code is { } good && shape is not null && !findings.HasErrors ? new District(good, name, shape) : null,
                    [code?.Digits ?? feature.Id, name],
                    findings);
            });
            return ImportOutcome.Read(batch.Build(hash, warnings) with { Districts = batch.Good });
        }
        catch (FileRefusedException refused)
        {
            return ImportOutcome.Unreadable(refused.Diagnostic);
        }
    }

    private static DivisionCode? Code(GeoFeature feature, GeoProfile profile, Findings findings)
    {
        var stated = feature.All(profile.DistrictCode).Append(feature.Id).Where(t => t.Length > 0).ToList();
        var codes = stated.Where(t => DivisionCode.TryParse(t, out _)).Distinct().ToList();
        if (codes.Count == 1)
        {
            var code = DivisionCode.Parse(codes[0]);
            if (code.IsCity || code.IsProvince)
            {
                findings.Warning("code", "DISTRICT_LEVEL", $"{code} 不是县级代码。", "只有不设区县的市（如东莞）可以用市级代码；其他的请导入区县边界。");
            }

            return code;
        }

        if (codes.Count > 1)
        {
            findings.Error("code", "DISTRICT_CODE_DIFFERS", $"要素写有不同的行政区划代码：{string.Join('、', codes)}。", "只留正确的一个后重新导入。");
            return null;
        }

        findings.Error(
            "code",
            "DISTRICT_CODE",
            stated.Count == 0 ? "没有行政区划代码。" : $"行政区划代码写作“{stated[0]}”，应为六位数字。",
            "在 id 或属性 adcode 中填写六位行政区划代码（GB/T 2260）。");
        return null;
    }
}
