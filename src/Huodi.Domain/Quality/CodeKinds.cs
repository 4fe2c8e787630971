using static Huodi.Domain.Quality.QualitySeverity;

namespace Huodi.Domain.Quality;

/// <summary>What can be found about the codes and the area of a parcel.</summary>
public static class CodeKinds
{
    public static QualityKind ParcelMissing { get; } = new("CODE_PARCEL_MISSING", "没有宗地代码", Note, "登记后补录 19 位宗地代码。");

    public static QualityKind ParcelForm { get; } = new("CODE_PARCEL_FORM", "宗地代码不合格式", Warning, "对照不动产权证书或地籍调查表核对 19 位宗地代码。");

    public static QualityKind ParcelLetter { get; } = new("CODE_PARCEL_LETTER", "使用权类型字母不在表中", Warning, "对照 GB/T 37346 核对宗地特征码；确属新增类型的，补入字母表。");

    public static QualityKind ParcelDivision { get; } = new("CODE_PARCEL_DIVISION", "宗地代码与行政区划不符", Warning, "核对宗地代码前六位和行政区划代码；区划调整过的，说明原因。");

    public static QualityKind UnitForm { get; } = new("CODE_UNIT_FORM", "不动产单元号不合格式", Warning, "对照不动产权证书核对 28 位不动产单元号。");

    public static QualityKind UnitParcel { get; } = new("CODE_UNIT_PARCEL", "不动产单元号与宗地代码不符", Warning, "不动产单元号前 19 位应是所在宗地的宗地代码：核对两者。");

    public static QualityKind SupervisionForm { get; } = new("CODE_SUPERVISION_FORM", "电子监管号不合格式", Warning, "对照出让合同或划拨决定书核对电子监管号。");

    public static QualityKind CreditForm { get; } = new("CODE_CREDIT_FORM", "统一社会信用代码不合格式", Warning, "对照营业执照核对 18 位统一社会信用代码。");

    public static QualityKind CreditCheck { get; } = new("CODE_CREDIT_CHECK", "统一社会信用代码校验码不符", Warning, "对照营业执照核对；早期赋码确有校验码不符的，不必改。");

    public static QualityKind DivisionForm { get; } = new("CODE_DIVISION_FORM", "行政区划代码不合格式", Warning, "填写县级行政区划代码（GB/T 2260），六位数字。");

    public static QualityKind LandUseForm { get; } = new("CODE_LAND_USE_FORM", "用地用海分类代码有误", Warning, "对照所用版本的分类表核对代码。");

    public static QualityKind LandUseEdition { get; } = new("CODE_LAND_USE_EDITION", "用地用海分类版本不明", Note, "补录“用地用海分类版本”；没有版本的代码不能判断是哪一类。");

    public static QualityKind LandUseUndecided { get; } = new("CODE_LAND_USE_UNDECIDED", "用地用海分类代码不能判断", Note, "随附的该版本代码表没有收全：对照原文核对。");

    public static QualityKind AreaDifference { get; } = new("AREA_DIFFERENCE", "登记面积与量算面积不符", Warning, "核对宗地图、登记面积和坐标系；两个面积各自保留，不相互代替。");

    public static QualityKind AreaMissing { get; } = new("AREA_MISSING", "没有登记面积", Note, "补录宗地面积，或说明尚未登记。");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<QualityKind> All { get; } =
    [
        ParcelMissing, ParcelForm, ParcelLetter, ParcelDivision, UnitForm, UnitParcel, SupervisionForm, CreditForm, CreditCheck, DivisionForm,
        LandUseForm, LandUseEdition, LandUseUndecided,
        AreaDifference, AreaMissing,
    ];
}
