using System.Collections.Immutable;
using System.Reflection;
using Reconciliation.Domain;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Pipeline.Tests.Serialization;

/// <summary>Makes up a value of any stored type: every member filled, or left out where it may be.</summary>
internal sealed class Invented(Random random)
{
    private static readonly string[] Texts = ["", " ", "plain", "accents é œ Ñ", "quote \" slash / \\ tab \t", "<a&b>", "line\nline", "雪 😀", "|\\|", "0012"];
    private static readonly string[] Currencies = ["EUR", "JPY", "BHD", "CLF", "USD"];

    public object Of(Type type) => Scalar(type) ?? Composite(type);

    private object? Scalar(Type type) => type switch
    {
        _ when type == typeof(string) => Pick(Texts),
        _ when type == typeof(bool) => random.Next(2) == 1,
        _ when type == typeof(int) => random.Next(-5, 1000),
        _ when type == typeof(decimal) => new decimal(random.Next(), 0, 0, random.Next(2) == 1, (byte)random.Next(6)),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(random.Next(1, DateOnly.MaxValue.DayNumber)),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-600, 600))),
        _ when type == typeof(Currency) => random.Next(6) == 0 ? default : Currency.Of(Pick(Currencies)),
        _ when type == typeof(Money) => new Money(random.Next(4) == 0 ? long.MinValue + random.Next(2) : random.NextInt64(-100000, 100000), (Currency)Of(typeof(Currency))),
        _ when type == typeof(Iban) => Iban.TryFromRib("30999", "00042", $"{random.Next():00000000000}", out var iban) ? iban : default,
        _ when type == typeof(AccountId) => new AccountId(Pick(Texts), Pick(Texts), Currency.Of(Pick(Currencies))),
        _ when type == typeof(BankAccountId) => random.Next(4) == 0 ? default : BankAccountId.FromText($"AB {random.Next()}"),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
        _ => null,
    };

    private object Composite(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return List(type.GenericTypeArguments[0]);
        if (StoredKinds.Families.TryGetValue(type, out var kinds))
            return Of(kinds[random.Next(kinds.Length)].Type);
        return Record(type);
    }

    private object Record(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        var parameters = constructor?.GetParameters() ?? [];
        var made = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. parameters.Select(p => Maybe(p.ParameterType, nullability.Create(p)))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && parameters.All(parameter => parameter.Name != p.Name)))
            property.SetValue(made, Maybe(property.PropertyType, nullability.Create(property)));
        return made;
    }

    private object? Maybe(Type type, NullabilityInfo nullability) =>
        nullability.WriteState == NullabilityState.Nullable && random.Next(3) == 0 ? null : Of(type);

    private object List(Type type)
    {
        var items = Array.CreateInstance(type, random.Next(3));
        for (var i = 0; i < items.Length; i++)
            items.SetValue(Of(type), i);
        return typeof(ImmutableArray).GetMethods().Single(IsCreate).MakeGenericMethod(type).Invoke(null, [items])!;

        static bool IsCreate(MethodInfo method) =>
            method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }];
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
