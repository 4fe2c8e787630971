using Huodi.App.Warnings;
using Huodi.Domain.Districts;
using Huodi.Domain.Warnings;
using Huodi.Web.Layout;

namespace Huodi.Web.Warnings;

/// <summary>The warnings asked for.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Fault">What cannot be read of it; empty when all can.</param>
/// <param name="Today">Today.</param>
/// <param name="Last">The last run, or null.</param>
/// <param name="GivenOnLastDay">How many warnings all runs for its day gave.</param>
/// <param name="Counts">What there is, by office and level.</param>
/// <param name="Offices">All offices that have open warnings.</param>
/// <param name="Levels">The declared levels, the most urgent first.</param>
/// <param name="Districts">The districts of the store.</param>
/// <param name="Rows">One page of them.</param>
/// <param name="Batch">Acting on several at once.</param>
public sealed record WarningListView(
    WarningQuery Query,
    string Fault,
    DateOnly Today,
    WarningRun? Last,
    long GivenOnLastDay,
    IReadOnlyList<WarningCount> Counts,
    IReadOnlyList<string> Offices,
    IReadOnlyList<string> Levels,
    IReadOnlyList<District> Districts,
    Paging<Warning> Rows,
    WarningBatch Batch);
