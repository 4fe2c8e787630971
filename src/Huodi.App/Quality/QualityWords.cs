using System.Globalization;
using Huodi.Domain.Quality;

namespace Huodi.App.Quality;

/// <summary>The words in which reports give severities and figures.</summary>
public static class QualityWords
{
    /// <summary>错误, 警告 or 提示.</summary>
    public static string Of(QualitySeverity severity) => severity switch
    {
        QualitySeverity.Error => "错误",
        QualitySeverity.Warning => "警告",
        _ => "提示",
    };

    /// <summary>面积 12.3 平方米；平均宽 0.2 米.</summary>
    public static string Of(IEnumerable<QualityFigure> figures) =>
        string.Join('；', figures.Select(Words));

    private static string Words(QualityFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Name} {figure.Value:0.####} {figure.Unit}").TrimEnd();
}
