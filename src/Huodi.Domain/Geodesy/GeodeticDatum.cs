namespace Huodi.Domain.Geodesy;

/// <summary>What the degrees of a coordinate system are measured on.</summary>
public enum GeodeticDatum
{
    /// <summary>2000国家大地坐标系.</summary>
    Cgcs2000,

    /// <summary>WGS 84: centimetres to decimetres from CGCS2000, taken as it is (ADR 0011).</summary>
    Wgs84,

    /// <summary>1980西安坐标系: some hundred metres away, by parameters that each city keeps.</summary>
    Xian1980,

    /// <summary>1954年北京坐标系, and 新1954年北京坐标系: likewise.</summary>
    Beijing1954,
}
