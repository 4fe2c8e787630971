namespace Huodi.Rules;

/// <summary>Compiles FEEL text. Bad text never throws: it gives diagnostics. Compiled things are immutable and may be shared by threads.</summary>
public static class FeelCompiler
{
    /// <summary>Compiles an expression.</summary>
    public static Compiled<CompiledExpression> Compile(string text, FeelScope scope, FeelMode mode) =>
        throw new NotImplementedException();

    /// <summary>Compiles unary tests (a cell); the input is the name <c>?</c>, which the facts must answer. The result is a boolean.</summary>
    public static Compiled<CompiledExpression> CompileUnaryTests(string text, FeelScope scope, FeelType inputType, FeelMode mode) =>
        throw new NotImplementedException();

    /// <summary>Compiles a decision table.</summary>
    public static Compiled<CompiledTable> CompileTable(TableSource table, FeelScope scope, FeelMode mode) =>
        throw new NotImplementedException();
}
