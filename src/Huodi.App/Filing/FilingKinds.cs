using Huodi.Domain.Quality;

namespace Huodi.App.Filing;

/// <summary>What can be found while a parcel is brought into a delivery schema.</summary>
public static class FilingKinds
{
    public static QualityKind Required { get; } = new("FILING_REQUIRED", "缺必填字段", QualitySeverity.Warning, "补录事实后重新导出。");

    public static QualityKind CodeList { get; } = new("FILING_CODE_LIST", "值不在代码表中", QualitySeverity.Warning, "改用代码表里的值，或修订交付模板。");

    public static QualityKind Type { get; } = new("FILING_TYPE", "值的类型不符", QualitySeverity.Warning, "核对事实；该字段在交付文件中留空，原值保留在交换文件里。");

    public static QualityKind TooLong { get; } = new("FILING_TOO_LONG", "值超过字段长度", QualitySeverity.Error, "缩短该值，或在交付模板中加长字段；没有截断，该字段在交付文件中留空。");

    public static QualityKind NoShape { get; } = new("FILING_NO_SHAPE", "没有图形", QualitySeverity.Warning, "补画界线；该条只在表格中列出。");
}
