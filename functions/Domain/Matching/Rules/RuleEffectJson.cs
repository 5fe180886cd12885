using Reconciliation.Domain.Statements.Csv;

namespace Reconciliation.Domain.Matching.Rules;

/// <summary>The effect of a rule from JSON: one property of a closed list.</summary>
internal sealed class RuleEffectJson(RuleFaults faults, Func<string, NumberPattern?> patterns)
{
    private const string Names = "assign, settleNumber, bankCharge, leave, hold, askForMore";

    public RuleEffect Read(JsonProperties source)
    {
        var place = source.Place;
        var given = source.Left.ToList();
        RuleEffect? effect = given is [var name] ? Read(source, name) : null;
        if (given.Count == 1)
            source.RefuseTheRest();
        else
            faults.Add(place, given.Count == 0 ? "has no effect" : "has more than one effect", $"Write one of {Names}.");
        return effect ?? new HoldForPerson("");
    }

    private RuleEffect? Read(JsonProperties source, string name) => name switch
    {
        "assign" => Assign(source.Section(name)),
        "settleNumber" => Settle(source.Section(name)),
        "bankCharge" => Charge(source),
        "leave" => new LeaveUnmatched(Because(source.Section(name))),
        "hold" => new HoldForPerson(Because(source.Section(name))),
        "askForMore" => More(source.Section(name)),
        _ => null,
    };

    private AssignToDebtor Assign(JsonProperties source)
    {
        var debtor = source.RequiredText("debtor");
        var how = source.Text("settle") ?? "oldest";
        source.RefuseTheRest();
        if (string.IsNullOrWhiteSpace(debtor))
            faults.Add(source.PathOf("debtor"), "names no debtor", "Write the debtor's identifier as the receivables have it.");
        if (how is not ("oldest" or "onAccount"))
            faults.Add(source.PathOf("settle"), $"'{how}' is neither oldest nor onAccount", "Write one of them.");
        return new AssignToDebtor(debtor, how == "onAccount");
    }

    private SettleNumber? Settle(JsonProperties source)
    {
        var name = source.RequiredText("pattern");
        source.RefuseTheRest();
        if (patterns(name) is { } pattern)
            return new SettleNumber(pattern);
        faults.Add(source.PathOf("pattern"), $"'{name}' is not the name of a pattern that can be used", "Describe it under \"patterns\".");
        return null;
    }

    private TakeForCharge Charge(JsonProperties source)
    {
        if (!source.Flag("bankCharge"))
            faults.Add(source.PathOf("bankCharge"), "is not true", "Write \"bankCharge\": true, or another effect.");
        return new TakeForCharge();
    }

    private string Because(JsonProperties source)
    {
        var because = source.RequiredText("because");
        source.RefuseTheRest();
        if (because.Trim().Length is 0 or > 200)
            faults.Add(source.PathOf("because"), "does not say why in 1 to 200 characters", "Write what a person who looks at the entry should know.");
        return because.Trim();
    }

    private AskForMore More(JsonProperties source)
    {
        var (confidence, margin) = (source.Share("confidence"), source.Share("margin"));
        source.RefuseTheRest();
        var usual = MatchingPolicy.Default;
        if (confidence is null && margin is null)
            faults.Add(source.Place, "asks for nothing", "Write confidence or margin, or both.");
        if (confidence < usual.AutoConfidence || margin < usual.AutoMargin)
            faults.Add(source.Place, "asks for less than is usual", $"Bounds can be raised only: confidence above {usual.AutoConfidence}, margin above {usual.AutoMargin}.");
        return new AskForMore(confidence, margin);
    }
}
