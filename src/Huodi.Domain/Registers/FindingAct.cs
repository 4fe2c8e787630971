namespace Huodi.Domain.Registers;

/// <summary>What a finding does in a register.</summary>
public enum FindingAct
{
    /// <summary>认定: the land belongs into the register.</summary>
    Enter,

    /// <summary>排除: it does not, or not any more.</summary>
    Exclude,
}
