using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift;

/// <summary>
/// Joins the pages of a statement that comes in several messages. Each page but the last ends with an intermediate
/// closing balance (62M), each but the first begins with the same as its opening balance (60M), and all have account and
/// statement number (25, 28C) in common. One statement at most waits for its next page, so that memory is bounded: a page
/// that another message parts from the one before stays a statement of its own, which its balances prove as well.
/// </summary>
internal sealed class StatementPages(PartBuffer parts)
{
    private StatementDraft? _waiting;

    /// <summary>Keeps a statement open whose page has ended with an intermediate balance.</summary>
    public void Await(StatementDraft statement) => _waiting = statement;

    /// <summary>Closes the statement that waits: its next page does not come.</summary>
    public void GiveUp()
    {
        if (_waiting is not { } statement)
            return;
        parts.Add(DiagnosticRules.FormatTolerated.At(
            "The statement ends with an intermediate balance and its next page does not stand behind it; what was read stays a statement of its own.",
            statement.ClosingLine, "62M", statement.Opened.Number));
        Close(statement);
    }

    /// <summary>
    /// The statement that waits, if a message is its next page; null, with a finding, where the page stays a statement of
    /// its own.
    /// </summary>
    /// <param name="header">The head of the message.</param>
    /// <param name="opening">The intermediate opening balance.</param>
    /// <param name="line">Its line.</param>
    public StatementDraft? Continue(MessageHeader header, ReadOnlySpan<char> opening, int line)
    {
        if (_waiting is not { } statement || statement.Opened.Account != header.Account || !header.Page.IsOfSameStatement(statement.Page))
        {
            GiveUp();
            parts.Add(DiagnosticRules.FormatTolerated.At(
                "The statement begins with an intermediate balance and its earlier pages do not stand before it; the page stays a statement of its own.",
                line, "60M", header.Number));
            return null;
        }

        if (!header.IsOf(statement) && !header.Page.Follows(statement.Page))
        {
            Close(statement);
            parts.Add(DiagnosticRules.SequenceInvalid.At(Gap(statement.Page, header.Page), header.NumberLine, "28C", header.Number));
            return null;
        }

        var isRead = BalanceField.TryRead(opening, out var balance);
        if (isRead && IsOfAnotherCurrency(balance, statement))
        {
            Close(statement);
            parts.Add(DiagnosticRules.CurrencyDiffers.At($"The page is not in the currency {statement.Currency} of the page before.", line, "60M", opening.ToString()));
            return null;
        }

        _waiting = null;
        if (isRead)
            CompareBalances(statement, StatementBalances.Read(balance, statement.Currency, parts, line, "60M"), line);
        else
            parts.Add(StatementBalances.Unreadable(opening, line, "60M"));
        statement.Resume(header);
        return statement;
    }

    private void CompareBalances(StatementDraft statement, Balance? opening, int line)
    {
        if (opening is { } here && statement.Closing is { } before && here.Amount != before.Amount)
            parts.Add(DiagnosticRules.ContinuityBroken.At(
                $"The page opens with {here.Amount}, but the page before it closes with {before.Amount} on line {statement.ClosingLine}.", line, "60M", here.Amount.ToDecimalString()));
    }

    private void Close(StatementDraft statement)
    {
        parts.Add(statement.Close());
        _waiting = null;
    }

    private static bool IsOfAnotherCurrency(BalanceField balance, StatementDraft statement) =>
        !balance.Currency.IsEmpty && statement.Currency != default && !balance.Currency.StartsWith(statement.Currency.Code);

    private static string Gap(PageNumber before, PageNumber here)
    {
        var (last, next) = (before.Sequence!.Value, here.Sequence!.Value);
        var found = $"Page {next} of statement {here.Statement} stands behind page {last}";
        return (next - last) switch
        {
            2 => $"{found}: page {last + 1} is missing.",
            > 2 => $"{found}: pages {last + 1} to {next - 1} are missing.",
            _ => $"{found}: the pages are out of order.",
        };
    }
}
