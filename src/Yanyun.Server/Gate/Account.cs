namespace Yanyun.Server.Gate;

/// <summary>Somebody who comes to the hall.</summary>
/// <param name="Id">Told to nobody but himself.</param>
/// <param name="Name">What others call him; of a guest, one the house made up.</param>
/// <param name="Password">Hash of the framework's hasher; null for a guest.</param>
/// <param name="Recovery">Hash of the code that opens the account without the password; null for a guest.</param>
public sealed record Account(string Id, string Name, string? Password, string? Recovery, long MadeAt)
{
    public bool IsGuest => Password is null;
}

/// <summary>What a token opens. The token itself is kept nowhere, only its hash.</summary>
/// <param name="Account">Whose it is.</param>
/// <param name="Bot">True for a bearer token, false for a cookie.</param>
/// <param name="Game">With <paramref name="Seat"/>, the only seat it speaks for; null: all that its account may.</param>
public sealed record Pass(string Account, bool Bot, string? Game, string? Seat, string? Label, long MadeAt);

/// <summary>Who makes a request.</summary>
/// <param name="Token">As it came; its hash names the pass.</param>
public sealed record Visitor(Account Account, Pass Pass, string Token)
{
    public string Id => Account.Id;

    /// <summary>What a page of this house puts beside the cookie, and no other site can know.</summary>
    public string FormToken => Tokens.Hash("form:" + Token)[..32];
}

/// <summary>An invitation to a seat.</summary>
/// <param name="Plays">True to hold the seat, false to see what it sees.</param>
/// <param name="Handle">Names it to its maker, who can revoke it; opens nothing.</param>
public sealed record Invitation(string Game, string Seat, bool Plays, string By, string Handle, long MadeAt);
