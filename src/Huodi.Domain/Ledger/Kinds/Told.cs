namespace Huodi.Domain.Ledger.Kinds;

/// <summary>How an entry tells of an event that could be recorded twice.</summary>
internal enum Told
{
    /// <summary>Nothing else records it.</summary>
    Alone,

    /// <summary>As a step of a case.</summary>
    ByStep,

    /// <summary>As an entry of a kind of its own.</summary>
    ByKind,
}
