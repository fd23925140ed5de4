using Microsoft.AspNetCore.Http;
using Yanyun.Server.Http;

namespace Server.Tests;

/// <summary>The body of a request, however its bytes come.</summary>
public sealed class BodySpec
{
    private const int Most = 4096;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(Most - 1)]
    [InlineData(Most)]
    public async Task A_body_is_read_whole_with_its_length_told_or_not_and_in_whatever_pieces(int length)
    {
        foreach (var told in (bool[])[true, false])
            foreach (var piece in (int[])[1, 100, 8192])
            {
                var sent = Enumerable.Range(0, length).Select(i => (byte)(i * 31)).ToArray();
                var (bytes, why) = await Answers.Bytes(Request(sent, piece, told ? length : null), "application/json", Most);
                Assert.Null(why);
                Assert.Equal(sent, bytes);
            }
    }

    [Theory]
    [InlineData(Most + 1, null)]
    [InlineData(Most + 1, (long)(Most + 1))]
    [InlineData(Most * 40, null)]
    [InlineData(Most * 40, 10L)]
    public async Task One_byte_more_than_is_allowed_is_too_much(int length, long? told)
    {
        var (bytes, why) = await Answers.Bytes(Request(new byte[length], 1000, told), "application/json", Most);
        Assert.Null(bytes);
        Assert.Equal(413, why!.Status);
    }

    private static HttpRequest Request(byte[] body, int piece, long? told)
    {
        var request = new DefaultHttpContext().Request;
        (request.Body, request.ContentType, request.ContentLength) = (new Pieces(body, piece), "application/json", told);
        return request;
    }

    /// <summary>A stream that never gives more than a piece at once.</summary>
    private sealed class Pieces(byte[] all, int most) : MemoryStream(all)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }
}
