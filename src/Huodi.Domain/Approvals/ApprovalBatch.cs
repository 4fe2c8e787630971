using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Measures;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Approvals;

/// <summary>批次: land whose conversion to building land or expropriation was approved by one document.</summary>
/// <param name="Number">批准文号, the identity.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Division">County-level 行政区划代码.</param>
/// <param name="ApprovedOn">批准日期; null when the source does not say.</param>
/// <param name="ApprovedArea">批准面积 by the document; null when the source does not say. The area of the shape is another figure.</param>
/// <param name="Shape">Polygon or MultiPolygon, EPSG:4490.</param>
/// <param name="Facts">Recorded facts, 批而未供情形 among them where somebody recorded it.</param>
public sealed record ApprovalBatch(
    string Number, string Name, DivisionCode Division, DateOnly? ApprovedOn, Area? ApprovedArea, Geometry Shape, FactSheet Facts);
