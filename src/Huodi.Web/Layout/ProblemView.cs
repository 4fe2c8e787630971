namespace Huodi.Web.Layout;

/// <summary>What a page says when there is nothing to show.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What happened.</param>
/// <param name="Advice">What to do.</param>
/// <param name="TraceId">For the administrator.</param>
public sealed record ProblemView(int Status, string Title, string Advice, string TraceId);
