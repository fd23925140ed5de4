using System.Reflection;

namespace House;

/// <summary>No one sees more than their seat: minds are handed Views, and cannot so much as name the World.</summary>
public class SeatsLaw
{
    [Fact]
    public void The_Deciders_never_refer_to_the_World()
    {
        using var deciders = new Metadata(Assembly.Load("Yanyun.Deciders"));
        Assert.DoesNotContain("Yanyun.Engine.World", deciders.TypesReferredTo());
    }
}
