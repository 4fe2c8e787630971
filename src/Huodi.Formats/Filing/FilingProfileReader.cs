using Huodi.App.Filing;
using Huodi.Domain;
using Huodi.Policies.Facts;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Huodi.Formats.Filing;

/// <summary>Reads a delivery schema from YAML and checks it against the fact dictionary and the unit table.</summary>
public static class FilingProfileReader
{
    private const int LongestShortName = 10;
    private const int LongestText = 254;
    private const int LongestNumber = 20;

    private static readonly Dictionary<string, FilingFieldKind> Kinds = new(StringComparer.Ordinal)
    {
        ["文字"] = FilingFieldKind.Text,
        ["数"] = FilingFieldKind.Number,
        ["日期"] = FilingFieldKind.Date,
        ["是否"] = FilingFieldKind.Boolean,
    };

    private static readonly Dictionary<string, FilingAttribute> Attributes = new(StringComparer.Ordinal)
    {
        ["编号"] = FilingAttribute.Id,
        ["名称"] = FilingAttribute.Name,
        ["行政区划代码"] = FilingAttribute.Division,
        ["县名称"] = FilingAttribute.DivisionName,
        ["量算面积"] = FilingAttribute.MeasuredArea,
        ["类别"] = FilingAttribute.Category,
        ["序号"] = FilingAttribute.Number,
    };

    /// <summary>Reads the schema.</summary>
    /// <param name="yaml">The schema.</param>
    /// <param name="units">The text of <c>units.yaml</c>: unit of the dictionary, then the factor to each other unit.</param>
    /// <param name="dictionary">The facts a field may come from.</param>
    /// <exception cref="DomainException">FILING_PROFILE, with everything that is wrong.</exception>
    public static FilingProfile Read(string yaml, string units, FactDictionary dictionary)
    {
        try
        {
            var deserializer = new DeserializerBuilder().Build();
            var file = deserializer.Deserialize<ProfileFile>(yaml) ?? throw Bad(["是空的"]);
            var factors = deserializer.Deserialize<Dictionary<string, Dictionary<string, decimal>>>(units) ?? [];
            var wrong = new List<string>();
            var fields = (file.Fields ?? []).Select(f => Field(f, factors, dictionary, wrong)).ToList();
            if (fields.Count == 0) wrong.Add("没有字段");
            if (file.Encoding is not ("GBK" or "UTF-8")) wrong.Add("编码应为 GBK 或 UTF-8");
            if (Blank(file.Id) || Blank(file.Title) || Blank(file.FileName)) wrong.Add("缺标识、名称或文件名");
            if (file.FileName?.IndexOfAny([.. Path.GetInvalidFileNameChars(), '/', '\\', '.']) >= 0) wrong.Add("文件名不能含路径或点");
            foreach (var twice in fields.GroupBy(f => f.ShortName, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)) wrong.Add($"短名 {twice.Key} 用了两次");
            foreach (var twice in fields.GroupBy(f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)) wrong.Add($"字段“{twice.Key}”写了两次");
            return wrong.Count > 0 ? throw Bad(wrong) : new(file.Id!, file.Title!, file.Version ?? "1", file.FileName!, file.Encoding!, file.Note ?? "", fields); // checked above
        }
        catch (YamlException e)
        {
            throw Bad([$"第 {e.Start.Line} 行不合 YAML 或不认识的键：{e.InnerException?.Message ?? e.Message}"]);
        }
    }

