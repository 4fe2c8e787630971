namespace Huodi.App.Registers;

/// <summary>What became of a row from one version to another.</summary>
public enum DifferenceKind
{
    /// <summary>新进.</summary>
    Joined,

    /// <summary>退出.</summary>
    Left,

    /// <summary>变化.</summary>
    Changed,
}
