using Yanyun.Engine;

namespace House;

/// <summary>A purpose is part of a die's address: two purposes with one number would throw the same dice.</summary>
public class DiceLaw
{
    [Fact]
    public void No_two_purposes_share_a_number()
    {
        var shared = Enum.GetNames<Purpose>().GroupBy(Enum.Parse<Purpose>).Where(names => names.Count() > 1);
        Assert.Empty(shared.Select(names => string.Join(", ", names)));
    }
}
