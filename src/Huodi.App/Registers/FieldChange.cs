namespace Huodi.App.Registers;

/// <summary>One field of a row in two versions.</summary>
/// <param name="Field">状态, 类别, 名称, 行政区划, 图形, 量算面积, or the name of a fact.</param>
/// <param name="Before">Text of the value before; null when it was unknown.</param>
/// <param name="After">Text of the value after; null when it is unknown.</param>
public sealed record FieldChange(string Field, string? Before, string? After);
