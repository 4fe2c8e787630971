using Huodi.Formats.Files;

namespace Huodi.Formats.Sources;

/// <summary>Picks the layer to read: the one named, else the only one. With several and none named, the user is asked.</summary>
internal static class LayerChoice
{
    private const int MostListed = 30;

    /// <param name="file">Name of the file.</param>
    /// <param name="offered">Layers worth reading.</param>
    /// <param name="all">All that can be named.</param>
    /// <param name="wanted">Layer named by the user, or null.</param>
    /// <exception cref="FileRefusedException">SOURCE_LAYERS, SOURCE_LAYER_UNKNOWN, SOURCE_NO_LAYER.</exception>
    public static string Pick(string file, IReadOnlyList<string> offered, IReadOnlyList<string> all, string? wanted)
    {
        if (wanted is not null)
        {
            return all.FirstOrDefault(l => l == wanted) ?? all.FirstOrDefault(l => l.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                ?? throw new FileRefusedException("SOURCE_LAYER_UNKNOWN", $"{file} 里没有图层“{wanted}”。", $"可用：{List(all)}。");
        }

        return offered.Count switch
        {
            1 => offered[0],
            0 => throw new FileRefusedException("SOURCE_NO_LAYER", $"{file} 里没有可以读取的图层。", "检查导出时是否选中了图层，重新导出后再导入。"),
            _ => throw new FileRefusedException("SOURCE_LAYERS", $"{file} 里有 {offered.Count} 个图层：{List(offered)}，不知道要读哪一个。", "用 --layer 名称 指明一个，分别导入。"),
        };
    }

    private static string List(IReadOnlyList<string> names) =>
        string.Join("、", names.Take(MostListed)) + (names.Count > MostListed ? $" 等 {names.Count} 个" : "");
}
