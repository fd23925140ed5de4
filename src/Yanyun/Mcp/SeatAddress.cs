using System.Text.RegularExpressions;

namespace Yanyun.Cli.Mcp;

/// <summary>Where a game is: the house, the game, and the seat when the address names one.</summary>
/// <param name="House">Ends in a slash.</param>
public sealed partial record SeatAddress(Uri House, string Game, string? Seat)
{
    /// <summary>Reads the address of a game or of a seat, of its page or of its API; null when it is neither.</summary>
    public static SeatAddress? Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) return null;
        var match = GamePath().Match(uri.AbsolutePath);
        return !match.Success ? null
            : new SeatAddress(new Uri(new Uri(uri.GetLeftPart(UriPartial.Authority)), match.Groups[1].Value + "/"), match.Groups[2].Value,
                match.Groups[3].Success ? match.Groups[3].Value : null);
    }

    [GeneratedRegex("^(.*?)(?:/api)?/games/([A-Za-z0-9_-]+)(?:/seats/([a-z0-9-]+))?/?$")]
    private static partial Regex GamePath();
}
