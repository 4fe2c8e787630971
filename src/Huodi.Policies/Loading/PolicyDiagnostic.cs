namespace Huodi.Policies.Loading;

/// <summary>Something wrong in a policy document, the dictionary or a case.</summary>
/// <param name="File">File below the policies folder, with /.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1; 0 when the whole line is meant.</param>
/// <param name="Code">Stable code, for example <c>POLICY_QUOTE</c> or a code of the rule language.</param>
/// <param name="IsError">False for a warning.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Suggestion">The remedy, in Chinese.</param>
public sealed record PolicyDiagnostic(string File, int Line, int Column, string Code, bool IsError, string Message, string Suggestion)
{
    /// <summary>file:line:column: 错误 code: message（remedy）.</summary>
    public override string ToString() =>
        $"{File}:{Line}{(Column > 0 ? $":{Column}" : "")}: {(IsError ? "错误" : "提示")} {Code}: {Message}{(Suggestion.Length > 0 ? $" 建议：{Suggestion}" : "")}";
}
