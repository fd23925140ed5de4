using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace House;

/// <summary>An assembly as compiled: what its signatures name, what its code loads and converts, what it refers to.</summary>
internal sealed class Metadata : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    public Metadata(System.Reflection.Assembly assembly)
    {
        _file = new PEReader(File.OpenRead(assembly.Location));
        _reader = _file.GetMetadataReader();
    }

    /// <summary>Full names of all types of other assemblies that this one refers to.</summary>
    public IEnumerable<string> TypesReferredTo() =>
        _reader.TypeReferences.Select(handle => _reader.GetTypeReference(handle)).Select(t => Join(_reader.GetString(t.Namespace), _reader.GetString(t.Name)));

    /// <summary>Each field, parameter, result and local variable with the types its signature names.</summary>
    public IEnumerable<(string Where, string Type)> Signatures()
    {
        var names = new TypeNames(_reader);
        foreach (var type in _reader.TypeDefinitions.Select(handle => _reader.GetTypeDefinition(handle)))
        {
            var owner = _reader.GetString(type.Name);
            foreach (var field in type.GetFields().Select(handle => _reader.GetFieldDefinition(handle)))
                yield return ($"{owner}.{_reader.GetString(field.Name)}", field.DecodeSignature(names, null));
            foreach (var method in type.GetMethods().Select(handle => _reader.GetMethodDefinition(handle)))
            {
                var where = $"{owner}.{_reader.GetString(method.Name)}";
                var signature = method.DecodeSignature(names, null);
                yield return (where, signature.ReturnType);
                foreach (var parameter in signature.ParameterTypes) yield return (where, parameter);
                foreach (var local in Locals(method, names)) yield return (where + " (local)", local);
            }
        }
    }

    /// <summary>Each method with the instructions of its body.</summary>
    public IEnumerable<(string Where, OpCode Code)> Instructions()
    {
        foreach (var type in _reader.TypeDefinitions.Select(handle => _reader.GetTypeDefinition(handle)))
        {
            foreach (var method in type.GetMethods().Select(handle => _reader.GetMethodDefinition(handle)))
            {
                if (method.RelativeVirtualAddress == 0) continue;
                var where = $"{_reader.GetString(type.Name)}.{_reader.GetString(method.Name)}";
                foreach (var code in Decode(_file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!)) yield return (where, code);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private ImmutableArray<string> Locals(MethodDefinition method, TypeNames names)
    {
        if (method.RelativeVirtualAddress == 0) return [];
        var signature = _file.GetMethodBody(method.RelativeVirtualAddress).LocalSignature;
        return signature.IsNil ? [] : _reader.GetStandaloneSignature(signature).DecodeLocalSignature(names, null);
    }

    private static IEnumerable<OpCode> Decode(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            var code = body[at] == 0xFE ? TwoBytes[body[at + 1]] : OneByte[body[at]];
            at += code.Size;
            yield return code;
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(body, at),
                _ => 4,
            };
        }
    }

    private static readonly Dictionary<byte, OpCode> OneByte = Codes(size: 1), TwoBytes = Codes(size: 2);

    private static Dictionary<byte, OpCode> Codes(int size) => typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .Where(code => code.Size == size)
        .ToDictionary(code => (byte)code.Value);

    private static string Join(string space, string name) => space.Length == 0 ? name : space + "." + name;

    /// <summary>Writes a signature as the names of the types in it.</summary>
    private sealed class TypeNames(MetadataReader reader) : ISignatureTypeProvider<string, object?>
    {
        public string GetPrimitiveType(PrimitiveTypeCode code) => "System." + code;
        public string GetTypeFromReference(MetadataReader r, TypeReferenceHandle handle, byte kind)
        {
            var type = reader.GetTypeReference(handle);
            return Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
        }
        public string GetTypeFromDefinition(MetadataReader r, TypeDefinitionHandle handle, byte kind)
        {
            var type = reader.GetTypeDefinition(handle);
            return Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
        }
        public string GetTypeFromSpecification(MetadataReader r, object? context, TypeSpecificationHandle handle, byte kind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, context);
        public string GetSZArrayType(string element) => element + "[]";
        public string GetArrayType(string element, ArrayShape shape) => element + "[,]";
        public string GetByReferenceType(string element) => element + "&";
        public string GetPointerType(string element) => element + "*";
        public string GetPinnedType(string element) => element;
        public string GetModifiedType(string modifier, string unmodified, bool required) => unmodified;
        public string GetGenericInstantiation(string type, ImmutableArray<string> arguments) => $"{type}<{string.Join(", ", arguments)}>";
        public string GetGenericMethodParameter(object? context, int index) => "T" + index;
        public string GetGenericTypeParameter(object? context, int index) => "T" + index;
        public string GetFunctionPointerType(MethodSignature<string> signature) => $"delegate*<{string.Join(", ", signature.ParameterTypes)}, {signature.ReturnType}>";
    }
}
