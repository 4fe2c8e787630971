using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huodi.Cli.Policies;

/// <summary>Reads a facts file: one object, or an array of objects.</summary>
internal static class FactsFile
{
    private const long LongestFile = 512L * 1024 * 1024;

    /// <exception cref="CliException">FACTS_FILE, FACTS_JSON or FACTS_SHAPE.</exception>
    public static IReadOnlyList<(int Number, JsonObject Facts)> Read(FileInfo file)
    {
        if (!file.Exists) throw new CliException("FACTS_FILE", $"找不到事实文件 {file.FullName}。", "检查 --facts 后的路径。");
        if (file.Length > LongestFile) throw new CliException("FACTS_FILE", $"事实文件有 {file.Length} 字节，太大。", "分成几份。");
        if (file.Length == 0) throw new CliException("FACTS_JSON", $"事实文件 {file.Name} 是空的。", "写一个 JSON 对象，例如 {\"用途大类\": \"公建\", \"建筑面积\": 80000}。");
        JsonNode? root;
        try
        {
            using var stream = file.OpenRead();
            root = JsonNode.Parse(stream, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
        }
        catch (JsonException problem)
        {
            throw new CliException("FACTS_JSON", $"事实文件 {file.Name} 第 {problem.LineNumber + 1} 行第 {problem.BytePositionInLine + 1} 字节处不是正确的 JSON：{problem.Message}",
                "文件须为 UTF-8 的 JSON；检查引号、逗号和括号，每个名称只写一次。");
        }

        return root switch
        {
            JsonObject one => [(1, one)],
            JsonArray many => [.. many.Select((n, i) => (i + 1, n as JsonObject ?? throw Shape(file, i + 1)))],
            _ => throw Shape(file, 1),
        };
    }

    private static CliException Shape(FileInfo file, int number) =>
        new("FACTS_SHAPE", $"事实文件 {file.Name} 的第 {number} 项不是 JSON 对象。", "写成 {\"事实名称\": 值, …}，或这样的对象组成的数组。");
}
