using Huodi.Domain.Parcels;
using Huodi.Formats.Sources;

namespace Huodi.Formats.Imports;

/// <summary>A row that has been read as a parcel, or refused.</summary>
internal sealed record ParcelRow(SourceFeature Source, Parcel? Parcel, string Id, string Name, Findings Findings);
