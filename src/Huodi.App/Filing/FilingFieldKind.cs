namespace Huodi.App.Filing;

/// <summary>Type of a delivered field.</summary>
public enum FilingFieldKind
{
    /// <summary>文字.</summary>
    Text,

    /// <summary>数.</summary>
    Number,

    /// <summary>日期.</summary>
    Date,

    /// <summary>是否.</summary>
    Boolean,
}
