using Huodi.Domain.Codes;
using Huodi.Domain.Registers;

namespace Huodi.App.Registers;

/// <summary>One difference between two versions of a register.</summary>
/// <param name="Kind">Joined, left or changed.</param>
/// <param name="Subject">What <paramref name="Id"/> names.</param>
/// <param name="Id">Parcel id, 电子监管号 or 批准文号.</param>
/// <param name="Name">Name for people, of the later version where it is there.</param>
/// <param name="Division">Where it lies.</param>
/// <param name="Standing">Its standing in the later version, or in the earlier one when it left.</param>
/// <param name="Fields">What changed, field by field; empty unless <paramref name="Kind"/> is changed.</param>
/// <param name="AreaBefore">Area in the earlier version in whole 0.01 ㎡; null when it has none or was not there.</param>
/// <param name="AreaAfter">Area in the later version in whole 0.01 ㎡; null when it has none or is not there.</param>
/// <param name="Reasons">Why, in words, each with its document where there is one; 未查明原因 when nothing recorded explains it.</param>
public sealed record RegisterDifference(
    DifferenceKind Kind,
    RegisterSubject Subject,
    string Id,
    string Name,
    DivisionCode Division,
    RegisterStanding Standing,
    IReadOnlyList<FieldChange> Fields,
    long? AreaBefore,
    long? AreaAfter,
    IReadOnlyList<string> Reasons);
