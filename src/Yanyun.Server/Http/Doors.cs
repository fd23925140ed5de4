using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Yanyun.Server.Gate;
using Yanyun.Server.Store;

namespace Yanyun.Server.Http;

/// <summary>How many requests one visitor, or one address, may make.</summary>
/// <param name="ASecond">In the long run.</param>
/// <param name="AtOnce">After a pause.</param>
/// <param name="SecretsAMinute">Tries at passwords, codes and invitations, and new guests, from one address.</param>
/// <param name="WorksAMinute">What takes the house long, from one address: games made, forked and brought in, what-ifs asked, whole chronicles.</param>
public sealed record Pace(int ASecond, int AtOnce, int SecretsAMinute, int WorksAMinute = 120)
{
    public static Pace Usual { get; } = new(50, 200, 30);
}

/// <summary>What every request passes before anything is done: host, headers, pace, who it is, where it comes from.</summary>
/// <param name="behindProxy">A proxy of the operator's own is the only one who comes: whom he names as the one who came to him is who asks.</param>
public sealed partial class Doors(Gatehouse gate, IReadOnlyList<string> hosts, Pace pace, bool behindProxy, ILogger log) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _all = PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetTokenBucketLimiter(who,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = pace.AtOnce, TokensPerPeriod = pace.ASecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true,
        }));

    private readonly PartitionedRateLimiter<string> _secrets = AMinute(pace.SecretsAMinute);
    private readonly PartitionedRateLimiter<string> _works = AMinute(pace.WorksAMinute);

    private static PartitionedRateLimiter<string> AMinute(int times) => PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetSlidingWindowLimiter(who,
        _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = times, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0, AutoReplenishment = true,
        }));

    public void Open(IApplicationBuilder app) => app.Use(Pass);

    private async Task Pass(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        Headers(context.Response.Headers, SchemeOf(request) == "https");
        // The files of the page are many, small and asked for once.
        var paced = !request.Path.StartsWithSegments("/assets");
        if (Stranger(request) is { } why || paced && Hurried(_all, Address(context)) is { } hurry && (why = hurry) is not null)
        {
            await Answers.Of(why, request).ExecuteAsync(context);
            return;
        }
        try
        {
            // Whether the house lives, and what its page is made of, is the same for everybody: it is told while no store answers too.
            var known = paced && !request.Path.StartsWithSegments("/health");
            if (known && await Admit(context) is { } refused)
            {
                await Answers.Of(refused, request).ExecuteAsync(context);
                return;
            }
            await next(context);
            if (!context.Response.HasStarted && Unrouted(context) is { } nowhere) await Answers.Of(nowhere, request).ExecuteAsync(context);
        }
        catch (StoreException fault)
        {
            LogStore(log, fault, request.Path);
            await Say(context, Refusal.Unavailable(fault.Unsure ? HallMessages.StoreUnsure : HallMessages.StoreFailed, Answers.Short(fault.Message)));
        }
        catch (BadHttpRequestException bad)
        {
            await Say(context, bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? new Refusal(413, HallMessages.TooLarge, [Answers.MostBytes]) : new Refusal(bad.StatusCode, HallMessages.NotJson, [Answers.Short(bad.Message)]));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception fault)
        {
            LogFault(log, fault, request.Path, context.TraceIdentifier);
            await Say(context, new Refusal(500, HallMessages.Fault, [context.TraceIdentifier]));
        }
    }

    /// <summary>What is to be said where no handler was found for a path, a method or a type of body, which the framework leaves without words.</summary>
    private static Refusal? Unrouted(HttpContext context) => (context.Response.StatusCode, context.GetEndpoint()?.DisplayName) switch
    {
        (404, null) => Refusal.NotFound(HallMessages.NoSuchPath, null),
        (405, "405 HTTP Method Not Supported") => new Refusal(405, HallMessages.OtherMethod, []),
        (415, "415 HTTP Unsupported Media Type") => new Refusal(415, HallMessages.NotJsonType,
            [Answers.Short(context.Request.ContentType ?? ""), Answers.Says("the type that /openapi/v1.json names for this path", "/openapi/v1.json 為此路徑所列的類型")]),
        _ => null,
    };

    private static async Task Say(HttpContext context, Refusal why)
    {
        if (!context.Response.HasStarted) await Answers.Of(why, context.Request).ExecuteAsync(context);
        else context.Abort();
    }

    /// <summary>Nothing is framed, guessed, scripted from elsewhere or kept on the way.</summary>
    private static void Headers(IHeaderDictionary headers, bool tls)
    {
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (tls) headers.StrictTransportSecurity = "max-age=31536000";
    }

    /// <summary>A page of another name that leads here could use this house in the name of its visitor.</summary>
    private Refusal? Stranger(HttpRequest request) =>
        hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) ? null : Refusal.Bad(HallMessages.OtherHost, null, Answers.Short(request.Host.Host), hosts);

    private static Refusal? Hurried(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired ? null : new Refusal(429, HallMessages.TooMany, []);
    }

    /// <summary>Where a request comes from, as far as its pace goes. Of the new addresses a visitor has 2^64: they are told apart by their network.</summary>
    private string Address(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress ?? IPAddress.None;
        // Each proxy adds whom it saw at the end; what stands before was said by strangers.
        if (behindProxy && context.Request.Headers["X-Forwarded-For"] is { Count: > 0 } said && Named(said[^1]!) is { } named) from = named;
        if (from.IsIPv4MappedToIPv6) from = from.MapToIPv4();
        return from.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(from.GetAddressBytes(), 0, 8) : from.ToString();
    }

    private static IPAddress? Named(string line)
    {
        var last = line[(line.LastIndexOf(',') + 1)..].Trim();
        return IPAddress.TryParse(last, out var address) ? address : IPEndPoint.TryParse(last, out var end) ? end.Address : null;
    }

    private async Task<Refusal?> Admit(HttpContext context)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (!reads && (request.Path.StartsWithSegments("/api/sessions") || request.Path.StartsWithSegments("/api/guests") || request.Path.StartsWithSegments("/api/invitations"))
            && Hurried(_secrets, Address(context)) is { } hurry) return hurry;
        if (IsWork(request.Path.Value ?? "", reads) && Hurried(_works, Address(context)) is { } busy) return busy;
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            // Who shows a token is judged by it alone: a cookie that comes along neither helps nor harms.
            const string scheme = "Bearer ";
            var visitor = authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? await gate.Know(authorization[scheme.Length..].Trim(), bot: true) : null;
            if (visitor is null) return new Refusal(401, HallMessages.NobodyKnown, []);
            context.Items[typeof(Visitor)] = visitor;
            return null;
        }
        if (request.Cookies[AccountsApi.Cookie] is not { } cookie || await gate.Know(cookie, bot: false) is not { } guest) return null;
        if (!reads && !OfOurPage(request, guest)) return Refusal.Forbidden(HallMessages.Forged);
        context.Items[typeof(Visitor)] = guest;
        return null;
    }

    /// <summary>How the visitor's browser speaks: by TLS too where a proxy before the house does. Only such a proxy reaches it, and who lies only keeps himself out.</summary>
    public static string SchemeOf(HttpRequest request) =>
        request.IsHttps || request.Headers["X-Forwarded-Proto"].ToString().Equals("https", StringComparison.OrdinalIgnoreCase) ? "https" : "http";

    private static bool IsWork(string path, bool reads) => path.EndsWith("/chronicle", StringComparison.Ordinal) || path.EndsWith("/story/text", StringComparison.Ordinal)
        || path.EndsWith("/compare", StringComparison.Ordinal)
        || (path.Contains("/replays/", StringComparison.Ordinal) && (path.EndsWith("/story", StringComparison.Ordinal) || path.EndsWith("/record", StringComparison.Ordinal)))
        || (!reads && (path is "/plain/games" or "/api/games" or "/api/games/import" || path.EndsWith("/forks", StringComparison.Ordinal)
            || path.EndsWith("/whatifs", StringComparison.Ordinal)));

    /// <summary>Whether a request with a cookie was made by a page of this house: its origin says so, or it carries what only such a page can read.</summary>
    private static bool OfOurPage(HttpRequest request, Visitor visitor)
    {
        if (request.Headers["X-Yanyun-Token"].ToString() is { Length: > 0 } token) return Tokens.Same(token, visitor.FormToken);
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && string.Equals(origin, $"{SchemeOf(request)}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose()
    {
        _all.Dispose();
        _secrets.Dispose();
        _works.Dispose();
    }

    [LoggerMessage(10, LogLevel.Error, "{Path}: the store does not answer")]
    private static partial void LogStore(ILogger log, Exception fault, string path);

    [LoggerMessage(11, LogLevel.Error, "{Path}: a fault, told to the client as {Trace}")]
    private static partial void LogFault(ILogger log, Exception fault, string path, string trace);
}
