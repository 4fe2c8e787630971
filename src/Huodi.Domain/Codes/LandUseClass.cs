using System.Diagnostics.CodeAnalysis;

namespace Huodi.Domain.Codes;

/// <summary>用地用海 or 土地利用现状 class: a code together with the edition that gives it its meaning.</summary>
public sealed record LandUseClass
{
    private LandUseClass(LandUseVersion version, string code) => (Version, Code) = (version, code);

    /// <summary>The edition.</summary>
    public LandUseVersion Version { get; }

    /// <summary>Two, four or six digits.</summary>
    public string Code { get; }

    /// <summary>Its Chinese name; null when the edition is not carried in full and does not hold the code.</summary>
    public string? Name => Version.NameOf(Code);

    /// <summary>True when the code is in the list; false when that cannot be decided, because the list carried is not complete.</summary>
    public bool IsKnown => Name is not null;

    /// <summary>Reads a code of an edition; false for one that is malformed, or that a complete edition does not hold.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, LandUseVersion version, [NotNullWhen(true)] out LandUseClass? found)
    {
        found = Explain(text, version) is null ? new(version, text!) : null; // Explain refuses null
        return found is not null;
    }

    /// <summary>Why a text is no class of an edition, in Chinese; null when it is one or cannot be decided.</summary>
    public static string? Explain(string? text, LandUseVersion version)
    {
        if (string.IsNullOrEmpty(text)) return "地类代码为空";
        if (text.Length is not (2 or 4 or 6) || !text.AsSpan().ContainsOnlyDigits()) return $"地类代码“{text}”应为 2、4 或 6 位数字";
        if (version.NameOf(text) is not null) return null;
        if (version.IsComplete) return $"{version.Name} 没有地类代码“{text}”";
        return version.Classes.Count > 0 && version.NameOf(text[..2]) is null ? $"{version.Name} 没有一级类“{text[..2]}”" : null;
    }
}
