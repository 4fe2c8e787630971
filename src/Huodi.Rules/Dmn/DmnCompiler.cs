using Huodi.Rules.Dmn;

namespace Huodi.Rules;

/// <summary>
/// Compiles decision models. In conformant mode a text that cannot be read gives a warning, and null when it is evaluated.
/// </summary>
public static class DmnCompiler
{
    /// <summary>Compiles a model; <paramref name="imported"/> holds the models that it, and they, import.</summary>
    public static Compiled<CompiledModel> Compile(
        DmnModel model, IEnumerable<DmnModel> imported, FeelMode mode = FeelMode.Conformant, Limits? limits = null)
    {
        var diagnostics = new List<Diagnostic>();
        var strict = mode == FeelMode.Strict;
        var compiler = new ModelCompiler(model, imported, strict, limits ?? Limits.Default, diagnostics);
        var failed = diagnostics.Exists(d => d.Severity == Severity.Error);
        return new Compiled<CompiledModel>(
            failed ? null : new CompiledModel(model, compiler.Elements, strict, limits ?? Limits.Default), diagnostics);
    }
}
