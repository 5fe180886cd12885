using Reconciliation.Benchmarks.Matching.Data;
using Reconciliation.Domain.Matching;
using static System.FormattableString;

namespace Reconciliation.Benchmarks.Matching.Scores;

/// <summary>Prints payments of a scenario that were answered wrongly or left, with everything that one can learn from.</summary>
internal static class Showing
{
    /// <summary>Prints the wrong automatic answers first, then what was left.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="data">The data set.</param>
    /// <param name="answers">The answers in the order of the payments.</param>
    /// <param name="scenario">The scenario; <c>wrong</c> for the wrong automatic answers of all.</param>
    /// <param name="most">How many at most.</param>
    public static void Write(TextWriter output, MatchingCase data, IReadOnlyList<Answer> answers, string scenario, int most)
    {
        var shown = Enumerable.Range(0, answers.Count)
            .Where(i => data.Labels[i].Scenario == scenario || (scenario == "wrong" && Score.IsWrong(data.Labels[i], answers[i])))
            .Where(i => Score.IsWrong(data.Labels[i], answers[i]) || (answers[i].Verdict != MatchVerdict.Auto && !data.Labels[i].Truth.IsNothing))
            .OrderByDescending(i => Score.IsWrong(data.Labels[i], answers[i]));
        foreach (var i in shown.Take(most))
            Write(output, data.Payments[i], data.Labels[i], answers[i]);
    }

    private static void Write(TextWriter output, Payment payment, LabelledPayment label, Answer answer)
    {
        var detail = payment.Detail;
        var words = string.Join(" | ", detail.Remittance.Concat(detail.CreditorReferences).Concat(detail.ReferredDocuments.Select(d => d.Number)));
        var wrong = Score.IsWrong(label, answer) ? " WRONG" : "";
        output.WriteLine(Invariant($"{label.Scenario} {payment.Id} {payment.BookedOn:yyyy-MM-dd} {payment.Amount} {answer.Verdict}{wrong}"));
        output.WriteLine($"  payer  {detail.Counterparty.Name} {detail.Counterparty.Account} {detail.UltimateCounterparty.Name}");
        output.WriteLine($"  text   {words}{(detail.References.EndToEndId is { } id ? " e2e " + id : "")}");
        output.WriteLine($"  truth  {Said(label.Truth.Parts)}");
        foreach (var proposal in answer.Proposals)
            output.WriteLine(Invariant($"  {proposal.Confidence:0.0000} {Said(proposal.Parts)}{(label.Truth.Is(proposal.Parts) ? " RIGHT" : "")}: {proposal.Facts}"));
    }

    private static string Said(IReadOnlyCollection<Part> parts) =>
        parts.Count == 0 ? "nothing" : string.Join(", ", parts.Select(p => Invariant($"{p.Receivable}{(p.Instalment is { } term ? $" ({term})" : "")} {p.MinorUnits / 100m:0.00}")));
}
