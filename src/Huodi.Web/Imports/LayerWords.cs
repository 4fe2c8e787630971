namespace Huodi.Web.Imports;

/// <summary>What a file was read as, in Chinese.</summary>
internal static class LayerWords
{
    public static string Of(string layer) => layer switch
    {
        "supply-results" => "供地结果",
        "districts" => "区县界线",
        "parcels" => "宗地",
        "parcel-changes" => "宗地变更",
        "approvals" => "用地批次",
        _ => layer,
    };
}
