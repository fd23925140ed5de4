using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Yanyun.Engine;

namespace House;

/// <summary>Same record, same world: the Engine counts in whole numbers and holds nothing outside the values it is given.</summary>
public partial class EnginePurityLaw
{
    private static readonly Assembly Engine = typeof(Day).Assembly;

    private static readonly OpCode[] Floating = [OpCodes.Ldc_R4, OpCodes.Ldc_R8, OpCodes.Conv_R4, OpCodes.Conv_R8, OpCodes.Conv_R_Un];

    /// <summary>Namespaces and types whose answers depend on the machine, the moment or the build.</summary>
    private static readonly string[] Forbidden =
    [
        "System.Decimal", "System.Half", "System.Math", "System.MathF", "System.Random", "System.DateTime", "System.DateTimeOffset",
        "System.DateOnly", "System.TimeProvider", "System.Guid", "System.HashCode", "System.Environment", "System.Console",
        "System.Linq.", "System.IO.", "System.Net.", "System.Threading.", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.Collections.Concurrent.", "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.PriorityQueue`2",
    ];

    [Fact]
    public void No_field_parameter_result_or_local_is_a_floating_point_number()
    {
        using var engine = new Metadata(Engine);
        var found = engine.Signatures().Where(s => FloatingType().IsMatch(s.Type)).Select(s => $"{s.Where}: {s.Type}");
        Assert.Empty(found);
    }

    [Fact]
    public void No_instruction_makes_a_floating_point_number()
    {
        using var engine = new Metadata(Engine);
        var instructions = engine.Instructions().ToList();
        Assert.NotEmpty(instructions);
        Assert.Empty(instructions.Where(i => Floating.Contains(i.Code)).Select(i => $"{i.Where}: {i.Code}"));
    }

    [Fact]
    public void Nothing_of_the_machine_the_moment_or_unordered_collections_is_referred_to()
    {
        using var engine = new Metadata(Engine);
        var found = engine.TypesReferredTo().Where(type => Forbidden.Any(f => f.EndsWith('.') ? type.StartsWith(f) : type == f));
        Assert.Empty(found);
    }

    [Fact]
    public void Arithmetic_is_checked() =>
        Assert.Contains("<CheckForOverflowUnderflow>true<", Repository.Text("src/Yanyun.Engine/Yanyun.Engine.csproj"));

    [Fact]
    public void No_static_field_can_change()
    {
        var fields = Engine.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute)));
        Assert.Empty(fields.Where(field => !field.IsInitOnly || (field.FieldType.IsArray && !field.IsPrivate))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));
    }

    [Fact]
    public void No_source_calls_GetHashCode_or_uses_LINQ()
    {
        var sources = Repository.Files.Where(path => path.StartsWith("src/Yanyun.Engine/") && path.EndsWith(".cs")).ToList();
        Assert.NotEmpty(sources);
        foreach (var path in sources)
        {
            var text = Repository.Text(path);
            Assert.DoesNotMatch(HashCall(), text);
            Assert.DoesNotContain("using System.Linq", text);
        }
    }

    [GeneratedRegex(@"\bSystem\.(Single|Double|Half|Decimal|IntPtr|UIntPtr)\b")]
    private static partial Regex FloatingType();

    [GeneratedRegex(@"\.GetHashCode\(")]
    private static partial Regex HashCall();
}
