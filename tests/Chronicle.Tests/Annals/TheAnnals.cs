using Chronicle.Tests.Bookmarks;
using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Reading;

namespace Chronicle.Tests.Annals;

/// <summary>Script and checks of 1140-henan, read once.</summary>
internal static class TheAnnals
{
    public static readonly AnnalsBook Instance = Load();

    private static AnnalsBook Load()
    {
        var problems = new Problems();
        var book = AnnalsBook.Load(TheBookmark.Scenarios, TheBookmark.Instance, problems);
        Assert.True(problems.Clean, string.Join("\n", problems.All));
        return book!;
    }
}
