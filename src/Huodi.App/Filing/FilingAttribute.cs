namespace Huodi.App.Filing;

/// <summary>What of a parcel itself, besides its facts, a field may be filled from.</summary>
public enum FilingAttribute
{
    /// <summary>编号.</summary>
    Id,

    /// <summary>名称.</summary>
    Name,

    /// <summary>行政区划代码.</summary>
    Division,

    /// <summary>县名称: the district's name, where the store holds it.</summary>
    DivisionName,

    /// <summary>量算面积, ㎡ on the ellipsoid.</summary>
    MeasuredArea,

    /// <summary>类别: the class in the register filed.</summary>
    Category,

    /// <summary>序号, from 1.</summary>
    Number,
}
