namespace Huodi.App.Registers;

/// <summary>A difference in words for people.</summary>
public static class DifferenceWords
{
    /// <summary>新进, 退出 or 变化.</summary>
    public static string Chinese(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Joined => "新进",
        DifferenceKind.Left => "退出",
        _ => "变化",
    };

    /// <summary>Area after minus before in whole 0.01 ㎡; what is not there counts as none, what has no known area gives null.</summary>
    public static long? AreaChange(RegisterDifference row) => row.Kind switch
    {
        DifferenceKind.Joined => row.AreaAfter,
        DifferenceKind.Left => -row.AreaBefore,
        _ => row.AreaAfter - row.AreaBefore,
    };
}
