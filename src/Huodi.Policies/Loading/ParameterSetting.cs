namespace Huodi.Policies.Loading;

/// <summary>A value supposed for a parameter.</summary>
/// <param name="Package">Id of the package the parameter stands in.</param>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Value">The value as FEEL text, for example <c>0.0003</c>.</param>
public sealed record ParameterSetting(string Package, string Parameter, string Value);
