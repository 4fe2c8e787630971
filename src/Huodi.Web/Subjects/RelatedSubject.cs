using Huodi.Domain.Facts;

namespace Huodi.Web.Subjects;

/// <summary>A link to another subject.</summary>
public sealed record RelatedSubject(SubjectKind Kind, string Id, string Name);
