using Yanyun.Server.Gate;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>What was read of a pass is kept at hand; what became of it meanwhile, here or at another node, counts all the same.</summary>
public sealed class PassSpec
{
    [Fact]
    public async Task Who_named_himself_is_known_by_the_name_and_who_signed_out_is_nobody_wherever_he_did_it()
    {
        var file = Path.Combine(Path.GetTempPath(), $"yanyun-pass-{Guid.NewGuid():N}.sqlite");
        try
        {
            await using var store = SqliteStore.Open(file);
            var (here, there) = (new Gatehouse(store, TimeProvider.System), new Gatehouse(store, TimeProvider.System));
            var (account, token) = await here.Guest();
            foreach (var gate in (Gatehouse[])[here, there, here])
            {
                Assert.Equal(account.Name, (await gate.Know(token, bot: false))!.Account.Name);
                Assert.Null(await gate.Know(token, bot: true));
            }
            Assert.Null((await there.Name(account, "li-gang", "a long password")).Why);
            foreach (var gate in (Gatehouse[])[here, there]) Assert.Equal("li-gang", (await gate.Know(token, bot: false))!.Account.Name);
            var (second, _, _) = await here.SignIn("li-gang", "a long password", null, null);
            Assert.True(await there.SignOut((await there.Know(token, bot: false))!));
            foreach (var gate in (Gatehouse[])[here, there])
            {
                Assert.Null(await gate.Know(token, bot: false));
                Assert.Equal("li-gang", (await gate.Know(second!, bot: false))!.Account.Name);
            }
        }
        finally
        {
            foreach (var left in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*")) File.Delete(left);
        }
    }
}
