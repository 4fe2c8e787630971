using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Traced;
using Huodi.Rules.Lowering;
using Huodi.Rules.Parsing;
using Huodi.Rules.Syntax;
using Huodi.Rules.Tables;

namespace Huodi.Rules;

/// <summary>
/// Compiles FEEL text. Bad text never throws: it gives diagnostics. Compiled things are immutable and may be shared by threads.
/// </summary>
public static class FeelCompiler
{
    /// <summary>Compiles an expression.</summary>
    public static Compiled<CompiledExpression> Compile(string text, FeelScope scope, FeelMode mode, Limits? limits = null) =>
        Compile(text, scope, mode, limits ?? Limits.Default, Parser.Expression);

    /// <summary>
    /// Compiles unary tests (a cell); the input is the name <c>?</c>, which the facts must answer. The result is a boolean.
    /// </summary>
    public static Compiled<CompiledExpression> CompileUnaryTests(
        string text, FeelScope scope, FeelType inputType, FeelMode mode, Limits? limits = null) =>
        Compile(text, scope.With("?", inputType), mode, limits ?? Limits.Default, Parser.UnaryTests);

    /// <summary>Compiles a decision table.</summary>
    public static Compiled<CompiledTable> CompileTable(TableSource table, FeelScope scope, FeelMode mode, Limits? limits = null)
    {
        var diagnostics = new List<Diagnostic>();
        var strict = mode == FeelMode.Strict;
        var options = Scopes.ParseOptions(scope, strict, limits ?? Limits.Default);
        var syntax = TableReader.Read(table, options, diagnostics);
        if (syntax is null || HasErrors(diagnostics)) return new Compiled<CompiledTable>(null, diagnostics);
        var program = Bind(syntax, scope, strict, options.Limits, diagnostics, new TextCursor("", 0));
        return new Compiled<CompiledTable>(program is null ? null : new CompiledTable(table, program), diagnostics);
    }

    internal static BoundProgram? Bind(
        SyntaxNode syntax, FeelScope scope, bool strict, Limits limits, List<Diagnostic> diagnostics, TextCursor cursor)
    {
        var binder = new Binder(scope, strict, diagnostics);
        var bound = binder.Bind(syntax);
        if (HasErrors(diagnostics)) return null;
        var root = LoweringPasses.Apply(bound, strict);
        return new BoundProgram(root, binder.Names, binder.FrameSize, strict, limits, cursor);
    }

    private static Compiled<CompiledExpression> Compile(
        string text,
        FeelScope scope,
        FeelMode mode,
        Limits limits,
        Func<string, int, ParseOptions, ICollection<Diagnostic>, SyntaxNode?> parse)
    {
        var diagnostics = new List<Diagnostic>();
        var strict = mode == FeelMode.Strict;
        var syntax = parse(text, 0, Scopes.ParseOptions(scope, strict, limits), diagnostics);
        var program = syntax is null
            ? null
            : Bind(syntax, scope, strict, limits, diagnostics, new TextCursor(text, 0));
        return new Compiled<CompiledExpression>(program is null ? null : new CompiledExpression(text, program), diagnostics);
    }

    private static bool HasErrors(List<Diagnostic> diagnostics) => diagnostics.Exists(d => d.Severity == Severity.Error);
}
