using Huodi.App.Ledger.Recording;

namespace Huodi.Web.Ledger;

/// <summary>What an entry would change, before it is recorded.</summary>
/// <param name="Form">The form it comes from.</param>
/// <param name="Preview">What would come of it.</param>
/// <param name="HasMoved">Whether somebody recorded about the subject after the preview before this one.</param>
public sealed record EntryPreviewView(EntryFormView Form, EntryPreview Preview, bool HasMoved);
