using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Storage;
using Yanyun.Cli.Front;
using Yanyun.Server;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Yanyun.Cli.Verbs;

/// <summary>Opens the hall: games for people and programs, over HTTP.</summary>
public sealed class ServeVerb : IVerb
{
    public const int UsualPort = 1140;

    /// <summary>The file of the games in the folder of data.</summary>
    private const string GamesFile = "games.sqlite";

    private const string Sqlite = "sqlite";

    private static readonly IReadOnlyList<string> s_stores = [Sqlite, "postgres://USER:PASSWORD@HOST:PORT/DATABASE"];

    public VerbSpec Spec { get; } = new("serve",
        new("host games on this machine, for browsers and programs", "在本機開館，供瀏覽器與程式對局"),
        [],
        [
            new Option("--port", Takes.Whole, "N", new("where to listen, on 127.0.0.1; default 1140; 0: any free port", "監聽 127.0.0.1 的埠；預設 1140；0 為任一空閒埠"), Max: 65535),
            new Option("--data", Takes.Text, "DIR", new("folder of the games; default: yanyun in the user's folder for data", "對局所在資料夾；預設為使用者資料夾下的 yanyun")),
            new Option("--store", Takes.Text, "sqlite|postgres://USER:PASSWORD@HOST:PORT/DATABASE",
                new("where games are kept: a file of this house, or a database that several houses share", "對局的保存方式：本館的檔案，或數館共用的資料庫")),
            new Option("--host", Takes.Text, "NAME", new("a name under which the house is called beside localhost, behind a proxy", "代理之後，除 localhost 外本館的名稱"), Repeats: true),
            new Option("--behind-proxy", Takes.Nothing, "", new("a proxy of yours is the only one who calls: believe whom it names in X-Forwarded-For", "只有您的代理前來：以其 X-Forwarded-For 所言為來者")),
            new Option("--backup", Takes.Text, "DIR", new("put a copy of all games there each day, and on SIGUSR1 at once", "每日於此存放全部對局的副本，收到 SIGUSR1 時立即存放")),
            new Option("--backup-every", Takes.Whole, "HOURS", new("hours between copies; default 24", "副本間隔小時數；預設 24"), Min: 1, Max: 8760),
            new Option("--open", Takes.Nothing, "", new("open it in the browser", "在瀏覽器中開啟")),
            new Option("--log", Takes.Text, "FILE", new("write what happens, a JSON object a line; '-': to the error stream", "寫出經過，每行一個 JSON 物件；「-」為錯誤輸出")),
        ],
        ["serve", "serve --port 8080 --data games", "serve --store postgres://yanyun@127.0.0.1/games"]);

