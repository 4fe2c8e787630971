using System.CommandLine;
using Huodi.Domain;
using Huodi.Domain.Quality;

namespace Huodi.Cli.Quality;

/// <summary>The option <c>--quality-profile</c>, which several commands share.</summary>
internal static class QualityProfileOption
{
    /// <summary>The option for a city's own thresholds.</summary>
    public static Option<FileInfo?> Create() => new("--quality-profile") { Description = "质量检查的设置文件（JSON），只需写与随附设置不同的项" };

    /// <exception cref="CliException">QUALITY_PROFILE: the file is missing or wrong.</exception>
    public static QualityProfile Read(FileInfo? file)
    {
        if (file is null) return QualityProfile.Default;
        if (!file.Exists) throw new CliException("QUALITY_PROFILE", $"找不到设置文件 {file.FullName}。", "检查路径。");
        try
        {
            using var json = file.OpenRead();
            return QualityProfile.Read(json);
        }
        catch (DomainException wrong)
        {
            throw new CliException(wrong.Code, wrong.Message, "");
        }
    }
}
