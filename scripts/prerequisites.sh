# Sourced by ./start, ./test and ./huodi: says clearly what is missing and how to get it.
prerequisites() {
    local missing=0
    if ! command -v dotnet >/dev/null 2>&1; then
        echo "缺少 .NET 10 SDK（找不到 dotnet）。安装：https://dotnet.microsoft.com/download/dotnet/10.0" >&2
        missing=1
    elif ! dotnet --list-sdks | grep -q '^10\.'; then
        echo "需要 .NET 10 SDK，这里只有：$(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')。安装：https://dotnet.microsoft.com/download/dotnet/10.0" >&2
        missing=1
    fi
    if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
        echo "缺少 Node.js 20 或更新的版本（找不到 node 或 npm）。安装：https://nodejs.org 或 apt-get install nodejs npm" >&2
        missing=1
    elif [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
        echo "需要 Node.js 20 或更新的版本，这里是 $(node --version)。安装：https://nodejs.org" >&2
        missing=1
    fi
    [ "$missing" -eq 0 ] || { echo "补齐后再运行一次。" >&2; exit 2; }
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

# step NAME COMMAND...: runs quietly, tells the step and its time when it takes over a second, and the output when it fails.
step() {
    local name=$1 log begin seconds pid waiter
    shift
    log=$(mktemp)
    begin=$(date +%s)
    "$@" >"$log" 2>&1 &
    pid=$!
    (sleep 1; kill -0 "$pid" 2>/dev/null && echo "… $name" >&2) &
    waiter=$!
    if ! wait "$pid"; then
        echo "✗ $name 失败：" >&2
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    kill "$waiter" 2>/dev/null || true
    wait "$waiter" 2>/dev/null || true
    seconds=$(( $(date +%s) - begin ))
    [ "$seconds" -lt 1 ] || echo "✓ $name（${seconds} 秒）" >&2
    rm -f "$log"
}
