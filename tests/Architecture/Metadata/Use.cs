namespace Reconciliation.Architecture.Metadata;

/// <summary>Something that a piece of compiled code names: a type, or a member of a type.</summary>
/// <param name="Where">The type that names it, in full; compiler-made types are nested in the one that they were made for.</param>
/// <param name="Type">The type that is named, in full, as in documentation identifiers: <c>System.Func`1</c>.</param>
/// <param name="Member">
/// The member, as in documentation identifiers: <c>NewGuid</c>, <c>#ctor(System.String)</c>; a property's name for its
/// accessors; null where the type itself is named.
/// </param>
internal sealed record Use(string Where, string Type, string? Member)
{
    /// <summary>The namespace of <see cref="Type"/>.</summary>
    public string Namespace => NamespaceOf(Type);

    /// <summary>The namespace of a type's full name; nested types are those after a plus sign.</summary>
    public static string NamespaceOf(string type)
    {
        var outermost = type.Split('+')[0];
        var dot = outermost.LastIndexOf('.');
        return dot < 0 ? "" : outermost[..dot];
    }

    public override string ToString() => $"{Where} uses {Type}{(Member is null ? "" : "." + Member)}";
}
