using Huodi.Rules;

namespace Huodi.Policies.Loading;

/// <summary>The name somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>A remedy that names the nearest known name, or says where the names are.</summary>
    public static string Hint(string name, IEnumerable<string> known) => NearestName.To(name, known.Order(StringComparer.Ordinal)) is { } near
        ? $"是否为“{near}”？"
        : $"先在 policies/{FactDictionaryReader.FileName} 里定义，或改用其中已有的名称。";
}
