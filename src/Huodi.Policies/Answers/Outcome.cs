namespace Huodi.Policies.Answers;

/// <summary>How a question ended. The contract's spelling is the member's name in camel case.</summary>
public enum Outcome
{
    /// <summary>得出结果: the value asked for.</summary>
    Value,

    /// <summary>符合.</summary>
    Met,

    /// <summary>不符合: the reasons name every condition that failed.</summary>
    NotMet,

    /// <summary>待补充材料: the missing facts would decide it.</summary>
    NeedsFacts,

    /// <summary>须人工认定: the law leaves it to somebody.</summary>
    NeedsDetermination,

    /// <summary>不适用: the article is not about such land.</summary>
    NotApplicable,

    /// <summary>未生效、已失效、征求意见或仅作说明: the law does not govern that date.</summary>
    NotInForce,
}
