namespace Huodi.Formats.Overlays;

/// <summary>What is to be known of a control layer that no file says.</summary>
/// <param name="Name">Its name, for example 永久基本农田; the same name again is its next version.</param>
/// <param name="Metres">Metres round each shape to take, for points and lines; null to take polygons as they are.</param>
/// <param name="Note">How the distance came about, for the record; may be empty.</param>
public sealed record ControlRequest(string Name, double? Metres, string Note);
