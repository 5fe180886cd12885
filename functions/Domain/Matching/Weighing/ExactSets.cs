namespace Reconciliation.Domain.Matching.Weighing;

/// <summary>One way to settle a document.</summary>
/// <param name="Amount">The money that it takes, in minor units, negative on a credit note.</param>
/// <param name="FirstPart">The first of its parts that it settles.</param>
/// <param name="Parts">How many parts, in order of due date.</param>
/// <param name="Discount">The early-payment discount that it earns, in minor units; zero for none.</param>
internal readonly record struct SettlingOption(long Amount, int FirstPart, int Parts, long Discount);

/// <summary>A document with the ways to settle it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Options">The ways, in no particular order.</param>
/// <param name="IsRequired">It belongs to every set.</param>
internal sealed record SettlingChoice(OpenDocument Document, IReadOnlyList<SettlingOption> Options, bool IsRequired);

/// <summary>Documents with the way in which each is settled; together they come to the amount sought.</summary>
internal sealed record ExactSet(IReadOnlyList<(OpenDocument Document, SettlingOption Option)> Members);

/// <summary>
/// The sets of documents that come exactly to an amount. The search is bounded: it says whether it saw everything, so
/// that "the only set" is a proof and not an impression.
/// </summary>
internal sealed class ExactSets
{
    private const int MostVisits = 20_000;

    private readonly SettlingChoice[] _choices;
    private readonly long[] _least;
    private readonly long[] _most;
    private readonly int _mostSets;
    private readonly int _mostMembers;
    private readonly (OpenDocument Document, SettlingOption Option)[] _chosen;
    private readonly List<ExactSet> _found = [];
    private int _visits;

    private ExactSets(IEnumerable<SettlingChoice> choices, int mostMembers, int mostSets)
    {
        _choices =
        [
            .. choices.Where(c => c.Options.Count > 0)
                .OrderByDescending(c => c.IsRequired).ThenByDescending(c => c.Options.Max(o => Math.Abs(o.Amount))),
        ];
        _mostSets = mostSets;
        _mostMembers = Math.Max(mostMembers, _choices.Count(c => c.IsRequired));
        _chosen = new (OpenDocument, SettlingOption)[_choices.Length];
        _least = new long[_choices.Length + 1];
        _most = new long[_choices.Length + 1];
        for (var i = _choices.Length - 1; i >= 0; i--)
        {
            var (least, most) = Range(_choices[i]);
            _least[i] = _least[i + 1] + least;
            _most[i] = _most[i + 1] + most;
        }
    }

    /// <summary>The sets found, those of fewest members first.</summary>
    public IReadOnlyList<ExactSet> Found => [.. _found.OrderBy(set => set.Members.Count)];

    /// <summary>True where nothing was left unseen: there are no other sets within the bounds.</summary>
    public bool IsExhaustive => _visits <= MostVisits;

    /// <summary>Searches.</summary>
    /// <param name="choices">The documents to choose from; all required ones are in every set.</param>
    /// <param name="amount">What the set comes to, in minor units.</param>
    /// <param name="mostMembers">The largest set looked for, unless more are required.</param>
    /// <param name="mostSets">The search ends when it has so many.</param>
    public static ExactSets Of(IEnumerable<SettlingChoice> choices, long amount, int mostMembers, int mostSets)
    {
        var search = new ExactSets(choices, mostMembers, mostSets);
        search.From(0, 0, amount);
        return search;
    }

    private void From(int index, int members, long rest)
    {
        if (_found.Count >= _mostSets || ++_visits > MostVisits)
            return;
        if (index == _choices.Length)
        {
            if (rest == 0 && members > 0)
                _found.Add(new ExactSet([.. _chosen[..members].OrderBy(member => member.Document.Parts[0].Position)]));
            return;
        }

        if (rest < _least[index] || rest > _most[index])
            return;
        if (members < _mostMembers)
        {
            foreach (var option in _choices[index].Options)
            {
                _chosen[members] = (_choices[index].Document, option);
                From(index + 1, members + 1, rest - option.Amount);
            }
        }

        if (!_choices[index].IsRequired)
            From(index + 1, members, rest);
    }

    private static (long Least, long Most) Range(SettlingChoice choice)
    {
        var (least, most) = (choice.Options.Min(o => o.Amount), choice.Options.Max(o => o.Amount));
        return choice.IsRequired ? (least, most) : (Math.Min(least, 0), Math.Max(most, 0));
    }
}
