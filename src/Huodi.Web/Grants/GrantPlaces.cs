namespace Huodi.Web.Grants;

/// <summary>Spellings of <see cref="GrantPlace"/>.</summary>
internal static class GrantPlaces
{
    /// <summary>As it stands in an address.</summary>
    public static string Code(this GrantPlace place) => place switch
    {
        GrantPlace.Parcel => "parcel",
        GrantPlace.District => "district",
        GrantPlace.City => "city",
        _ => "outside",
    };

    /// <summary>As an official reads it.</summary>
    public static string Chinese(this GrantPlace place) => place switch
    {
        GrantPlace.Parcel => "已落到宗地",
        GrantPlace.District => "只到区县，未落到宗地",
        GrantPlace.City => "只到市，未注明区县",
        _ => "在已载入的区县之外",
    };

    /// <summary>Reads the spelling of an address; null for anything else.</summary>
    public static GrantPlace? Parse(string? code) =>
        Enum.GetValues<GrantPlace>().Cast<GrantPlace?>().FirstOrDefault(p => p!.Value.Code() == code); // The sequence holds no null.
}
