using Huodi.App.Stores;

namespace Huodi.App.Quality.Repairs;

/// <summary>Why a store does not replace a shape; both stores word it alike.</summary>
public static class ShapeRefusals
{
    /// <summary>No such parcel.</summary>
    public static StoreException Missing(string parcel) => new("PARCEL_MISSING", $"库中没有宗地“{parcel}”，没有改动。请核对编号。");

    /// <summary>Somebody changed the shape in the meantime.</summary>
    public static StoreException Changed(string parcel) => new("SHAPE_CHANGED", $"宗地“{parcel}”的图形已被他人改过，没有改动。请重新查看建议后再应用。");
}
