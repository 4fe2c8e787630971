namespace Huodi.Web.Evaluation;

/// <summary>The contract over HTTP.</summary>
internal static class EvaluationRoutes
{
    public static void MapEvaluation(this IEndpointRouteBuilder app) => _ = app;
}
