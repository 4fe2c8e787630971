using System.Text;
using Huodi.App.Filing;
using Huodi.Formats.Sources.CoordinateText;

namespace Huodi.Formats.Filing;

/// <summary>The boundary points of a package as the ministry's coordinate txt. Rows without a shape have no points and are left out.</summary>
internal sealed class CoordinateTextFile : IFilingWriter
{
    private readonly StreamWriter _writer;
    private readonly CoordinateTextHeader _header;

    /// <param name="path">The file to make.</param>
    /// <param name="header">Its head, the plane among it.</param>
    /// <param name="encoding">Its encoding.</param>
    public CoordinateTextFile(string path, CoordinateTextHeader header, Encoding encoding)
    {
        _header = header;
        _writer = new(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16), encoding) { NewLine = CoordinateTextWriter.NewLine };
        foreach (var line in CoordinateTextWriter.Head(header)) _writer.WriteLine(line);
    }

    /// <inheritdoc/>
    public void Write(FilingRow row)
    {
        var subject = row.Subject;
        if (subject.Shape is not { IsEmpty: false } shape) return;
        var plot = CoordinatePlot.Of(subject.Id, subject.Name, subject.Facts, shape, _header.System);
        foreach (var line in CoordinateTextWriter.Lines(plot, _header.Decimals)) _writer.WriteLine(line);
    }

    /// <inheritdoc/>
    public void Finish()
    {
        _writer.Flush();
        ((FileStream)_writer.BaseStream).Flush(flushToDisk: true);
    }

    public void Dispose() => _writer.Dispose();
}
