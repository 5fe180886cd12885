using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Bai2;

/// <summary>
/// What an account, a group or a file comes to, for comparison with the record that ends it. Figures are added as they
/// stand, with their own signs. Banks count records in several ways; each is taken as right.
/// </summary>
/// <param name="what">Account, group or file.</param>
/// <param name="trailer">49, 98 or 99.</param>
/// <param name="members">What the trailer counts besides records; null for 49.</param>
internal sealed class Control(string what, string trailer, string? members)
{
    private Int128 _sum;
    private int _members;
    private int _records;
    private int _continuations;
    private int _firstLine;

    /// <summary>The sum so far.</summary>
    public Int128 Sum => _sum;

    /// <summary>Begins anew with the record that opens it.</summary>
    public void Begin(int line)
    {
        _sum = 0;
        _members = 0;
        _records = 0;
        _continuations = 0;
        _firstLine = line;
    }

    /// <summary>Counts a record in it.</summary>
    public void Count(bool isContinuation)
    {
        _records++;
        if (isContinuation)
            _continuations++;
    }

    /// <summary>Adds a figure of the account.</summary>
    public void Add(long figure) => _sum += figure;

    /// <summary>Adds an account of the group, or a group of the file, with what its trailer states, else what it came to.</summary>
    public void AddMember(Int128 sum)
    {
        _members++;
        _sum += sum;
    }

    /// <summary>Compares with the trailer, whose own record was counted; the sum it states, or what it came to.</summary>
    public Int128 Check(HeadFields stated, int lastLine, PartBuffer parts)
    {
        var at = 0;
        var sum = CheckSum(stated[at++], stated.Line, parts);
        if (members is not null)
            CheckMembers(stated[at++], stated.Line, parts);
        CheckRecords(stated[at], stated.Line, lastLine, parts);
        return sum;
    }

    private Int128 CheckSum(string text, int line, PartBuffer parts)
    {
        if (text.Length == 0)
            return _sum;
        if (!Figure.TryRead(text, out var stated))
        {
            parts.Add(DiagnosticRules.TotalMismatch.At($"The control total of the {what} is not a figure.", line, $"{trailer} control total", text));
            return _sum;
        }

        if (stated != _sum)
            parts.Add(DiagnosticRules.TotalMismatch.At($"The control total of the {what} is {stated}, its figures come to {_sum}.", line, $"{trailer} control total", text));
        return stated;
    }

    private void CheckMembers(string text, int line, PartBuffer parts)
    {
        if (text.Length > 0 && Figure.Count(text) != _members)
            parts.Add(DiagnosticRules.TotalMismatch.At($"The {what} states {text} {members}, it holds {_members}.", line, $"{trailer} {members}", text));
    }

    private void CheckRecords(string text, int line, int lastLine, PartBuffer parts)
    {
        if (text.Length == 0)
            return;
        var stated = Figure.Count(text);
        if (stated != _records && stated != _records - _continuations && stated != lastLine - _firstLine + 1)
            parts.Add(DiagnosticRules.TotalMismatch.At($"The {what} states {text} records, it holds {_records}.", line, $"{trailer} records", text));
    }
}
