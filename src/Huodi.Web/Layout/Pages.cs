namespace Huodi.Web.Layout;

/// <summary>Cuts lists into pages.</summary>
internal static class Pages
{
    /// <summary>One page of a list; a number that is too small or too large gives the first or last page.</summary>
    public static Paging<T> Cut<T>(IReadOnlyList<T> all, int? number, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var page = Math.Clamp(number ?? 1, 1, pages);
        return new Paging<T>([.. all.Skip((page - 1) * size).Take(size)], page, pages, all.Count);
    }
}
