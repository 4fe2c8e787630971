using Huodi.Domain.Codes;
using Huodi.Web.Assessments;

namespace Huodi.Web.Grants;

/// <summary>A grant in a list.</summary>
public sealed record GrantRow(string Number, string Name, DivisionCode Division, string DivisionName, GrantPlace Place, TellingAnswer? Answer);
