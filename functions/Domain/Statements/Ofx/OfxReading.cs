using Reconciliation.Domain.Statements.Diagnostics;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>Makes statement parts of the steps through one OFX file.</summary>
internal sealed class OfxReading(PartBuffer parts, OfxProlog prolog)
{
    private readonly SortedSet<string> _messageSets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unclosed = new(StringComparer.Ordinal);
    private readonly OfxEntry _entry = new();
    private OfxStatement? _statement;
    private bool _isInEntry;
    private OfxStatus? _status;
    private DateOnly? _serverDay;
    private bool _hasContent;
    private bool _hasStatement;
    private bool _hasError;
    private bool _isCut;

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

    /// <summary>An aggregate begins.</summary>
    public void Begin(OfxName name, int line)
    {
        _hasContent = true;
        if (name.IsMessageSet && _messageSets.Count < 20)
            _messageSets.Add(name.Text);
        else if (name.Text == "STATUS")
            _status = new OfxStatus();
        else if (name.IsStatement)
            BeginStatement(name, line);
        else if (name.Text == "INVTRAN")
            _statement?.PassSecurityTransaction();
        else if (name.IsEntry && _statement is null)
            Report(DiagnosticRules.SequenceInvalid.At($"{name.Text} stands outside of any statement; it is not read.", line, name.Text));
        else if (name.IsEntry)
            BeginEntry(name, line);
    }

    /// <summary>An element has a value, which may be empty.</summary>
    public void Leaf(OfxName parent, OfxName name, OfxValue value, int line, bool isCut)
    {
        if (isCut)
            Report(DiagnosticRules.SyntaxInvalid.At(
                $"{name.Text} is longer than {OfxScanner.MaxText} characters; an end tag may be missing.", line, name.Text));
        if (_isInEntry && parent.IsEntry)
            EntryLeaf(parent, name, value, line);
        else if (parent.Text == "STATUS")
            _status?.Set(name.Text, value.ToString());
        else if (parent.Text == "SONRS" && name.Text == "DTSERVER" && OfxDate.TryRead(value.ToString(), out var day))
            _serverDay = day;
        else if (_isInEntry)
            EntryLeaf(parent, name, value, line);
        else if (_statement is not null && name.Element == OfxElement.Amount)
            Report(DiagnosticRules.SyntaxInvalid.At("TRNAMT stands outside of any STMTTRN: a tag is missing.", line, name.Text, value.ToString()));
        else
            _statement?.Set(parent.Text, name.Text, value.ToString(), line);
    }

    /// <summary>Text that belongs to no element; in front of the content stands the header.</summary>
    public void Stray(OfxName parent, OfxValue value, int line)
    {
        if (parent == OfxName.None)
            prolog.ReadHeader(value.ToString(), line);
        else
            Report(DiagnosticRules.FieldUnknown.At($"Text in {parent.Text} belongs to no element.", line, parent.Text, value.ToString()));
    }

    /// <summary>A processing instruction.</summary>
    public void Instruction(OfxName parent, OfxValue value, int line)
    {
        if (parent == OfxName.None)
            prolog.ReadInstruction(value.ToString(), line);
    }

    /// <summary>An aggregate ends.</summary>
    public void End(OfxName name, OfxEnding ending, int line)
    {
        if (ending == OfxEnding.Cut && !_isCut)
        {
            _isCut = true;
            Report(DiagnosticRules.FileCut.At(
                $"The file ends inside of {name.Text}{(_isInEntry ? "; the entry is left out, for its figures may be cut too" : "")}.", line, name.Text));
            _isInEntry = false;
        }

        End(name, line);
        if (ending == OfxEnding.Implied && _unclosed.Add(name.Text))
            Report(DiagnosticRules.FormatTolerated.At($"{name.Text} has no end tag.", line, name.Text));
    }

    private void BeginStatement(OfxName name, int line)
    {
        _hasStatement = true;
        _statement = new OfxStatement(name.Text, line, _serverDay, parts);
    }

    private void BeginEntry(OfxName name, int line)
    {
        _isInEntry = true;
        _entry.Begin(line, isPending: name.Text == "STMTTRNP");
    }

    private void EntryLeaf(OfxName parent, OfxName name, OfxValue value, int line)
    {
        if (name.Element is OfxElement.Amount or OfxElement.FinancialId && _entry.Has(name.Element))
            Report(DiagnosticRules.SyntaxInvalid.At(
                $"The entry has a second {name.Text}: tags between two entries are missing.", line, name.Text, value.ToString()));
        if (!_entry.Add(parent, name, value, line))
            Report(DiagnosticRules.SyntaxInvalid.At(
                $"The entry of line {_entry.Line} has more elements than any; {name.Text} is not read.", line, name.Text, value.ToString()));
    }

    private void End(OfxName name, int line)
    {
        if (name.IsEntry && _isInEntry)
        {
            _isInEntry = false;
            _statement?.Add(_entry);
        }
        else if (name.IsStatement && _statement is { } statement)
        {
            _statement = null;
            statement.Close(line);
        }
        else if (name.Text == "STATUS" && _status?.Finding(line) is { } finding)
        {
            Report(finding);
        }
    }

    private void Report(Diagnostic finding)
    {
        _hasError |= finding.Severity == Severity.Error;
        parts.Add(finding);
    }
}
