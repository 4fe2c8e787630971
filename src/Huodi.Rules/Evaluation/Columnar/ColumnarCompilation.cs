namespace Huodi.Rules;

/// <summary>Makes columnar kernels of what is compiled.</summary>
public static class ColumnarCompilation
{
    /// <summary>The expression over columns.</summary>
    public static ColumnarKernel CompileColumnar(this CompiledExpression expression) => new(expression.Program);

    /// <summary>The table over columns. Its index is made when it is first run.</summary>
    public static ColumnarKernel CompileColumnar(this CompiledTable table) => new(table.Program);
}
