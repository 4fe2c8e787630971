using Huodi.App.Stores;
using Huodi.Domain.Facts;
using Huodi.Domain.Parcels;
using Huodi.Policies.Answers;
using Huodi.Web.Assessments;
using Huodi.Web.Layout;
using Huodi.Web.Map;

namespace Huodi.Web.Parcels;

/// <summary>Parcels as GeoJSON, each with its outcome and colour. Written as it is read, so that the size of a city does not matter here.</summary>
internal static class ParcelShapes
{
    public static async Task<IResult> SendAsync(
        [AsParameters] MapFilter filter, ILandStore store, RunIndexes runs, HttpResponse response, CancellationToken cancellation)
    {
        var index = await runs.FindAsync(filter.Run, cancellation);
        if (!filter.IsKnownTo(index, out var problem)) return problem;

        var columns = index?.ColumnsOf(filter.DecisionIn(index)) ?? [];
        await using var collection = new FeatureCollectionWriter(response);
        await foreach (var parcel in store.ParcelsAsync(filter.Region, cancellation))
        {
            var answer = index?.Telling(index.Find(SubjectKind.Parcel, parcel.Id), columns);
            if (!filter.Wants(answer?.Outcome)) continue;
            Write(collection, parcel, answer);
            await collection.FlushWhenFullAsync(cancellation);
        }

        await collection.EndAsync(cancellation);
        return Results.Empty;
    }

    private static void Write(FeatureCollectionWriter collection, Parcel parcel, TellingAnswer? answer) =>
        collection.Feature(parcel.Id, parcel.Shape, json =>
        {
            json.WriteString("id", parcel.Id);
            json.WriteString("name", parcel.Name);
            json.WriteString("division", parcel.Division.Digits);
            json.WriteString("outcome", answer?.Outcome.Code());
            json.WriteString("decisions", answer?.Words);
            json.WriteString("outcomeName", OutcomeColours.Name(answer?.Outcome));
            json.WriteString("colour", OutcomeColours.Of(answer?.Outcome));
            json.WriteBoolean("generated", parcel.IsGenerated);
            json.WriteString("url", Links.Parcel(parcel.Id));
        });
}
