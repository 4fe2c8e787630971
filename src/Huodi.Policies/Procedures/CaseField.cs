namespace Huodi.Policies.Procedures;

/// <summary>Kinds of ledger entries that make up a case, and their fields.</summary>
public static class CaseField
{
    /// <summary>Kind: a case is opened.</summary>
    public const string Opened = "case-open";

    /// <summary>Kind: a step of a case is done.</summary>
    public const string Done = "case-step";

    /// <summary>The fact that says that there is a case: the day on which the last one was opened.</summary>
    public const string OpenedOn = "立案日期";

    /// <summary>Field: number of the case, unique in a store.</summary>
    public const string Number = "案件编号";

    /// <summary>Field: id of the procedure.</summary>
    public const string Procedure = "程序编号";

    /// <summary>Field: place of the step in the case, from 1; it orders the steps whatever order they arrive in.</summary>
    public const string Place = "步骤序号";

    /// <summary>Field: name of the step.</summary>
    public const string Step = "步骤名称";

    /// <summary>Field: what came of it.</summary>
    public const string Outcome = "步骤结果";

    /// <summary>Field: who did it.</summary>
    public const string Role = "办理角色";

    /// <summary>Field: what was at hand, each with its name and, where the file was, its SHA-256.</summary>
    public const string Documents = "步骤材料";

    /// <summary>Field: why it is done out of turn.</summary>
    public const string Ground = "越步理由";
}
