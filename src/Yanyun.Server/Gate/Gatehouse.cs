using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Yanyun.Server.Http;
using Yanyun.Server.Store;

namespace Yanyun.Server.Gate;

/// <summary>Accounts, the passes that open them, and invitations: papers in the store's drawers.</summary>
public sealed class Gatehouse(IGameStore store, TimeProvider time)
{
    public const int ShortestPassword = 8, LongestPassword = 200, ShortestName = 2, LongestName = 24;

    private const string Accounts = "account", Names = "name", Passes = "pass", Invitations = "invitation", Watchers = "watcher";

    /// <summary>Visitors whose papers are read at most. Balance: some megabytes.</summary>
    private const int MostKnown = 16 * 1024;

    private readonly PasswordHasher<Account> _hasher = new();

    /// <summary>What papers were read to mean, by the hash of the token; it counts only while they say the same as then.</summary>
    private readonly ConcurrentDictionary<string, ((string Text, Pass Means) Pass, (string Text, Account Means) Account)> _read = new(StringComparer.Ordinal);

    /// <summary>A guest, at once.</summary>
    public async Task<(Account Account, string Token)> Guest()
    {
        var id = Tokens.Id();
        var account = new Account(id, $"guest-{id[..5]}", null, null, Now);
        await store.File(Accounts, id, "", Paper(account));
        return (account, await Admit(account, bot: false));
    }

    /// <summary>Gives a guest a name and a password. Answers the recovery code, which is told this once.</summary>
    public async Task<(string? Recovery, Refusal? Why)> Name(Account guest, string name, string password)
    {
        if (!guest.IsGuest) return (null, Refusal.Conflict(HallMessages.HasName, guest.Name));
        if (!IsName(name)) return (null, Refusal.Bad(HallMessages.BadName, null, Answers.Short(name), ShortestName, LongestName));
        if (password.Length is < ShortestPassword or > LongestPassword)
            return (null, Refusal.Bad(HallMessages.WeakPassword, null, ShortestPassword, LongestPassword));
        if (!await store.File(Names, Key(name), guest.Id, guest.Id)) return (null, Refusal.Conflict(HallMessages.NameTaken, name));
        var code = Tokens.Code();
        var named = guest with { Name = name, Password = _hasher.HashPassword(guest, password), Recovery = Tokens.Hash(code) };
        if (await store.Replace(Accounts, guest.Id, Paper(guest), Paper(named))) return (code, null);
        await store.Tear(Names, Key(name));
        return (null, Refusal.Conflict(HallMessages.Busy));
    }

    /// <summary>A pass for who knows the password, or the recovery code, which is used up and sets a new password.</summary>
    public async Task<(string? Token, string? Recovery, Refusal? Why)> SignIn(string name, string? password, string? recovery, string? newPassword)
    {
        var account = await store.Paper(Names, Key(name)) is { } id ? await Find(id) : null;
        if (password is not null)
        {
            // An unknown name takes as long as a wrong password.
            var hash = account?.Password ?? s_nobody;
            var fits = _hasher.VerifyHashedPassword(account!, hash, password) != PasswordVerificationResult.Failed;
            return account is not null && fits ? (await Admit(account, bot: false), null, null) : (null, null, Wrong);
        }
        if (account?.Recovery is null || !Tokens.Same(account.Recovery, Tokens.Hash((recovery ?? "").ToUpperInvariant()))) return (null, null, Wrong);
        if (newPassword is null || newPassword.Length is < ShortestPassword or > LongestPassword)
            return (null, null, Refusal.Bad(HallMessages.WeakPassword, null, ShortestPassword, LongestPassword));
        var code = Tokens.Code();
        var renewed = account with { Password = _hasher.HashPassword(account, newPassword), Recovery = Tokens.Hash(code) };
        if (!await store.Replace(Accounts, account.Id, Paper(account), Paper(renewed))) return (null, null, Refusal.Conflict(HallMessages.Busy));
        // Who had the old password is out.
        foreach (var (key, _) in await store.Papers(Passes, account.Id)) await store.Tear(Passes, key);
        return (await Admit(renewed, bot: false), code, null);
    }

    private static readonly string s_nobody = new PasswordHasher<Account>().HashPassword(null!, Tokens.New());

    private static Refusal Wrong => new(401, HallMessages.WrongPassword, []);

