using Yanyun.Engine;

namespace Engine.Tests;

public class ChanceSpec
{
    /// <summary>Known answers published with Random123 (kat_vectors, philox4x32 10).</summary>
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_the_published_vectors(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint a, uint b, uint c, uint d) =>
        Assert.Equal((a, b, c, d), Chance.Philox(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void A_die_depends_on_every_part_of_its_address_and_on_nothing_else()
    {
        var die = new Chance(1, 5).Bits(Purpose.Test, 77, 3);
        Assert.Equal(die, new Chance(1, 5).Bits(Purpose.Test, 77, 3));
        Assert.NotEqual(die, new Chance(2, 5).Bits(Purpose.Test, 77, 3));
        Assert.NotEqual(die, new Chance(1, 6).Bits(Purpose.Test, 77, 3));
        Assert.NotEqual(die, new Chance(1, 5).Bits(Purpose.Mind, 77, 3));
        Assert.NotEqual(die, new Chance(1, 5).Bits(Purpose.Test, 78, 3));
        Assert.NotEqual(die, new Chance(1, 5).Bits(Purpose.Test, 77, 4));
    }
}
