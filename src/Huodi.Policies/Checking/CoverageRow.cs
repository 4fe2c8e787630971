namespace Huodi.Policies.Checking;

/// <summary>One row of the catalogue of what cities must be able to do, and how it is handled.</summary>
/// <param name="Row">Row id, for example <c>DL-07a</c>.</param>
/// <param name="Package">Package it belongs to.</param>
/// <param name="Gist">What it asks for.</param>
/// <param name="Handling">计算、认定、程序、名录、仅文本; empty when nothing handles it.</param>
/// <param name="Place">File and line of the handling block; empty when there is none.</param>
public sealed record CoverageRow(string Row, string Package, string Gist, string Handling, string Place);
