using Chronicle.Tests.Bookmarks;
using Yanyun.Chronicle.Annals;

namespace Chronicle.Tests.Annals;

/// <summary>Script and checks of 1140-henan, read once.</summary>
internal static class TheAnnals
{
    public static readonly AnnalsBook Instance = TheBookmark.Instance.Annals!;
}
