using System.Globalization;
using Huodi.Policies.Packages;

namespace Huodi.Policies.Loading;

/// <summary>Reads a 参数 block: <c>名称: { 2025-06-30: 0.0002, 单位: 每日 }</c>.</summary>
internal static class ParameterReader
{
    private static readonly string[] Words = ["单位", "类型", "待定", "说明", "出处"];

    public static IEnumerable<Parameter> Read(YamlBlock block, string article, DiagnosticBag bag)
    {
        foreach (var name in block.Keys)
        {
            if (block.Blocks(name) is not [var entry])
            {
                bag.Error(block.File, block.LineOf(name), "PARAMETER_SHAPE", $"参数“{name}”应写成 {{ 起始日: 值, 单位: … }}。");
                continue;
            }

            yield return One(name, entry, article, bag);
        }
    }

    private static Parameter One(string name, YamlBlock entry, string article, DiagnosticBag bag)
    {
        var values = new SortedList<DateOnly, string>();
        foreach (var key in entry.Keys.Except(Words))
        {
            if (DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && entry.Text(key) is { } value)
                values[from] = value;
            else
                bag.Error(entry.File, entry.LineOf(key), "PARAMETER_KEY", $"参数“{name}”里的“{key}”既不是日期，也不是{string.Join("、", Words)}。", "起始日写成 2025-06-30。");
        }

        var office = entry.Text("待定") ?? "";
        if (values.Count == 0 && office.Length == 0)
            bag.Error(entry.File, entry.Line, "PARAMETER_EMPTY", $"参数“{name}”没有值，也没有写由谁确定。", "写上起始日和值，或写“待定: 某机关”。");
        return new(name, article, [.. values], entry.Text("类型") ?? "", entry.Text("单位"), office, entry.Line)
        {
            Note = entry.Text("说明") ?? "",
            Authority = entry.Text("出处") ?? "",
        };
    }
}
