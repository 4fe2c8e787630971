using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;
using Huodi.Policies.Letters;

namespace Huodi.App.Letters;

/// <summary>A letter that somebody wants to make.</summary>
/// <param name="Template">Its form.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Land">Facts of the registers, which those of the ledger go before.</param>
/// <param name="Given">Facts that are given besides, which go before all others.</param>
/// <param name="AsOf">The day of the facts and of the law.</param>
/// <param name="Entries">What was filled in; without 发文字号 where the sequence gives it.</param>
/// <param name="Case">案件编号, or empty.</param>
/// <param name="By">Who makes it.</param>
public sealed record LetterRequest(
    LetterTemplate Template, LedgerSubject Subject, JsonObject Land, JsonObject Given, DateOnly AsOf, IReadOnlyDictionary<string, string> Entries, string Case, string By);
