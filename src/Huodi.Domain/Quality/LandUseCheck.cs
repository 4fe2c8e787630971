using Huodi.Domain.Codes;

namespace Huodi.Domain.Quality;

/// <summary>
/// Checks a 用地用海 class code under the edition that was recorded with it. A code without an edition is never taken for a class: 0601 is
/// industrial land in one and a country road in another.
/// </summary>
internal static class LandUseCheck
{
    /// <summary>What is to be said of a code; null when it is a class of its edition.</summary>
    /// <param name="code">The code as recorded.</param>
    /// <param name="edition">The edition as recorded; null when there is none.</param>
    public static QualityFinding? Check(string code, string? edition)
    {
        if (LandUseVersion.All.All(v => LandUseClass.Explain(code, v) is not null)) return new(CodeKinds.LandUseForm, $"{LandUseClass.Explain(code, LandUseVersion.All[0])}。", null, []);
        if (edition is null) return new(CodeKinds.LandUseEdition, $"用地用海分类代码“{code}”没有版本：{Meanings(code)}。", null, []);
        if (LandUseVersion.Find(edition) is not { } version)
            return new(CodeKinds.LandUseEdition, $"用地用海分类代码“{code}”的版本“{edition}”不认识，可用的有 {string.Join("、", LandUseVersion.All.Select(v => v.Name))}。", null, []);
        if (LandUseClass.Explain(code, version) is { } wrong) return new(CodeKinds.LandUseForm, $"{wrong}。", null, []);
        return version.NameOf(code) is null
            ? new(CodeKinds.LandUseUndecided, $"{version.Name} 的代码表没有收全（{version.Source}），“{code}”不能判断对错。", null, [])
            : null;
    }

    private static string Meanings(string code)
    {
        var known = LandUseVersion.All.Where(v => v.NameOf(code) is not null).Select(v => $"{v.Name} 为“{v.NameOf(code)}”").ToList();
        return known.Count > 0 ? $"{string.Join("，", known)}，不能判断是哪一类" : "不能判断是哪一类";
    }
}
