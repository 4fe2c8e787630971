using Huodi.Formats.Files;
using Huodi.Formats.Mappings;
using Huodi.Formats.Sources;

namespace Huodi.Formats.Imports;

/// <summary>The mapping an import goes by: the file the user names, else what was used for such a file last time, else a guess.</summary>
internal sealed record MappingChoice(LayerMapping Mapping, bool IsNew, IReadOnlyList<string> Lines)
{
    /// <exception cref="FileRefusedException">MAPPING_LAYER, or what refuses the file.</exception>
    public static MappingChoice Choose(ImportJob job, string layer, IFeatureSource source)
    {
        var guess = new MappingGuess(job.Dictionary);
        var columns = source.Columns.Select(c => c.Name).ToList();
        if (job.MappingFile is { } named)
        {
            var mapping = Named(named, layer, source);
            return new(mapping, false, [.. MappingReport.Lines(mapping, guess, Path.GetFileName(named))]);
        }

        if (job.SaveMappingTo is { } saved && File.Exists(saved) && MappingFile.Find(MappingFile.Read(saved), layer, columns) is { } last)
        {
            RefuseMissing(last, columns);
            return new(last, false, [.. MappingReport.Lines(last, guess, $"上次存下的 {Path.GetFileName(saved)}")]);
        }

        var guessed = guess.Guess(layer, source.Columns);
        return new(guessed, true, [.. MappingReport.Lines(guessed, guess, "推测")]);
    }

    /// <summary>The mapping of a file that the user names.</summary>
    /// <exception cref="FileRefusedException">MAPPING_LAYER, MAPPING_COLUMN, or what refuses the file.</exception>
    public static LayerMapping Named(string file, string layer, IFeatureSource source)
    {
        var columns = source.Columns.Select(c => c.Name).ToList();
        var all = MappingFile.Read(file);
        var mapping = MappingFile.Find(all, layer, columns) ?? all.LastOrDefault(m => m.Layer == layer)
            ?? throw new FileRefusedException("MAPPING_LAYER", $"字段对应表 {file} 里没有图层 {layer} 的对应。", $"写明 - 图层: {layer}。");
        RefuseMissing(mapping, columns);
        return mapping;
    }

    private static void RefuseMissing(LayerMapping mapping, List<string> columns)
    {
        foreach (var column in new[] { mapping.Id, mapping.Name, mapping.Division }.OfType<string>().Where(c => !columns.Contains(c)))
            throw new FileRefusedException("MAPPING_COLUMN", $"字段对应表里的列“{column}”不在文件中。", $"文件的列：{string.Join("、", columns)}。");
    }
}
