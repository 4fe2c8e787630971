using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;

namespace Huodi.App.Lineage;

/// <summary>A split, merge or change of boundary that somebody asks for.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Before">Ids of the parcels that end.</param>
/// <param name="After">The parcels that begin, with their new ids, shapes and the facts stated for them.</param>
/// <param name="Day">Day on which it took effect.</param>
/// <param name="By">Who records it.</param>
/// <param name="Document">The document it rests on.</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">The file with the shapes.</param>
public sealed record ChangeRequest(
    ParcelChangeKind Kind,
    IReadOnlyList<string> Before,
    IReadOnlyList<Parcel> After,
    DateOnly Day,
    string By,
    string Document,
    string Reason,
    ChangeSource Source);
