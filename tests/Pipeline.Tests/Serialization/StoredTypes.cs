using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Matching;
using Reconciliation.Domain.Statements;
using Reconciliation.Pipeline.Messages;
using Reconciliation.Pipeline.Ports;
using Reconciliation.Pipeline.Serialization;

namespace Reconciliation.Pipeline.Tests.Serialization;

/// <summary>The types that are stored, found by following the members of those that adapters write.</summary>
internal static class StoredTypes
{
    /// <summary>What adapters write as a whole.</summary>
    public static IReadOnlyList<Type> Roots { get; } =
    [
        typeof(AccountEvent), typeof(PipelineMessage), typeof(Explanation), typeof(StatementEntry), typeof(Payment),
        typeof(EntryMatching), typeof(FileRecord), typeof(StatementRecord), typeof(AccountSummary), typeof(DebtorAccount),
    ];

    /// <summary>Every type below them, the kinds of families included.</summary>
    public static IReadOnlyList<Type> All { get; } = Reach();

    public static IEnumerable<Type> Enumerations => All.Where(type => type.IsEnum).OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>The concrete types of a family, whether registered or not.</summary>
    public static IEnumerable<Type> ConcreteKinds(Type family) =>
        family.Assembly.GetTypes().Where(type => type.IsSubclassOf(family) && !type.IsAbstract);

    private static List<Type> Reach()
    {
        var reached = new List<Type>();
        var next = new Queue<Type>(Roots);
        while (next.TryDequeue(out var type))
        {
            foreach (var argument in type.GenericTypeArguments)
                next.Enqueue(argument);
            if (type.Assembly != typeof(AccountEvent).Assembly && type.Assembly != typeof(PipelineMessage).Assembly)
                continue;
            if (reached.Contains(type))
                continue;
            reached.Add(type);
            foreach (var property in type.GetProperties().Where(p => p.CanWrite))
                next.Enqueue(property.PropertyType);
            if (StoredKinds.Families.ContainsKey(type))
            {
                foreach (var kind in ConcreteKinds(type))
                    next.Enqueue(kind);
            }
        }

        return reached;
    }
}
