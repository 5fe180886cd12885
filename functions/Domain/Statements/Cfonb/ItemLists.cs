using System.Globalization;
using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// Adds up lists of items, whose order is <c>31 (34 36*)* 39</c>, and refuses each by name: the records do not say which
/// way the money goes, and the account's own statement books what became of it.
/// </summary>
internal sealed class ItemLists(PartBuffer parts)
{
    private string? _name;
    private int _line;
    private int _count;
    private Int128 _sum;
    private int? _lastNumber;
    private bool _isOutOfSequence;

    /// <summary>Takes the next record of the file.</summary>
    public void Take(ItemRecord record)
    {
        if (record.Code is "31")
            Begin(record);
        CheckNumber(record);
        switch (record.Code)
        {
            case "31":
                break;
            case "34" or "36" or "39" when _name is null:
                parts.Add(DiagnosticRules.SequenceInvalid.At($"A record {record.Code} stands outside any list (31 to 39).", record.Line, record.Code.ToString()));
                break;
            case "34":
                Add(record);
                break;
            case "36":
                parts.AddOnce(DiagnosticRules.FieldUnknown, "Records 36 add to an item; they are not read.", record.Line, "36");
                break;
            case "39":
                Close(record);
                break;
            default:
                parts.Add(DiagnosticRules.SyntaxInvalid.At("The record is none of 31, 34, 36 and 39; it was not read.", record.Line, "1-2", record.Text.TrimEnd().ToString()));
                break;
        }
    }

    /// <summary>Reports what is open at the end of the file.</summary>
    public void End()
    {
        if (_name is null)
            return;
        parts.Add(DiagnosticRules.FileCut.At("The file ends before the total (39) of its last list.", _line));
        Report("without a total (39)");
    }

    private void Begin(ItemRecord record)
    {
        if (_name is not null)
        {
            parts.Add(DiagnosticRules.SequenceInvalid.At($"A header (31) stands where the list of line {_line} has no total (39).", record.Line, "31"));
            Report("without a total (39)");
        }

        _name = $"operation {record.Operation} of {record.Date} for account {record.Bank} {record.Guichet} {record.Account.TrimEnd()}";
        _line = record.Line;
        _count = 0;
        _sum = 0;
        _lastNumber = null;
        _isOutOfSequence = false;
    }

    private void Add(ItemRecord record)
    {
        _count++;
        _sum += AmountOf(record) ?? 0;
    }

    private void Close(ItemRecord record)
    {
        var stated = AmountOf(record);
        if (stated is { } total && total != _sum)
            parts.Add(DiagnosticRules.TotalMismatch.At($"The total says {Decimal(total)}, the items come to {Decimal(_sum)}.", record.Line, "229-240", record.Amount.ToString()));
        Report(stated == _sum ? "as its total (39) says" : "but its total (39) says otherwise");
    }

    private void Report(string comparison)
    {
        parts.Add(DiagnosticRules.ItemsNotPosted.At(
            $"The list of {_name} holds {_count} {(_count == 1 ? "item" : "items")} of {Decimal(_sum)} in all, {comparison}; nothing of it is posted.", _line, "31"));
        _name = null;
    }

    private long? AmountOf(ItemRecord record)
    {
        if (long.TryParse(record.Amount, NumberStyles.None, CultureInfo.InvariantCulture, out var cents))
            return cents;
        parts.Add(DiagnosticRules.AmountInvalid.At("The amount is not 12 digits.", record.Line, "229-240", record.Amount.ToString()));
        return null;
    }

    private void CheckNumber(ItemRecord record)
    {
        var isNumber = int.TryParse(record.Sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!_isOutOfSequence && (!isNumber || (_lastNumber is { } last && number != last + 1)))
        {
            _isOutOfSequence = true;
            parts.Add(DiagnosticRules.SequenceInvalid.At(
                $"The record's number is not one more than that before it, {_lastNumber}; this is the first such record of the list.", record.Line, "3-8", record.Sequence.ToString()));
        }

        _lastNumber = isNumber ? number : null;
    }

    private static string Decimal(Int128 cents) => string.Create(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:00}");
}
