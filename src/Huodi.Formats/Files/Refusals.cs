namespace Huodi.Formats.Files;

/// <summary>The refusals that every kind of file shares, worded once.</summary>
internal static class Refusals
{
    public static FileRefusedException Empty() => new("FILE_EMPTY", "文件是空的，没有可读的内容。", "检查导出是否完成，重新下载或导出后再导入。");

    public static FileRefusedException Binary(string what) => new(
        "FILE_BINARY", $"文件{what}。", "表格请另存为“CSV UTF-8”，图形请导出为 GeoJSON，再导入。");

    public static FileRefusedException TooLarge(long maxBytes) => new(
        "FILE_TOO_LARGE", $"文件超过 {maxBytes >> 20} MB 的上限，没有读取。", "按区县或年份拆成几个文件分别导入。");

    public static FileRefusedException TooManyRows(int maxRows, int row) => new(
        "FILE_TOO_MANY_ROWS", $"文件超过 {maxRows} 行的上限，没有读取。", "按区县或年份拆成几个文件分别导入。", row);

    public static FileRefusedException CutOff() => new(
        "FILE_TRUNCATED", "文件末尾只有半个汉字，文件不完整。", "文件在下载或复制时被截断：重新下载或导出完整的文件。");

    public static FileRefusedException Mixed(int line) => new(
        "FILE_ENCODING", $"文件里混有两种编码：第 {line} 行是 UTF-8，其他各行是 GBK。", "多半是两份数据拼接而成：分别另存为 UTF-8，再合并导入。", line);

    public static FileRefusedException Encoding(int line) => new(
        "FILE_ENCODING", $"第 {line} 行起的字节既不是 UTF-8，也不是可识别的 GBK。", "在 Excel 中另存为“CSV UTF-8”，或用记事本另存为 UTF-8，再导入。", line);
}
