using Huodi.Policies.Loading;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>Compiles FEEL texts of one document and reports what is wrong at the line they stand on.</summary>
internal sealed class ExpressionCompiler(string file, DiagnosticBag bag)
{
    public CompiledExpression? Compile(string text, FeelScope scope, int line)
    {
        var compiled = FeelCompiler.Compile(text, scope, FeelMode.Strict);
        Report(compiled.Diagnostics, text, line);
        return compiled.Value;
    }

    public IReadOnlyList<CompiledCondition> Conditions(IReadOnlyList<Condition> conditions, FeelScope scope)
    {
        var compiled = new List<CompiledCondition>();
        foreach (var condition in conditions)
        {
            if (Compile(condition.Expression, scope, condition.Line) is not { } expression) continue;
            if (!expression.Type.IsAny && !expression.Type.Equals(FeelType.Boolean))
                bag.Error(file, condition.Line, "CONDITION_TYPE", $"条件“{condition.Expression}”的结果不是“是/否”，而是 {expression.Type}。", "写成比较式，例如 建筑面积 < 50000。");
            compiled.Add(new(condition, expression));
        }

        return compiled;
    }

    public CompiledParameter Parameter(Parameter parameter)
    {
        var scope = new FeelScope();
        var values = new List<KeyValuePair<DateOnly, FeelValue>>();
        var type = parameter.Type.Length > 0 ? FeelType.Parse(parameter.Type) : null;
        foreach (var (from, text) in parameter.Values)
        {
            if (Compile(text, scope, parameter.Line) is not { } expression) continue;
            if (expression.Evaluate(NoFacts.Instance).TryGetValue(out var value)) values.Add(new(from, value));
            else bag.Error(file, parameter.Line, "PARAMETER_VALUE", $"参数“{parameter.Name}”的值“{text}”不是一个定值。", "写成数字、带引号的文字或 date(\"2025-06-30\")。");
            type ??= expression.Type;
        }

        return new(parameter, type ?? FeelType.Any, values);
    }

    private void Report(IReadOnlyList<Diagnostic> problems, string text, int line)
    {
        foreach (var problem in problems)
        {
            var before = text.AsSpan(0, Math.Min(problem.Span.Start, text.Length));
            var row = before.Count('\n');
            var column = before.Length - (before.LastIndexOf('\n') + 1) + 1;
            var message = $"“{text}”第 {column} 字处：{problem.Message}";
            bag.Add(new(file, line + row, 0, problem.Code, problem.Severity == Severity.Error, message, problem.Suggestion ?? ""));
        }
    }

    private sealed class NoFacts : IFacts
    {
        public static readonly NoFacts Instance = new();

        public Answer Get(string name) => Answer.Failed(name);
    }
}
