using System.CommandLine;
using System.Globalization;
using Huodi.Domain.Codes;

namespace Huodi.Cli;

/// <summary>Options that several commands share, each made anew for its command.</summary>
internal static class CliOptions
{
    public static Option<string> Policies() => new("--policies")
    {
        Description = "法规目录；默认用随程序发布的 policies",
        DefaultValueFactory = _ => Carried("policies"),
    };

    public static Option<string> Store() => new("--store")
    {
        Description = "地库文件（GeoPackage），或 PostgreSQL 连接串（postgres://… 或 Host=…）",
        DefaultValueFactory = _ => "huodi.gpkg",
    };

    public static Option<DateOnly?> AsOf(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
            result.AddError($"{name} 应为日期，实为“{text}”。写成 2026-03-01 的样子。");
            return null;
        },
    };

    public static Option<DivisionCode?> Region() => new("--region")
    {
        Description = "行政区划代码，六位；默认全部",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DivisionCode.TryParse(text, out var code)) return code;
            result.AddError($"--region 应为六位行政区划代码，实为“{text}”。例如大连市 210200。");
            return null;
        },
    };

    /// <summary>A folder carried beside the program.</summary>
    public static string Carried(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
