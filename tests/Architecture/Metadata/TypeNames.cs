using System.Reflection.Metadata;

namespace Reconciliation.Architecture.Metadata;

/// <summary>Full names of types as reflection writes them: <c>Namespace.Outer+Inner`1</c>.</summary>
internal static class TypeNames
{
    public static string Of(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Of(reader, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : Joined(reader.GetString(type.Namespace), name);
    }

    public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{Of(reader, outer)}+{name}"
            : Joined(reader.GetString(type.Namespace), name);
    }

    private static string Joined(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
