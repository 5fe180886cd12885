using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Reconciliation.Architecture.Metadata;

/// <summary>
/// Everything that the code of an assembly names, as the compiler wrote it: base types, fields, signatures, locals and
/// instructions, of private and compiler-made members too. What analysis of the source may miss is seen here.
/// </summary>
internal sealed class AssemblyUses
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    private AssemblyUses(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
    }

    /// <summary>The uses of an assembly, each once.</summary>
    public static ImmutableArray<Use> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var uses = new AssemblyUses(file);
        return [.. uses._reader.TypeDefinitions.SelectMany(uses.OfType).Distinct()];
    }

    private IEnumerable<Use> OfType(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        var where = TypeNames.Of(_reader, handle);
        var parents = type.GetInterfaceImplementations().Select(each => _reader.GetInterfaceImplementation(each).Interface)
            .Append(type.BaseType).Where(parent => !parent.IsNil).SelectMany(parent => Types(parent));
        var fields = type.GetFields().SelectMany(field => _reader.GetFieldDefinition(field).DecodeSignature(SignatureTypes.Instance, null));
        return parents.Concat(fields).Select(used => new Use(where, used, null))
            .Concat(type.GetMethods().SelectMany(method => OfMethod(where, _reader.GetMethodDefinition(method))));
    }

    private IEnumerable<Use> OfMethod(string where, MethodDefinition method)
    {
        foreach (var type in Types(method.DecodeSignature(SignatureTypes.Instance, null)))
            yield return new Use(where, type, null);
        if (method.RelativeVirtualAddress == 0)
            yield break;
        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            var locals = _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(SignatureTypes.Instance, null);
            foreach (var type in locals.SelectMany(local => local))
                yield return new Use(where, type, null);
        }

        foreach (var (code, named) in Instructions.Of(body))
        {
            if (FloatingPoint(code.Name!) is { } real)
                yield return new Use(where, real, null);
            foreach (var use in Named(where, named))
                yield return use;
        }
    }

    private IEnumerable<Use> Named(string where, EntityHandle named) => named.Kind switch
    {
        HandleKind.MemberReference => OfMember(where, _reader.GetMemberReference((MemberReferenceHandle)named)),
        HandleKind.MethodSpecification => OfGenericMethod(where, _reader.GetMethodSpecification((MethodSpecificationHandle)named)),
        HandleKind.MethodDefinition => [OfOwn(where, _reader.GetMethodDefinition((MethodDefinitionHandle)named).GetDeclaringType())],
        HandleKind.FieldDefinition => [OfOwn(where, _reader.GetFieldDefinition((FieldDefinitionHandle)named).GetDeclaringType())],
        HandleKind.TypeReference or HandleKind.TypeDefinition or HandleKind.TypeSpecification when !named.IsNil =>
            Types(named).Select(type => new Use(where, type, null)),
        _ => [],
    };

    private Use OfOwn(string where, TypeDefinitionHandle type) => new(where, TypeNames.Of(_reader, type), null);

    private IEnumerable<Use> OfMember(string where, MemberReference member)
    {
        var parent = Types(member.Parent);
        var name = _reader.GetString(member.Name);
        if (member.GetKind() == MemberReferenceKind.Field)
            return parent.Take(1).Select(type => new Use(where, type, name))
                .Concat(member.DecodeFieldSignature(SignatureTypes.Instance, null).Select(type => new Use(where, type, null)));
        var signature = member.DecodeMethodSignature(SignatureTypes.Instance, null);
        return parent.Take(1).Select(type => new Use(where, type, DocumentationName(name, signature)))
            .Concat(parent.Skip(1).Concat(Types(signature)).Select(type => new Use(where, type, null)));
    }

    private IEnumerable<Use> OfGenericMethod(string where, MethodSpecification method) =>
        Named(where, method.Method).Concat(
            method.DecodeSignature(SignatureTypes.Instance, null).SelectMany(type => type).Select(type => new Use(where, type, null)));

    private ImmutableArray<string> Types(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => [TypeNames.Of(_reader, (TypeReferenceHandle)handle)],
        HandleKind.TypeDefinition => [TypeNames.Of(_reader, (TypeDefinitionHandle)handle)],
        HandleKind.TypeSpecification => _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(SignatureTypes.Instance, null),
        _ => [],
    };

    private static IEnumerable<string> Types(MethodSignature<ImmutableArray<string>> signature) =>
        signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(type => type));

    private static string DocumentationName(string name, MethodSignature<ImmutableArray<string>> signature)
    {
        if (name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal))
            return name[4..];
        var parameters = string.Join(',', signature.ParameterTypes.Select(type => string.Join('|', type)));
        return $"{name.Replace('.', '#')}{(parameters.Length == 0 ? "" : $"({parameters})")}";
    }

    private static string? FloatingPoint(string instruction) =>
        instruction.Contains(".r4", StringComparison.Ordinal) ? "System.Single"
        : instruction.Contains(".r8", StringComparison.Ordinal) || instruction.Contains(".r.un", StringComparison.Ordinal) ? "System.Double"
        : null;
}
