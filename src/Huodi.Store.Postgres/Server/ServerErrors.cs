using System.Net.Sockets;
using Huodi.App.Stores;
using Npgsql;

namespace Huodi.Store.Postgres.Server;

/// <summary>PostgreSQL's errors in words for people. The server is named by host and database, never with a password.</summary>
internal sealed class ServerErrors(string server)
{
    /// <summary>The server and the database, for people.</summary>
    public string Server { get; } = server;

    /// <summary>The store's error for one of PostgreSQL's.</summary>
    public StoreException Translate(NpgsqlException error) => error switch
    {
        PostgresException { SqlState: "3D000" } => new("STORE_UNREACHABLE", $"服务器上没有数据库 {Server}，请先用 createdb 建立。", error),
        PostgresException { SqlState: "28P01" or "28000" } => new("STORE_UNREACHABLE", $"登录数据库 {Server} 失败，请检查用户名和密码。", error),
        PostgresException { SqlState: "42501" } p => new("STORE_READ_ONLY", $"没有数据库 {Server} 的所需权限（{p.MessageText}），请由管理员授权。", error),
        PostgresException { SqlState: "25006" } => new("STORE_READ_ONLY", $"数据库 {Server} 是只读的，请连接主服务器。", error),
        PostgresException { SqlState: "55P03" or "40P01" } => new("STORE_BUSY", $"数据库 {Server} 正被另一个程序写入，请等它结束后重试。", error),
        PostgresException { SqlState: "53100" } => new("STORE_FULL", $"服务器 {Server} 的磁盘已满，没有保存本次内容，请腾出空间后重试。", error),
        PostgresException { SqlState: "XX001" or "XX002" } => new("STORE_CORRUPT", $"数据库 {Server} 的数据已损坏，请从备份恢复。", error),
        PostgresException { SqlState: "53300" or "57P01" or "57P02" or "57P03" } p =>
            new("STORE_UNREACHABLE", $"数据库 {Server} 暂时不能使用（{p.MessageText}），请稍后重试。", error),
        PostgresException p => new("STORE_FAILED", $"数据库 {Server} 读写失败（{p.SqlState}：{p.MessageText}），本次内容没有保存。", error),
        { InnerException: SocketException or TimeoutException or IOException } =>
            new("STORE_UNREACHABLE", $"连接不上数据库 {Server}，请检查服务器是否启动、地址和端口是否正确。", error),
        _ => new("STORE_FAILED", $"数据库 {Server} 读写失败（{error.Message}），本次内容没有保存。", error),
    };

    /// <summary>Does the work and translates what Npgsql throws.</summary>
    public async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException e)
        {
            throw Translate(e);
        }
    }
}
