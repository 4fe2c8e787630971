namespace Huodi.Web.Grants;

/// <summary>How precisely it is known where a grant lies.</summary>
public enum GrantPlace
{
    /// <summary>On a drawn parcel.</summary>
    Parcel,

    /// <summary>In a loaded district, on no drawn parcel.</summary>
    District,

    /// <summary>In a city with loaded districts, without naming one of them.</summary>
    City,

    /// <summary>Outside all loaded districts.</summary>
    Outside,
}
