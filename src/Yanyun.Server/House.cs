using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yanyun.Chronicle.Reading;
using Yanyun.Server.Games;
using Yanyun.Server.Gate;
using Yanyun.Server.Http;
using Yanyun.Server.Store;
using Yanyun.Server.WhatIfs;

namespace Yanyun.Server;

/// <summary>How a house is run.</summary>
/// <param name="Port">0: any that is free.</param>
/// <param name="Hosts">Names under which it is called beside those of this machine.</param>
/// <param name="Hall">When games are put away, and when a mind stands in.</param>
/// <param name="Log">Where it writes what happens, a JSON object a line; null: nowhere.</param>
/// <param name="Page">Folder of the built page; null: the plain pages stand in.</param>
/// <param name="BehindProxy">A proxy of the operator's own stands before it, and says for whom it asks.</param>
public sealed record HouseSettings(
    int Port, IReadOnlyList<string> Hosts, HallSettings Hall, Pace Pace, TextWriter? Log, string? Page = null, bool BehindProxy = false)
{
    public static HouseSettings Usual { get; } = new(1140, [], HallSettings.Usual, Pace.Usual, null);
}

/// <summary>The server: the hall behind its doors.</summary>
public sealed class House : IAsyncDisposable
{
    private static readonly string[] s_here = ["127.0.0.1", "localhost", "[::1]"];

    private readonly WebApplication _app;
    private readonly Doors _doors;

    private House(WebApplication app, Hall hall, Doors doors) => (_app, Hall, _doors) = (app, hall, doors);

    public Hall Hall { get; }

    /// <summary>Where it is to be called.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Opens the house; it answers when this is done.</summary>
    /// <exception cref="IOException">The port is taken, or the store cannot be opened.</exception>
    public static async Task<House> Open(IGameStore store, Shelf shelf, HouseSettings settings, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Yanyun.Server", EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        if (settings.Log is not null) builder.Logging.AddProvider(new JsonLines(settings.Log, time));
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
            kestrel.Limits.MaxRequestBodySize = GamesApi.MostRecordBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        var hall = new Hall(store, shelf, time, settings.Hall);
        hall.Telemetry.Send();
        builder.Services.AddSingleton(hall);
        builder.Services.AddHostedService<Timekeeper>();
        builder.Services.AddSingleton<WhatIfRunner>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WhatIfRunner>());
        // As Answers reads and writes them: a number is a number.
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict);
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Yanyun";
            document.Info.Description = "Games, seats, views, orders and streams of the wars of Song, Liao and Jin. docs/api.md tells how they go together.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
        var app = builder.Build();
        var gate = new Gatehouse(store, time);
        var doors = new Doors(gate, [.. s_here, .. settings.Hosts], settings.Pace, settings.BehindProxy, app.Services.GetRequiredService<ILogger<Doors>>());
        doors.Open(app);
        app.UseRouting();
        Map(app, new Desk(hall, gate), settings.Page);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new House(app, hall, doors);
    }

    private static void Map(WebApplication app, Desk desk, string? page)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapGet("/health/live", () => Results.Text("alive")).ExcludeFromDescription();
        app.MapGet("/health/ready", async () =>
        {
            await desk.Hall.Store.Healthy();
            return Results.Text("ready");
        }).ExcludeFromDescription();
        var api = app.MapGroup("/api");
        new GamesApi(desk).Map(api);
        new SeatsApi(desk).Map(api);
        new BooksApi(desk).Map(api);
        new StreamApi(desk, app.Lifetime).Map(api);
        new WhatIfsApi(desk, app.Services.GetRequiredService<WhatIfRunner>(), app.Lifetime).Map(api);
        new AccountsApi(desk).Map(api);
        new StoryApi(desk).Map(api);
        new CompareApi(desk).Map(api);
        new Window(page).Map(app);
        // Who opens the page will want to watch: the records are run through while he reads.
        if (page is not null)
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                foreach (var scenario in desk.Hall.Shelf.Ids) _ = desk.Reels.Prepare(scenario, app.Lifetime.ApplicationStopping);
            });
        new Pages(desk).Map(app);
    }

    /// <summary>
    /// Does for nobody what visitors will ask for, so that the first of them waits no longer than the next: reads the scenarios, answers a request, and, where
    /// no game runs that does it anyway, plays a game and wakes it. Nothing of it is kept.
    /// </summary>
    public async Task Warm()
    {
        var runs = (await Hall.Store.List()).Any(row => row.Pulse == Pulse.Running);
        foreach (var scenario in Hall.Shelf.Ids)
            if (Hall.Shelf.Take(scenario, [], new Problems()) is { } ground && !runs) Warming.Of(scenario, ground, Hall.Shelf.Calendar);
        using var line = new TcpClient();
        await line.ConnectAsync(Address.Host, Address.Port);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /api/games/none/table HTTP/1.1\r\nHost: {Address.Authority}\r\nConnection: close\r\n\r\n"));
        await stream.CopyToAsync(Stream.Null);
    }

    /// <summary>Says goodbye: no new requests, streams end, the day under way is done and kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _doors.Dispose();
        await Hall.DisposeAsync();
    }
}
