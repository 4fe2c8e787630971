namespace Huodi.Policies.Packages;

/// <summary>What kind of text a package is. Whether it governs a day also depends on its term.</summary>
public enum PackageStatus
{
    /// <summary>现行有效.</summary>
    InForce,

    /// <summary>征求意见稿.</summary>
    Draft,

    /// <summary>已失效; still governs facts dated inside its term.</summary>
    Expired,

    /// <summary>仅作说明, never executed.</summary>
    Explanatory,
}
