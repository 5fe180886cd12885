using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>Makes statement parts of the steps through one OFX file.</summary>
internal sealed class OfxReading
{
    private readonly SortedSet<string> _messageSets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unclosed = new(StringComparer.Ordinal);
    private OfxStatement? _statement;
    private OfxEntry? _entry;
    private OfxStatus? _status;
    private DateOnly? _serverDay;
    private bool _hasContent;
    private bool _hasStatement;
    private bool _hasError;
    private bool _isCut;

    /// <summary>The parts that a step completes.</summary>
    public IEnumerable<StatementPart> Parts(OfxEvent step)
    {
        foreach (var part in PartsOf(step))
        {
            _hasError |= part is Diagnostic { Severity: Severity.Error };
            _hasStatement |= part is StatementOpened;
            yield return part;
        }
    }

    /// <summary>What remains to be said when the file has ended.</summary>
    public Diagnostic? AtEnd(int line)
    {
        if (!_hasContent)
            return DiagnosticRules.FileCut.At("The file has a header of OFX, but no content.", line, "OFX");
        return _hasStatement || _hasError
            ? null
            : DiagnosticRules.NoStatement.At(
                $"The file holds no statement of an account, only {(_messageSets.Count == 0 ? "an empty frame" : string.Join(", ", _messageSets))}.", line);
    }

    private IEnumerable<StatementPart> PartsOf(OfxEvent step) => step.Kind switch
    {
        OfxEventKind.Begin => Begin(step),
        OfxEventKind.Leaf => Leaf(step),
        OfxEventKind.Stray => Stray(step),
        OfxEventKind.End => End(step),
        OfxEventKind.ImpliedEnd => _unclosed.Add(step.Name)
            ? End(step).Append(DiagnosticRules.FormatTolerated.At($"{step.Name} has no end tag.", step.Line, step.Name))
            : End(step),
        OfxEventKind.CutEnd => CutEnd(step),
        OfxEventKind.Instruction => [],
    };

    private IEnumerable<StatementPart> Begin(OfxEvent step)
    {
        _hasContent = true;
        if (OfxAggregates.IsMessageSet(step.Name) && _messageSets.Count < 20)
            _messageSets.Add(step.Name);
        else if (step.Name == "STATUS")
            _status = new OfxStatus();
        else if (OfxAggregates.IsStatement(step.Name))
            _statement = new OfxStatement(step.Name, step.Line, _serverDay);
        else if (step.Name == "INVTRAN")
            _statement?.PassSecurityTransaction();
        else if (OfxAggregates.IsEntry(step.Name) && _statement is null)
            yield return DiagnosticRules.SequenceInvalid.At(
                $"{step.Name} stands outside of any statement; it is not read.", step.Line, step.Name);
        else if (OfxAggregates.IsEntry(step.Name))
            _entry = new OfxEntry(step.Line, step.Name == "STMTTRNP");
    }

    private IEnumerable<StatementPart> Leaf(OfxEvent step)
    {
        if (step.IsCut)
            yield return DiagnosticRules.SyntaxInvalid.At(
                $"{step.Name} is longer than {OfxScanner.MaxText} characters; an end tag may be missing.", step.Line, step.Name);
        if (step.Parent == "STATUS")
            _status?.Set(step.Name, step.Value);
        else if (step is { Parent: "SONRS", Name: "DTSERVER" } && OfxDate.TryRead(step.Value, out var day))
            _serverDay = day;
        else if (_entry is not null)
        {
            if (step.Name is "TRNAMT" or "FITID" && _entry.Find(step.Name) is not null)
                yield return DiagnosticRules.SyntaxInvalid.At(
                    $"The entry has a second {step.Name}: tags between two entries are missing.", step.Line, step.Name, step.Value);
            if (!_entry.Add(step.Parent, step.Name, step.Value, step.Line))
                yield return DiagnosticRules.SyntaxInvalid.At(
                    $"The entry of line {_entry.Line} has more elements than any; {step.Name} is not read.", step.Line, step.Name, step.Value);
        }
        else if (_statement is not null && step.Name == "TRNAMT")
            yield return DiagnosticRules.SyntaxInvalid.At("TRNAMT stands outside of any STMTTRN: a tag is missing.", step.Line, step.Name, step.Value);
        else
            _statement?.Set(step.Parent, step.Name, step.Value, step.Line);
    }

    private static IEnumerable<StatementPart> Stray(OfxEvent step)
    {
        // In front of the content stands the header.
        if (step.Parent.Length > 0)
            yield return DiagnosticRules.FieldUnknown.At(
                $"Text in {step.Parent} belongs to no element.", step.Line, step.Parent, step.Value);
    }

    private IEnumerable<StatementPart> End(OfxEvent step)
    {
        if (step.Name == "STATUS" && _status?.Finding(step.Line) is { } finding)
            yield return finding;
        if (OfxAggregates.IsEntry(step.Name) && _entry is { } entry)
        {
            _entry = null;
            foreach (var part in _statement?.Add(entry) ?? [])
                yield return part;
        }

        if (OfxAggregates.IsStatement(step.Name) && _statement is { } statement)
        {
            _statement = null;
            foreach (var part in statement.Close(step.Line))
                yield return part;
        }
    }

    private IEnumerable<StatementPart> CutEnd(OfxEvent step)
    {
        if (!_isCut)
        {
            _isCut = true;
            yield return DiagnosticRules.FileCut.At(
                $"The file ends inside of {step.Name}{(_entry is null ? "" : "; the entry is left out, for its figures may be cut too")}.", step.Line, step.Name);
            _entry = null;
        }

        foreach (var part in End(step))
            yield return part;
    }
}
