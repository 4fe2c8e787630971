namespace Huodi.Web.Subjects;

/// <summary>Puts labels of points on one line into as many rows as they need so that none covers another.</summary>
internal static class TimelineLabels
{
    private const double Gap = 8;

    /// <summary>The label, the left end of its text and its row from 0, the row nearest to the line.</summary>
    public static IReadOnlyList<(string Text, double At, double Left, int Row)> Place(
        IEnumerable<(string Text, double At)> labels, double left, double right, double fontSize)
    {
        var ends = new List<double>();
        var placed = new List<(string, double, double, int)>();
        foreach (var (text, at) in labels.OrderBy(l => l.At))
        {
            var width = Width(text, fontSize);
            var start = Math.Max(left, Math.Min(at - (width / 2), right - width));
            var row = ends.FindIndex(end => end + Gap <= start);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = start + width;
            placed.Add((text, at, start, row));
        }

        return placed;
    }

    /// <summary>About how wide a text is: a Chinese character is a square, a digit a good half.</summary>
    public static double Width(string text, double fontSize) => text.Sum(c => c > 0x2E7F ? 1 : 0.58) * fontSize;
}
