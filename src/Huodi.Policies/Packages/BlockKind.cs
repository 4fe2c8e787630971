namespace Huodi.Policies.Packages;

/// <summary>The kinds of block that stand under the words of an article.</summary>
public enum BlockKind
{
    /// <summary>参数: figures with their start dates.</summary>
    Parameters,

    /// <summary>决策: an expression, a list of conditions, or a table.</summary>
    Decision,

    /// <summary>认定: a finding the law leaves to a person.</summary>
    Determination,

    /// <summary>程序: steps with roles, clocks and documents.</summary>
    Procedure,

    /// <summary>名录: a list kept elsewhere.</summary>
    Register,

    /// <summary>仅文本: why nothing is computed.</summary>
    TextOnly,
}
