using Huodi.Policies.Packages;

namespace Huodi.Policies.Explaining;

/// <summary>The term of a document in Chinese.</summary>
public static class TermWords
{
    /// <summary>The term, as far as it is known.</summary>
    public static string Of(PolicyPackage package) => (package.ValidFrom, package.ValidTo) switch
    {
        (null, null) => "施行期不详",
        ({ } from, null) => $"{Figures.Day(from)}起施行",
        (null, { } to) => $"有效期至{Figures.Day(to)}",
        ({ } from, { } to) => $"{Figures.Day(from)}至{Figures.Day(to)}",
    };
}
