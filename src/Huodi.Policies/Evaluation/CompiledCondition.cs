using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>A condition with its expression, ready to run.</summary>
internal sealed record CompiledCondition(Condition Source, CompiledExpression Expression);
