using System.Text.Json.Serialization;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>Reads JSON texts with their escapes.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class TextContext : JsonSerializerContext;
