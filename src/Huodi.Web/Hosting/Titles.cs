namespace Huodi.Web.Hosting;

/// <summary>What an HTTP status says to an official.</summary>
internal static class Titles
{
    public static string Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => "没有找到",
        StatusCodes.Status405MethodNotAllowed => "不支持这种操作",
        StatusCodes.Status413PayloadTooLarge => "内容过大",
        StatusCodes.Status415UnsupportedMediaType => "格式不对",
        >= 400 and < 500 => "请求有误",
        _ => "系统出错",
    };

    public static string Advice(int status) => status switch
    {
        StatusCodes.Status404NotFound => "请核对网址中的编号；记录可能尚未导入。可以从地图、评估或政策页重新查找。",
        StatusCodes.Status405MethodNotAllowed => "请核对接口说明中的请求方式。",
        StatusCodes.Status413PayloadTooLarge => "请求内容或者文件超过上限，请分批提交或者压缩文件；确需更大的，请管理员调高上限（huodi serve --document-mb）。",
        StatusCodes.Status415UnsupportedMediaType => "请以 application/json 提交。",
        >= 400 and < 500 => "请核对网址和填写的内容。",
        _ => "这不是您的操作造成的。请把追踪号交给系统管理员。",
    };
}
