using System.Globalization;
using Huodi.Domain.Codes;
using Huodi.Policies.Packages;

namespace Huodi.Policies.Loading;

/// <summary>Reads the front matter of a policy into a package without articles.</summary>
internal static class FrontMatter
{
    private static readonly Dictionary<string, PackageStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["in-force"] = PackageStatus.InForce,
        ["draft"] = PackageStatus.Draft,
        ["expired"] = PackageStatus.Expired,
        ["explanatory"] = PackageStatus.Explanatory,
    };

    public static PolicyPackage? Read(PolicyDocument.FrontPart part, string file, string hash, DiagnosticBag bag)
    {
        if (YamlBlock.Parse(part.Yaml, file, part.Line, bag) is not { } yaml) return null;
        yaml.Only("id", "title", "issuer", "number", "issued", "status", "valid-from", "valid-to", "region", "supersedes", "source", "overrides");
        var status = yaml.Required("status");
        if (!Statuses.TryGetValue(status, out var known))
            bag.Error(file, yaml.LineOf("status"), "POLICY_STATUS", $"status 不认识“{status}”。", $"可用：{string.Join("、", Statuses.Keys)}。");
        var region = yaml.Required("region");
        if (!DivisionCode.TryParse(region, out var division))
            bag.Error(file, yaml.LineOf("region"), "POLICY_REGION", $"region 应为六位行政区划代码，实为“{region}”。", "国家规定写 100000，大连市写 210200。");
        var (from, to) = (Date(yaml, "valid-from", file, bag), Date(yaml, "valid-to", file, bag));
        if (from > to) bag.Error(file, yaml.LineOf("valid-to"), "POLICY_TERM", "有效期的终日早于始日。", "核对 valid-from 与 valid-to。");
        return new()
        {
            Id = yaml.Required("id"),
            Title = yaml.Required("title"),
            Issuer = yaml.Required("issuer"),
            Number = yaml.Text("number") ?? "",
            Issued = Date(yaml, "issued", file, bag),
            Status = known,
            ValidFrom = from,
            ValidTo = to,
            Region = division,
            Supersedes = yaml.Texts("supersedes"),
            Source = yaml.Text("source") ?? "",
            Overrides = yaml.Text("overrides"),
            Articles = [],
            Hash = hash,
            File = file,
        };
    }

    private static DateOnly? Date(YamlBlock yaml, string key, string file, DiagnosticBag bag)
    {
        if (yaml.Text(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        bag.Error(file, yaml.LineOf(key), "POLICY_DATE", $"{key} 应为日期，实为“{text}”。", "写成 2025-06-30 的样子。");
        return null;
    }
}
