namespace Huodi.App.Letters;

/// <summary>Kinds of ledger entries that hold letters, and their fields.</summary>
public static class LetterField
{
    /// <summary>Kind: a letter.</summary>
    public const string Letter = "letter";

    /// <summary>Kind: what did not fit into the letter's own entry.</summary>
    public const string Part = "letter-part";

    internal const string Number = "文号";
    internal const string Title = "文书标题";
    internal const string Template = "模板编号";
    internal const string TemplateHash = "模板散列";
    internal const string Issuer = "发文机关";
    internal const string Date = "成文日期";
    internal const string Text = "文书文字";
    internal const string Hash = "文书散列";
    internal const string Kinds = "段落种类";
    internal const string AsOf = "文书依据日";
    internal const string Facts = "所用事实";
    internal const string Receipts = "答案凭据";
    internal const string Series = "文号序列";
    internal const string Place = "文号序号";
    internal const string PartPlace = "续页次序";
    internal const string Case = "案件编号";
}
