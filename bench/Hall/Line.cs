using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HallBench;

/// <summary>One kept-alive connection to the house, from an address of its own, as each visitor has: one question at a time.</summary>
internal sealed class Line : IDisposable
{
    private readonly Socket _socket;
    private byte[] _in = new byte[2048];
    private int _have;

    private Line(Socket socket) => _socket = socket;

    /// <summary>The address of a visitor: every one of 127.0.0.0/8 is this machine.</summary>
    public static IPAddress AddressOf(int visitor) => new([127, (byte)(1 + visitor / 62500), (byte)(1 + visitor / 250 % 250), (byte)(1 + visitor % 250)]);

    public static async Task<Line> Open(int visitor, IPEndPoint house)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(AddressOf(visitor), 0));
        await socket.ConnectAsync(house);
        return new Line(socket);
    }

    /// <summary>The bytes of a request. A page of the house makes it, with the cookie of its visitor.</summary>
    public static byte[] Request(string method, string path, IPEndPoint house, string? cookie = null, string? json = null, string? last = null)
    {
        var text = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: {house}\r\n");
        if (cookie is not null) text.Append($"Cookie: {cookie}\r\nOrigin: http://{house}\r\n");
        if (last is not null) text.Append($"Last-Event-ID: {last}\r\n");
        if (json is not null) text.Append($"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n");
        else if (method != "GET") text.Append("Content-Length: 0\r\n");
        return Encoding.UTF8.GetBytes(text.Append("\r\n").Append(json).ToString());
    }

    public ValueTask<int> Send(ReadOnlyMemory<byte> request) => _socket.SendAsync(request, SocketFlags.None);

    /// <summary>Whatever comes next: for a stream, whose answer has no end. Zero: the house closed it.</summary>
    public ValueTask<int> Receive(Memory<byte> into) => _socket.ReceiveAsync(into, SocketFlags.None);

    /// <summary>Asks and reads the whole answer.</summary>
    public async Task<Answer> Ask(ReadOnlyMemory<byte> request)
    {
        await Send(request);
        _have = 0;
        int end;
        while ((end = EndOf(_in.AsSpan(0, _have))) < 0)
        {
            if (_have == _in.Length) Array.Resize(ref _in, _in.Length * 2);
            var got = await Receive(_in.AsMemory(_have));
            if (got == 0) throw new IOException("the house closed the connection");
            _have += got;
        }
        return new Answer(_in.AsMemory(0, end));
    }

    /// <summary>Where an answer that begins here ends; -1: not come yet.</summary>
    private static int EndOf(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return -1;
        var body = head + 4;
        var headers = answer[..body];
        if (headers.IndexOf("chunked"u8) >= 0)
        {
            while (true)
            {
                var line = answer[body..].IndexOf("\r\n"u8);
                if (line < 0 || !Utf8Parser.TryParse(answer.Slice(body, line), out int chunk, out _, 'x')) return -1;
                body += line + 2 + chunk + 2;
                if (body > answer.Length) return -1;
                if (chunk == 0) return body;
            }
        }
        var length = headers.IndexOf("Content-Length: "u8);
        var bytes = 0;
        if (length >= 0) Utf8Parser.TryParse(headers[(length + 16)..], out bytes, out _);
        return body + bytes <= answer.Length ? body + bytes : -1;
    }

    public void Dispose() => _socket.Dispose();
}

/// <summary>An answer as it came; good until the next question on its line.</summary>
internal readonly struct Answer(ReadOnlyMemory<byte> bytes)
{
    public int Status => Utf8Parser.TryParse(bytes.Span[9..], out int status, out _) ? status : 0;

    /// <summary>The first pair of a cookie that is set.</summary>
    public string Cookie
    {
        get
        {
            var text = Encoding.ASCII.GetString(bytes.Span);
            var at = text.IndexOf("Set-Cookie: ", StringComparison.OrdinalIgnoreCase) + 12;
            return text[at..text.IndexOf(';', at)];
        }
    }

    /// <summary>The body as text, without the framing of chunks.</summary>
    public string Body
    {
        get
        {
            var all = bytes.Span;
            var head = all.IndexOf("\r\n\r\n"u8) + 4;
            if (all[..head].IndexOf("chunked"u8) < 0) return Encoding.UTF8.GetString(all[head..]);
            using var body = new MemoryStream();
            for (var at = head; ;)
            {
                var line = all[at..].IndexOf("\r\n"u8);
                Utf8Parser.TryParse(all.Slice(at, line), out int chunk, out _, 'x');
                if (chunk == 0) return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
                body.Write(all.Slice(at + line + 2, chunk));
                at += line + 2 + chunk + 2;
            }
        }
    }

    /// <summary>The body, or what was answered instead.</summary>
    public string Expect(int status) => Status == status ? Body : throw new IOException($"answered {Status} and not {status}: {Body}");
}