    public Exit Run(Call call)
    {
        var kind = call.Given.Text("--store") ?? Sqlite;
        var database = kind.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(kind, UriKind.Absolute, out var address) ? address : null;
        if (kind != Sqlite && database is null)
            return Mistake.Usage("--store", CliMessages.NotWord, Nearest.To(kind, s_stores), kind, s_stores).Tell(call.Error, call.Language);
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return noLibrary.Tell(call.Error, call.Language);
        var problems = new Problems();
        if (Shelf.Open(library!.Folder, problems) is not { } shelf) return new Mistake(Exit.NotHere, problems.All).Tell(call.Error, call.Language);
        if (database is not null && call.Given.Has("--backup")) return Mistake.Usage("--backup", CliMessages.BackupOfDatabase, null).Tell(call.Error, call.Language);
        if (database is not null) return OnDatabase(call, shelf, library.Page, database);
        var data = call.Given.Text("--data") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "yanyun");
        try
        {
            Directory.CreateDirectory(data);
            var path = Path.Combine(data, GamesFile);
            var store = SqliteStore.Open(path);
            return Serve(call, shelf, library.Page, store, path).GetAwaiter().GetResult();
        }
        catch (DatabaseException busy) when (busy.IsBusy)
        {
            return Mistake.NotHere("--data", CliMessages.HallInUse, null, data).Tell(call.Error, call.Language);
        }
        catch (Exception e) when (e is DatabaseException or UnauthorizedAccessException || e is IOException && e.InnerException is not SocketException && !IsOfThePort(e))
        {
            return Mistake.NotHere("--data", CliMessages.NoHall, null, data, e.Message).Tell(call.Error, call.Language);
        }
    }

    /// <summary>The name of the database is said, never the password.</summary>
    private static Exit OnDatabase(Call call, Shelf shelf, string? page, Uri address)
    {
        var name = $"{address.Scheme}://{address.Authority[(address.Authority.IndexOf('@') + 1)..]}{address.AbsolutePath}";
        try
        {
            var store = PostgresStore.Open(address).GetAwaiter().GetResult();
            return Serve(call, shelf, page, store, name).GetAwaiter().GetResult();
        }
        catch (UriFormatException)
        {
            return Mistake.Usage("--store", CliMessages.BadStore, null, name + address.Query, PostgresStore.AddressForm).Tell(call.Error, call.Language);
        }
        catch (StoreException fault)
        {
            return Mistake.NotHere("--store", CliMessages.NoDatabase, null, name, fault.Message).Tell(call.Error, call.Language);
        }
    }

    private static bool IsOfThePort(Exception e) => e.GetBaseException() is SocketException;

    private static async Task<Exit> Serve(Call call, Shelf shelf, string? page, IGameStore store, string path)
    {
        var port = (int)call.Given.Whole("--port", UsualPort);
        using var log = LogOf(call);
        House house;
        try
        {
            house = await House.Open(store, shelf, HouseSettings.Usual with
            {
                Port = port, Hosts = [.. call.Given.All("--host")], Log = log, Page = page, BehindProxy = call.Given.Has("--behind-proxy"),
            });
        }
        catch (IOException taken) when (IsOfThePort(taken) || taken.InnerException is not null)
        {
            await store.DisposeAsync();
            return Mistake.NotHere("--port", CliMessages.PortTaken, null, port).Tell(call.Error, call.Language);
        }
        await using (house)
        {
            await house.Warm();
            call.Out.WriteLine(call.Language == Language.Chinese
                ? $"燕雲已開館：{house.Address}（介面說明 {house.Address}openapi/v1.json；對局保存於 {path}；按 Ctrl+C 閉館）"
                : $"Yanyun is open at {house.Address} (API: {house.Address}openapi/v1.json; games in {path}; Ctrl+C closes it)");
            call.Out.Flush();
            if (call.Given.Has("--open")) Show(house.Address);
            await Closing(call.Stop, call.Given.Text("--backup") is { } folder && store is SqliteStore file ? BackupsOf(call, file, folder) : null,
                TimeSpan.FromHours(call.Given.Whole("--backup-every", 24)));
        }
        call.Out.WriteLine(call.Language == Language.Chinese ? "已閉館；對局俱在。" : "Closed; every game is kept.");
        return Exit.Done;
    }

    private static TextWriter? LogOf(Call call) => call.Given.Text("--log") switch
    {
        null => null,
        "-" => TextWriter.Synchronized(new Unclosed(call.Error)),
        var file => TextWriter.Synchronized(new StreamWriter(file, append: true) { NewLine = "\n" }),
    };

    private static Backups BackupsOf(Call call, SqliteStore store, string folder) => new(store, folder, TimeProvider.System, (path, why) =>
    {
        if (path is not null) call.Out.WriteLine(call.Language == Language.Chinese ? $"副本已存於 {path}" : $"Backed up to {path}");
        else call.Error.WriteLine(new Problem(CliMessages.NoBackup, new Location("--backup", 0, 0), [folder, why!]).Render(call.Language));
        call.Out.Flush();
    });

    /// <summary>SIGUSR1, which has no name of its own here. Not SIGHUP: a house begun with nohup never hears it.</summary>
    private static PosixSignal CopyNow => (PosixSignal)(OperatingSystem.IsLinux() ? 10 : 30);

    /// <summary>Waits until the user, or the system, asks to stop; makes copies meanwhile.</summary>
    private static async Task Closing(CancellationToken stop, Backups? backups, TimeSpan every)
    {
        var asked = new TaskCompletionSource();
        using var over = new CancellationTokenSource();
        var keeping = backups?.Keep(every, over.Token) ?? Task.CompletedTask;
        using var wanted = backups is null || OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(CopyNow, signal =>
        {
            signal.Cancel = true;
            _ = backups.Make();
        });
        using var canceled = stop.Register(() => asked.TrySetResult());
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            asked.TrySetResult();
        });
        await asked.Task;
        await over.CancelAsync();
        await keeping;
    }

    private static void Show(Uri address)
    {
        try
        {
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address.ToString()) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", address.ToString()) { RedirectStandardError = true };
            using var shown = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No browser here: the address has been said.
        }
    }

    /// <summary>The error stream is the caller's to close.</summary>
    private sealed class Unclosed(TextWriter to) : TextWriter
    {
        public override System.Text.Encoding Encoding => to.Encoding;
        public override void Write(char value) => to.Write(value);
        public override void Write(string? value) => to.Write(value);
        public override void Flush() => to.Flush();
    }
}
