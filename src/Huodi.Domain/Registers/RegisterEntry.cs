using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Measures;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Registers;

/// <summary>One row of a register: the land, how it came in and why, with its facts and shape as they stood.</summary>
public sealed record RegisterEntry
{
    /// <summary>What <see cref="Id"/> names.</summary>
    public required RegisterSubject Subject { get; init; }

    /// <summary>Parcel id, 电子监管号 or 批准文号. With <see cref="Subject"/> it is the identity inside a register.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>County-level 行政区划代码.</summary>
    public required DivisionCode Division { get; init; }

    /// <summary>Suspected or entered.</summary>
    public required RegisterStanding Standing { get; init; }

    /// <summary>类别 by the register's declaration, for example 低效工业用地.</summary>
    public required string Category { get; init; }

    /// <summary>What brought it in; never empty.</summary>
    public required IReadOnlyList<RegisterOrigin> Origins { get; init; }

    /// <summary>Why it stands here, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>What a reader must know before relying on the row, in words; may be empty.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Facts that the register requires and that are unknown.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Polygon or MultiPolygon, EPSG:4490; null for land that nobody has drawn.</summary>
    public Geometry? Shape { get; init; }

    /// <summary>Area of <see cref="Shape"/> on the ellipsoid, to 0.01 ㎡; null without a shape.</summary>
    public Area? MeasuredArea { get; init; }

    /// <summary>True for demonstration land.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>All recorded facts as they stood.</summary>
    public required FactSheet Facts { get; init; }
}
