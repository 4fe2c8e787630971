using Huodi.Web.Layout;

namespace Huodi.Web.Assessments;

/// <summary>Subjects of a run that answer a filter.</summary>
public sealed record SubjectListView(RunIndex Index, SubjectFilter Filter, Paging<(IndexedSubject Subject, TellingAnswer? Answer)> Rows);
