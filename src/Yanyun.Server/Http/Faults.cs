using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Yanyun.Server.Http;

/// <summary>Says in the OpenAPI document how refusals look.</summary>
internal static class FaultsInDocument
{
    private static readonly int[] s_statuses = [400, 401, 403, 404, 409, 422, 429, 503];

    public static RouteHandlerBuilder Faults(this RouteHandlerBuilder route)
    {
        foreach (var status in s_statuses) route.Produces<Fault>(status, "application/problem+json");
        return route;
    }
}
