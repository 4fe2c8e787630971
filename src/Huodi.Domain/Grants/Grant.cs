using Huodi.Domain.Codes;
using Huodi.Domain.Facts;

namespace Huodi.Domain.Grants;

/// <summary>供地结果: one published supply of land, by 出让, 划拨 or 租赁.</summary>
/// <param name="Number">电子监管号, the identity.</param>
/// <param name="Name">项目名称; may be empty in the source.</param>
/// <param name="Division">County- or city-level 行政区划代码 that the 电子监管号 begins with.</param>
/// <param name="DivisionName">所在地 as the source writes it.</param>
/// <param name="ParcelId">The drawn parcel it belongs to, or null when none is known.</param>
/// <param name="Facts">Recorded facts.</param>
public sealed record Grant(string Number, string Name, DivisionCode Division, string DivisionName, string? ParcelId, FactSheet Facts);
