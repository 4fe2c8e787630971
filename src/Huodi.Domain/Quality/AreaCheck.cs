using System.Globalization;

namespace Huodi.Domain.Quality;

/// <summary>Holds the registered area (宗地面积) against the measured one. Both are kept; neither replaces the other.</summary>
public sealed class AreaCheck(QualityProfile profile)
{
    /// <summary>The disagreement, or null when the two agree within the profile's tolerance.</summary>
    /// <param name="registered">㎡ as registered; null when unknown.</param>
    /// <param name="measured">㎡ on the ellipsoid.</param>
    public QualityFinding? Check(decimal? registered, decimal measured)
    {
        if (registered is not { } stated) return new(CodeKinds.AreaMissing, "没有登记面积，无法与量算面积比较。", null, [Figure("量算面积", measured)]);
        var difference = measured - stated;
        var size = Math.Abs(difference);
        if (size <= (decimal)profile.AreaDifferenceSquareMetres || size <= Math.Abs(stated) * (decimal)profile.AreaDifferenceShare) return null;
        var share = stated == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"（{difference / stated:+0.00%;-0.00%}）");
        return new(
            CodeKinds.AreaDifference,
            string.Create(CultureInfo.InvariantCulture, $"登记面积 {stated:0.##} 平方米，量算面积 {measured:0.##} 平方米，相差 {difference:+0.##;-0.##} 平方米{share}。"),
            null,
            [Figure("登记面积", stated), Figure("量算面积", measured), Figure("相差", difference)]);
    }

    private static QualityFigure Figure(string name, decimal area) => new(name, (double)area, "平方米");
}
