using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Telling;
using Yanyun.Engine;
using Yanyun.Server.Http;

namespace Yanyun.Server.Views;

/// <summary>Answers why for one seat, from its view alone.</summary>
public static class KnownWhy
{
    /// <summary>The chain of what a slug names; null, with the slugs that it could be asked of, when the seat knows of none.</summary>
    public static (KnownChainShape? Chain, IReadOnlyList<string> Known) Of(in View view, Bookmark bookmark, Engine.Calendar calendar, string about)
    {
        var (slugs, teller) = (bookmark.Slugs, new SeatTeller(bookmark, calendar));
        var known = new List<string>();
        for (short f = 1; f < view.ForceRows; f++)
        {
            if (!view.Knows(new ForceId(f))) continue;
            var slug = slugs.Of(new ForceId(f));
            if (slug == about) return (Shape(view, about, teller.Of(view, new ForceId(f))), known);
            known.Add(slug);
        }
        for (byte s = 1; s < view.Scenario.Seats.Length; s++)
        {
            var seat = new SeatId(s);
            if (seat != view.Seat && !view.Superior(seat)) continue;
            var slug = slugs.Of(seat);
            if (slug == about) return (Shape(view, about, teller.Of(view, seat)), known);
            known.Add(slug);
        }
        for (short p = 1; p < view.Places.Length; p++)
        {
            if (!view.Places[p].Holder.Exists) continue;
            var slug = slugs.Of(new PlaceId(p));
            if (slug == about) return (Shape(view, about, teller.Of(view, new PlaceId(p))), known);
            known.Add(slug);
        }
        return (null, known);
    }

    private static KnownChainShape Shape(in View view, string about, IReadOnlyList<KnownLink> chain)
    {
        var (first, today) = (view.Scenario.FirstDay, view.Today);
        return new KnownChainShape(about, [.. chain.Select(link => new KnownLinkShape(OrderWords.Dashed(link.Kind.ToString()), (first + link.Day).ToString(), today - link.Day,
            link.Text.English, link.Text.Chinese, Scene.Of(link.English), Scene.Of(link.Chinese), link.Code == Code.Accepted ? null : OrderWords.Dashed(link.Code.ToString()), link.Decided))]);
    }
}
