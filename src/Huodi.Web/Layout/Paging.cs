namespace Huodi.Web.Layout;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page.</param>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Total">How many items there are on all pages.</param>
public sealed record Paging<T>(IReadOnlyList<T> Items, int Number, int Pages, int Total);