    /// <summary>A new pass; the answer is the only time its token is told.</summary>
    public async Task<string> Admit(Account account, bool bot, string? game = null, string? seat = null, string? label = null)
    {
        var token = Tokens.New();
        await store.File(Passes, Tokens.Hash(token), account.Id, Paper(new Pass(account.Id, bot, game, seat, label, Now)));
        return token;
    }

    /// <summary>Who a token belongs to; null for nobody.</summary>
    public async Task<Visitor?> Know(string token, bool bot)
    {
        if (token.Length is 0 or > 100) return null;
        var hash = Tokens.Hash(token);
        if (await store.Paper(Passes, hash) is not { } passText) return null;
        var known = _read.TryGetValue(hash, out var before);
        var pass = known && before.Pass.Text == passText ? before.Pass.Means : Read<Pass>(passText);
        if (pass is null || pass.Bot != bot || await store.Paper(Accounts, pass.Account) is not { } accountText) return null;
        var account = known && before.Account.Text == accountText ? before.Account.Means : Read<Account>(accountText);
        if (account is null) return null;
        if (!known || before.Pass.Means != pass || before.Account.Means != account)
        {
            if (_read.Count >= MostKnown) _read.Clear();
            _read[hash] = ((passText, pass), (accountText, account));
        }
        return new Visitor(account, pass, token);
    }

    /// <summary>Passes of an account: their handles and what they open.</summary>
    public async Task<IReadOnlyList<(string Handle, Pass Pass)>> PassesOf(string account) =>
        [.. (await store.Papers(Passes, account)).Select(paper => (paper.Key[..16], Read<Pass>(paper.Text)!))];

    /// <summary>Revokes a pass of an account by its handle, or the one of a token.</summary>
    public async Task<bool> Revoke(string account, string handle)
    {
        var papers = await store.Papers(Passes, account);
        var key = papers.Select(paper => paper.Key).FirstOrDefault(key => key[..16] == handle);
        return key is not null && await store.Tear(Passes, key);
    }

    public Task<bool> SignOut(Visitor visitor) => store.Tear(Passes, Tokens.Hash(visitor.Token));

    /// <summary>An invitation to a seat; the answer is the only time its token is told.</summary>
    public async Task<(string Token, Invitation Invitation)> Invite(string game, string seat, bool plays, string by)
    {
        var (token, invitation) = (Tokens.New(), new Invitation(game, seat, plays, by, Tokens.Id(), Now));
        await store.File(Invitations, Tokens.Hash(token), game, Paper(invitation));
        return (token, invitation);
    }

    public async Task<Invitation?> InvitationOf(string token) =>
        token.Length is > 0 and <= 100 && await store.Paper(Invitations, Tokens.Hash(token)) is { } text ? Read<Invitation>(text) : null;

    public async Task<IReadOnlyList<Invitation>> InvitationsTo(string game) => [.. (await store.Papers(Invitations, game)).Select(paper => Read<Invitation>(paper.Text)!)];

    /// <summary>Revokes an invitation by its handle.</summary>
    public async Task<bool> Withdraw(string game, string handle)
    {
        foreach (var (key, text) in await store.Papers(Invitations, game))
            if (Read<Invitation>(text)!.Handle == handle) return await store.Tear(Invitations, key);
        return false;
    }

    /// <summary>An invitation to hold a seat serves once.</summary>
    public Task<bool> Use(string token) => store.Tear(Invitations, Tokens.Hash(token));

    /// <summary>Lets an account see what a seat sees; no seat: that the game is there.</summary>
    public Task LetWatch(string game, string seat, string account) => store.File(Watchers, $"{game}/{seat}/{account}", account, "");

    public async Task<bool> MayWatch(string game, string seat, string account) => await store.Paper(Watchers, $"{game}/{seat}/{account}") is not null;

    private async Task<Account?> Find(string id) => await store.Paper(Accounts, id) is { } text ? Read<Account>(text) : null;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Case does not count.</summary>
    private static string Key(string name) => name.ToUpperInvariant();

    private static bool IsName(string name) => name.Length is >= ShortestName and <= LongestName
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or (>= '\u4e00' and <= '\u9fff')) && !name.StartsWith("guest-", StringComparison.OrdinalIgnoreCase);

    private static string Paper<T>(T value) => JsonSerializer.Serialize(value);

    private static T? Read<T>(string text) => JsonSerializer.Deserialize<T>(text);
}
