using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Reconciliation.Pipeline.Serialization;

/// <summary>What the stored form asks of each record beyond its members.</summary>
internal static class StoredShape
{
    public static void Apply(JsonTypeInfo info)
    {
        NameKinds(info);
        if (info.Kind != JsonTypeInfoKind.Object)
            return;
        var parameters = Parameters(info.Type);
        foreach (var property in info.Properties)
        {
            if (parameters.TryGetValue(property.Name, out var parameter))
                property.IsRequired |= !parameter.HasDefaultValue && !IsNullable(parameter);
            else if (!property.IsRequired)
                OmitEmptyLists(property);
        }
    }

    private static void NameKinds(JsonTypeInfo info)
    {
        if (!StoredKinds.Families.TryGetValue(info.Type, out var kinds))
            return;
        info.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = StoredKinds.Property,
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var kind in kinds)
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind.Type, kind.Name));
    }

    private static Dictionary<string, ParameterInfo> Parameters(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.Name is not null)
            .ToDictionary(parameter => parameter.Name!, StringComparer.OrdinalIgnoreCase);

    private static bool IsNullable(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;

    // A list that a record starts without is not written while it is empty; reading leaves it as it starts.
    private static void OmitEmptyLists(JsonPropertyInfo property)
    {
        var type = property.PropertyType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            property.ShouldSerialize = static (_, value) => value is System.Collections.ICollection { Count: > 0 };
    }
}
