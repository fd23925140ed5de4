using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>The connection to the database breaks while an order is kept: nobody knows whether it was, and that is what is said; who asks again learns it.</summary>
public sealed class UnsureSpec
{
    private const string Song = "song-court";

    [Fact]
    public async Task Where_the_database_broke_off_amid_an_order_it_is_said_that_nobody_knows_and_asked_again_it_is_kept_once()
    {
        await using var database = await TestDatabase.Make();
        await using var wire = new Wire(database.Address.Port, "UPDATE game SET version");
        await using var house = await TestHouse.Node(await PostgresStore.Open(new UriBuilder(database.Address) { Port = wire.Port }.Uri));
        await using var truth = await database.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [Song] = "person" });
        async Task<int> Kept() => (await truth.Read(game, 0)).Count(entry => entry.Kind == EntryKind.Given);
        async Task<JsonNode> Ask(int number, HttpStatusCode expected, string to = "song-huaidong-command", string lang = "en")
        {
            using var answer = await me.Http.PostAsync($"/api/games/{game}/seats/{Song}/orders?lang={lang}", JsonContent.Create(new { verb = "inform", args = new { to }, number }));
            Assert.Equal(expected, answer.StatusCode);
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        }

        Assert.Equal(1, (int)(await Ask(1, HttpStatusCode.Created))["number"]!);
        Assert.Equal(1, (int)(await Ask(1, HttpStatusCode.Created))["number"]!);
        Assert.Equal("HAL028", (string)(await Ask(1, HttpStatusCode.Conflict, "song-huaixi-command"))["code"]!);
        Assert.Equal("HAL028", (string)(await Ask(3, HttpStatusCode.Conflict))["code"]!);
        Assert.Equal(1, await Kept());

        wire.Loses = Wire.Part.Answer;
        var unknown = await Ask(2, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("HAL011", (string)unknown["code"]!);
        Assert.Contains("not known", (string)unknown["detail"]!);
        wire.Loses = Wire.Part.Nothing;
        await Patience.Until(async () => await Kept() == 2, "the database did not do what it was told");
        Assert.Equal(2, (int)(await Ask(2, HttpStatusCode.Created))["number"]!);
        Assert.Equal(2, await Kept());

        wire.Loses = Wire.Part.Question;
        unknown = await Ask(3, HttpStatusCode.ServiceUnavailable, lang: "zh");
        Assert.Equal("HAL011", (string)unknown["code"]!);
        Assert.Contains("尚不可知", (string)unknown["detail"]!);
        wire.Loses = Wire.Part.Nothing;
        Assert.Equal(2, await Kept());
        Assert.Equal(3, (int)(await Ask(3, HttpStatusCode.Created))["number"]!);
        Assert.Equal(3, await Kept());

        await house.Turn(game);
        Assert.Contains("the next of this seat is 4", (string)(await Ask(3, HttpStatusCode.Conflict))["detail"]!);
    }

    /// <summary>A wire to a server on this machine that is cut when certain words go over it.</summary>
    private sealed class Wire : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<Socket> _ends = [];
        private readonly int _server;
        private readonly byte[] _at;

        public Wire(int server, string at)
        {
            (_server, _at) = (server, System.Text.Encoding.ASCII.GetBytes(at));
            _listener.Start();
            _ = Accept();
        }

        /// <summary>What of a question with those words, and of its answer, is lost.</summary>
        public enum Part { Nothing, Question, Answer }

        public Part Loses { get; set; }
        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        private async Task Accept()
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptSocketAsync();
                    var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    await server.ConnectAsync(IPAddress.Loopback, _server);
                    lock (_ends) _ends.AddRange([client, server]);
                    _ = Carry(client, server);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Taken down.
            }
        }

        private async Task Carry(Socket client, Socket server)
        {
            var mute = false;
            var back = Pump(server, client, _ => !mute);
            await Pump(client, server, words =>
            {
                if (Loses == Part.Nothing || words.IndexOf(_at) < 0) return true;
                mute = true;
                return Loses == Part.Answer;
            });
            server.Shutdown(SocketShutdown.Send);
            await back;

            // What is lost ends the talk for the client; the server is heard out, so that it does what it was told.
            async Task Pump(Socket from, Socket to, Judge passes)
            {
                var room = new byte[64 * 1024];
                try
                {
                    int got;
                    while ((got = await from.ReceiveAsync(room, SocketFlags.None)) > 0)
                        if (passes(room.AsSpan(0, got))) await to.SendAsync(room.AsMemory(0, got), SocketFlags.None);
                        else client.Close();
                    if (to == client) client.Close();
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException)
                {
                    // The other end is gone.
                }
            }
        }

        private delegate bool Judge(ReadOnlySpan<byte> words);

        public ValueTask DisposeAsync()
        {
            _listener.Stop();
            lock (_ends) _ends.ForEach(end => end.Dispose());
            return ValueTask.CompletedTask;
        }
    }
}
