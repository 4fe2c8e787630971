namespace Huodi.Domain.Registers;

/// <summary>One thing that brought an entry into a register, so that it can be looked up.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Number of the assessment, the import batch or the finding; null where there is none.</param>
/// <param name="Reference">Decision id, fact name, document of the finding, or 批准文号.</param>
/// <param name="Words">The same in one Chinese sentence.</param>
public sealed record RegisterOrigin(OriginKind Kind, long? Number, string Reference, string Words);
