using System.CommandLine;
using Huodi.Domain.Codes;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy new</c>: the skeleton of a package, with one article and one worked case to write over.</summary>
internal static class NewCommand
{
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("编号") { Description = "小写字母、数字和短横，例如 shenyang-2026" };
        var title = new Option<string>("--title") { Description = "文件名称", Required = true };
        var issuer = new Option<string>("--issuer") { Description = "印发机关", Required = true };
        var region = CliOptions.Region();
        region.Required = true;
        var policies = new Option<DirectoryInfo>("--policies") { Description = "法规目录", DefaultValueFactory = _ => new("policies") };
        var command = new Command("new", "建一份法规的骨架") { id, title, issuer, region, policies };
        command.SetAction(parse =>
        {
            var name = parse.GetValue(id)!;
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
                throw new CliException("POLICY_ID", $"编号“{name}”不合写法。", "只用小写字母、数字和短横，例如 shenyang-2026。");
            var root = parse.GetValue(policies)!;
            if (!File.Exists(Path.Combine(root.FullName, "facts.yaml")))
                throw new CliException("POLICIES_MISSING", $"{root.FullName} 不是法规目录（没有 facts.yaml）。", "在仓库根目录运行，或用 --policies 指明。");
            var folder = Path.Combine(root.FullName, name);
            if (Directory.Exists(folder)) throw new CliException("POLICY_EXISTS", $"{folder} 已经存在。", "换一个编号，或直接编辑它。");
            Directory.CreateDirectory(Path.Combine(folder, "cases"));
            var prefix = name.Split('-')[0].ToUpperInvariant();
            File.WriteAllText(Path.Combine(folder, "policy.md"), Document(name, parse.GetValue(title)!, parse.GetValue(issuer)!, parse.GetValue(region)!.Value, prefix, host.Today));
            File.WriteAllText(Path.Combine(folder, "cases", $"{prefix}-01.md"), Cases(prefix, host.Today));
            host.Out.WriteLine($"已建 {folder}。照抄条文、改写第一条之后，用 huodi policy check --policies {root.Name} 检查。");
            return 0;
        });
        return command;
    }

    private static string Document(string id, string title, string issuer, DivisionCode region, string prefix, DateOnly today) => $$"""
        ---
        id: {{id}}
        title: '{{title.Replace("'", "''", StringComparison.Ordinal)}}'
        issuer: '{{issuer.Replace("'", "''", StringComparison.Ordinal)}}'
        status: in-force
        issued: {{today:yyyy-MM-dd}}
        valid-from: {{today:yyyy-MM-dd}}
        region: {{region}}
        ---

        ## 第一条 示例 {#{{prefix}}-01}

        > 建筑面积小于8万平方米的，建设工期为3年；其余为4年。

        ```决策
        编号: {{prefix}}-01/示例工期
        名称: {{prefix}}示例工期
        文句: 建筑面积小于8万平方米的，建设工期为3年
        ```

        | U | 建筑面积(万平方米) | 工期(年) |
        |---|---|---|
        | 1 | < 8 | 3 |
        | 2 | >= 8 | 4 |

        """;

    private static string Cases(string prefix, DateOnly today) => $"""
        # 第一条 示例

        ## {prefix}-01/示例工期

        | 案例 | 建筑面积 | 截至日 | 应得 |
        |---|---|---|---|
        | 不足8万 | 79999.99 | {today:yyyy-MM-dd} | 3 |
        | 恰为8万 | 80000 | {today:yyyy-MM-dd} | 4 |
        | 不知道面积 | 未知 | {today:yyyy-MM-dd} | 待补充材料：建筑面积 |

        """;
}