    private static FilingField Field(
        FieldFile file, Dictionary<string, Dictionary<string, decimal>> factors, FactDictionary dictionary, List<string> wrong)
    {
        var name = file.Name ?? "";
        if (Blank(name) || name.Contains('"', StringComparison.Ordinal)) wrong.Add("有字段没有名称，或名称含引号");
        var shortName = file.ShortName ?? "";
        if (shortName.Length is 0 or > LongestShortName || !char.IsAsciiLetter(shortName[0]) || !shortName.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            wrong.Add($"“{name}”的短名应为 {LongestShortName} 个以内的英文字母、数字和下划线，字母开头");
        if (!Kinds.TryGetValue(file.Kind ?? "", out var kind)) wrong.Add($"“{name}”的类型应为 {string.Join("、", Kinds.Keys)}");
        if (kind == FilingFieldKind.Text && file.Length is < 1 or > LongestText) wrong.Add($"“{name}”的长度应为 1 至 {LongestText}");
        if (kind == FilingFieldKind.Number && (file.Length is < 1 or > LongestNumber || file.Decimals < 0 || file.Decimals > file.Length - 2))
            wrong.Add($"“{name}”的长度应为 1 至 {LongestNumber}，并容得下小数");
        if (Blank(file.Basis)) wrong.Add($"“{name}”没有写依据；没有依据的写“设置”");
        var fact = file.Fact is null ? null : dictionary.Find(file.Fact);
        if (file.Fact is not null && fact is null) wrong.Add($"“{name}”的事实“{file.Fact}”不在词典里");
        FilingAttribute? attribute = file.Attribute is null ? null : Attributes.TryGetValue(file.Attribute, out var known) ? known : null;
        if (file.Fact is null == (attribute is null)) wrong.Add($"“{name}”应写一个来源：事实，或属性（{string.Join("、", Attributes.Keys)}）");

        var from = fact?.Unit ?? (attribute == FilingAttribute.MeasuredArea ? "㎡" : null);
        var factor = 1m;
        if (file.Unit is { } unit && unit != from && (from is null || factors.GetValueOrDefault(from)?.TryGetValue(unit, out factor) != true))
            wrong.Add($"“{name}”的单位“{unit}”不能从“{from ?? "无单位"}”换算");
        return new()
        {
            Name = name,
            ShortName = shortName,
            Kind = kind,
            Length = file.Length,
            Decimals = file.Decimals,
            Unit = file.Unit ?? from ?? "",
            Factor = factor,
            Fact = file.Fact,
            Attribute = attribute,
            IsRequired = file.Required == "是",
            Allowed = file.Allowed ?? [],
            Basis = file.Basis ?? "",
        };
    }

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private static DomainException Bad(IEnumerable<string> wrong) => new("FILING_PROFILE", $"交付模板有误：{string.Join("；", wrong)}。请对照 policies/filings 里的模板改正。");

    private sealed class ProfileFile
    {
        [YamlMember(Alias = "标识")]
        public string? Id { get; init; }

        [YamlMember(Alias = "名称")]
        public string? Title { get; init; }

        [YamlMember(Alias = "版本")]
        public string? Version { get; init; }

        [YamlMember(Alias = "文件名")]
        public string? FileName { get; init; }

        [YamlMember(Alias = "编码")]
        public string? Encoding { get; init; }

        [YamlMember(Alias = "说明")]
        public string? Note { get; init; }

        [YamlMember(Alias = "字段")]
        public List<FieldFile>? Fields { get; init; }
    }

    private sealed class FieldFile
    {
        [YamlMember(Alias = "名称")]
        public string? Name { get; init; }

        [YamlMember(Alias = "短名")]
        public string? ShortName { get; init; }

        [YamlMember(Alias = "类型")]
        public string? Kind { get; init; }

        [YamlMember(Alias = "长度")]
        public int Length { get; init; }

        [YamlMember(Alias = "小数")]
        public int Decimals { get; init; }

        [YamlMember(Alias = "单位")]
        public string? Unit { get; init; }

        [YamlMember(Alias = "事实")]
        public string? Fact { get; init; }

        [YamlMember(Alias = "属性")]
        public string? Attribute { get; init; }

        [YamlMember(Alias = "必填")]
        public string? Required { get; init; }

        [YamlMember(Alias = "可取")]
        public List<string>? Allowed { get; init; }

        [YamlMember(Alias = "依据")]
        public string? Basis { get; init; }
    }
}
