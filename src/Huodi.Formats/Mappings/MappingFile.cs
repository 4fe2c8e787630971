using System.Text;
using Huodi.Formats.Files;

namespace Huodi.Formats.Mappings;

/// <summary>
/// <c>mapping.yaml</c> beside the store: the mappings used so far, for people to read and correct. An import takes the one made for its
/// layer and columns; a new one is added behind the others, whose text is not touched.
/// </summary>
public static class MappingFile
{
    private const string Head =
        """
        # 字段对应表：导入时哪一列是什么。可以手工改正；下次导入同样各列的文件就照此办理。
        # 事实须是事实词典（policies/facts.yaml）里的名称；单位是文件里的单位（亩、公顷、万元……），不写即与词典相同。
        # 取值：文件里的写法与词典不同时写明，例如 取值: { 工业用地: 工业 }。

        """;

    /// <summary>Reads the mappings of a file.</summary>
    /// <exception cref="FileRefusedException">MAPPING_FILE, MAPPING_YAML, MAPPING_KEY: with line and column.</exception>
    public static IReadOnlyList<LayerMapping> Read(string path)
    {
        try
        {
            return MappingText.Parse(File.ReadAllText(path), Path.GetFileName(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FileRefusedException("MAPPING_FILE", $"字段对应表 {path} 无法读取：{problem.Message}", "检查路径和权限。");
        }
    }

    /// <summary>The mapping made for this layer and exactly these columns, whatever their order; null when there is none.</summary>
    public static LayerMapping? Find(IReadOnlyList<LayerMapping> mappings, string layer, IReadOnlyList<string> columns) =>
        mappings.LastOrDefault(m => m.Layer == layer && m.Columns.Count == columns.Count && m.Columns.ToHashSet(StringComparer.Ordinal).SetEquals(columns));

    /// <summary>Adds a mapping behind those that the file holds.</summary>
    public static Task AddAsync(string path, LayerMapping mapping, CancellationToken cancellation)
    {
        var before = File.Exists(path) ? File.ReadAllText(path).TrimEnd() + "\n\n" : Head;
        return WholeFile.WriteAsync(path, new UTF8Encoding(false), writer => writer.WriteAsync(before + Text(mapping)), cancellation);
    }

    /// <summary>A mapping as the file has it.</summary>
    public static string Text(LayerMapping mapping)
    {
        var text = new StringBuilder().Append($"- {MappingText.Layer}: {mapping.Layer}\n");
        Line(MappingText.Columns, List(mapping.Columns));
        Line(MappingText.Crs, mapping.Crs);
        Line(MappingText.Id, Scalar(mapping.Id));
        Line(MappingText.Name, Scalar(mapping.Name));
        Line(MappingText.Division, Scalar(mapping.Division));
        _ = text.Append($"  {MappingText.Facts}:{(mapping.Facts.Count == 0 ? " []" : "")}\n");
        foreach (var fact in mapping.Facts)
        {
            _ = text.Append($"    - {{ {MappingText.Column}: {Scalar(fact.Column)}, {MappingText.Fact}: {Scalar(fact.Fact)}");
            if (fact.Unit is not null) _ = text.Append($", {MappingText.Unit}: {Scalar(fact.Unit)}");
            if (fact.Values.Count > 0)
                _ = text.Append($", {MappingText.Values}: {{ {string.Join(", ", fact.Values.Select(v => $"{Scalar(v.Key)}: {Scalar(v.Value)}"))} }}");
            _ = text.Append(fact.Confidence < 1 ? $" }} # {fact.Ground}，把握 {fact.Confidence:0.00}\n" : " }\n");
        }

        Line(MappingText.Unread, List(mapping.Unread));
        return text.ToString();

        void Line(string key, string? value)
        {
            if (value is { Length: > 0 }) _ = text.Append($"  {key}: {value}\n");
        }
    }

    private static string List(IReadOnlyList<string> names) => $"[{string.Join(", ", names.Select(Scalar))}]";

    /// <summary>Always in double quotes unless it is plainly a word: names of columns come from files of strangers.</summary>
    private static string? Scalar(string? text) => text is null ? null
        : text.Length > 0 && text.All(c => char.IsLetter(c) || c == '_' || char.IsAsciiDigit(c)) && !char.IsAsciiDigit(text[0]) && !IsWord(text) ? text
        : $"\"{string.Concat(text.Select(c => c switch { '"' => "\\\"", '\\' => "\\\\", _ when char.IsControl(c) => $"\\u{(int)c:x4}", _ => c.ToString() }))}\"";

    private static bool IsWord(string text) => text.ToUpperInvariant() is "NULL" or "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "Y" or "N";
}
