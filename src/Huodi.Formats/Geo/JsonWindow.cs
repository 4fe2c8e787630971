using System.Text.Json;
using Huodi.Formats.Files;

namespace Huodi.Formats.Geo;

/// <summary>Reads JSON from a stream token by token through a window that holds one value at a time, not the file.</summary>
internal sealed class JsonWindow(Stream content, int mostBytesOfValue)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isLast;
    private bool _hasBegun;
    private JsonReaderState _state = new(Options);

    /// <summary>The token last read.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>The text of a property name or string last read; empty for other tokens.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Moves to the next token; false at the end of the file.</summary>
    /// <exception cref="JsonException">Not JSON, or cut off.</exception>
    public bool Next()
    {
        while (true)
        {
            var json = Reader();
            if (json.Read())
            {
                (Token, Text) = (json.TokenType, json.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? Read(ref json) : "");
                Keep(ref json);
                return true;
            }

            Keep(ref json);
            if (_isLast) return false;
            More();
        }
    }

    /// <summary>Reads the next item of the array the window stands in; null at its end, which is then the token.</summary>
    public JsonDocument? Item()
    {
        while (true)
        {
            var json = Reader();
            if (json.Read())
            {
                if (json.TokenType == JsonTokenType.EndArray)
                {
                    Token = json.TokenType;
                    Keep(ref json);
                    return null;
                }

                var before = _start;
                if (JsonDocument.TryParseValue(ref json, out var item))
                {
                    Keep(ref json);
                    RefuseHalfCharacters(_buffer.AsSpan(before, _start - before), item.RootElement);
                    return item;
                }
            }

            More();
        }
    }

    /// <summary>Skips the value the window stands at, whatever its length.</summary>
    public void Skip()
    {
        for (var depth = Opens(Token) ? 1 : 0; depth > 0 && Next();) depth += Opens(Token) ? 1 : Token is JsonTokenType.EndObject or JsonTokenType.EndArray ? -1 : 0;
    }

    /// <summary>Reads the value the window is about to come to.</summary>
    public JsonDocument Value()
    {
        while (true)
        {
            var json = Reader();
            if (json.Read() && JsonDocument.TryParseValue(ref json, out var value))
            {
                Keep(ref json);
                return value;
            }

            More();
        }
    }

    private static bool Opens(JsonTokenType token) => token is JsonTokenType.StartObject or JsonTokenType.StartArray;

    private Utf8JsonReader Reader()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            More();
            if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8)) _start = 3;
        }

        return new(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
    }

    private void Keep(ref Utf8JsonReader json)
    {
        _start += (int)json.BytesConsumed;
        _state = json.CurrentState;
    }

    private void More()
    {
        if (_isLast) throw new JsonException("Cut off.");
        if (_start > 0) _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= mostBytesOfValue)
                throw new FileRefusedException("FILE_VALUE_TOO_LARGE", $"文件里有一个要素超过 {mostBytesOfValue >> 20} MB，没有读取。", "检查该要素的图形是否正常，拆分后再导入。");
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, mostBytesOfValue));
        }

        var read = content.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        _isLast = _end + read < _buffer.Length;
        _end += read;
    }

    private static string Read(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter();
        }
    }

    /// <summary>An escape like \\ud800 without its other half is JSON by its grammar but no text.</summary>
    private static void RefuseHalfCharacters(ReadOnlySpan<byte> bytes, JsonElement item)
    {
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0) return;
        try
        {
            Touch(item);
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter();
        }
    }

    private static void Touch(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String) _ = item.GetString();
        else if (item.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in item.EnumerateArray()) Touch(one);
        }
        else if (item.ValueKind == JsonValueKind.Object)
        {
            foreach (var one in item.EnumerateObject())
            {
                _ = one.Name;
                Touch(one.Value);
            }
        }
    }

    private static FileRefusedException HalfCharacter() => new(
        "FILE_JSON", "文件里有只写了一半的字符（\\ud800 一类的转义），不能读成文字。", "重新导出为 UTF-8 的 GeoJSON 文件后再导入。");
}
