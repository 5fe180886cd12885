using System.Buffers;
using System.Runtime.InteropServices;
using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Swift.Information;

/// <summary>
/// Field 86 of numbered subfields, as German banks write it (DK, Abkommen über Kontoauszüge): the operation code, then
/// <c>?00</c> its name, <c>?10</c> batch number, <c>?20</c> to <c>?29</c> and <c>?60</c> to <c>?65</c> purpose,
/// <c>?30</c> bank, <c>?31</c> account, <c>?32</c> and <c>?33</c> name of the counterparty, <c>?34</c> return key.
/// Other countries write the same with another separator.
/// </summary>
internal sealed class SubfieldText
{
    private const string Separators = "?>+<~^";

    private const int FullSubfield = 27;

    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly List<int> _starts = [];
    private char[] _purpose = new char[1024];
    private int _purposeLength;
    private char[] _name = new char[128];
    private int _nameLength;

    /// <summary>The text begins with a subfield, or with three letters or digits and a subfield.</summary>
    public static bool Recognises(ReadOnlySpan<char> text, out SubfieldShape shape)
    {
        shape = default;
        var rest = text.TrimStart(' ');
        if (IsSubfield(rest, out var separator))
        {
            shape = new SubfieldShape(separator, "");
            return separator == '?' || IsFirst(rest);
        }

        if (rest.Length < 6 || rest[..3].ContainsAnyExcept(CodeCharacters))
            return false;
        var code = rest[..3];
        rest = rest[3..].TrimStart(' ');
        if (!IsSubfield(rest, out separator) || (separator != '?' && (code.ContainsAnyExceptInRange('0', '9') || !IsFirst(rest))))
            return false;
        shape = new SubfieldShape(separator, code);
        return true;
    }

    /// <summary>Reads the subfields.</summary>
    public void Read(ReadOnlySpan<char> text, SubfieldShape shape, bool counterpartyPays, DetailDraft detail)
    {
        _purposeLength = 0;
        _nameLength = 0;
        _starts.Clear();
        if (shape.Code.Length > 0)
            detail.Set(DetailField.BankCode, shape.Code, "code");
        var isReturn = OperationCodes.IsReturn(shape.Code);
        for (var at = NextSubfield(text, 0, shape.Separator); at < text.Length;)
        {
            var code = text.Slice(at + 1, 2);
            var end = NextSubfield(text, at + 3, shape.Separator);
            Take(code, text[(at + 3)..end], isReturn, detail);
            at = end;
        }

        detail.Set(DetailField.CounterpartyName, _name.AsSpan(0, _nameLength), "name");
        // A returned payment has the parties of the first one: the counterparty of money out is the one who had paid.
        var purpose = new JoinedText(_purpose.AsSpan(0, _purposeLength), CollectionsMarshal.AsSpan(_starts), FullSubfield);
        SepaWordText.Read(purpose, counterpartyPays != isReturn, detail);
    }

    private void Take(ReadOnlySpan<char> code, ReadOnlySpan<char> value, bool isReturn, DetailDraft detail)
    {
        switch (NumberOf(code))
        {
            case 0:
                detail.Set(DetailField.BankText, value, "?00");
                break;
            case (>= 20 and <= 29) or (>= 60 and <= 65):
                _starts.Add(_purposeLength);
                Append(value, ref _purpose, ref _purposeLength);
                break;
            case 30:
                detail.Set(DetailField.CounterpartyBank, value, "?30");
                break;
            case 31 or 38:
                detail.SetAccount(value, "?31");
                break;
            case 32 or 33:
                Append(value, ref _name, ref _nameLength);
                break;
            case 34 when isReturn:
                detail.Set(DetailField.ReturnReason, value, "?34");
                break;
            default:
                detail.AddOther(['?', code[0], code[1]], value);
                break;
        }
    }

    private static int NumberOf(ReadOnlySpan<char> code) => ((code[0] - '0') * 10) + (code[1] - '0');

    private static void Append(ReadOnlySpan<char> value, ref char[] text, ref int length)
    {
        if (text.Length < length + value.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, length + value.Length));
        value.CopyTo(text.AsSpan(length));
        length += value.Length;
    }

    private static bool IsSubfield(ReadOnlySpan<char> text, out char separator)
    {
        separator = text.IsEmpty ? '\0' : text[0];
        return Separators.Contains(separator, StringComparison.Ordinal) && IsCode(text, separator);
    }

    private static bool IsFirst(ReadOnlySpan<char> subfield) => subfield[1..3] is "00" or "10" or "20";

    private static int NextSubfield(ReadOnlySpan<char> text, int from, char separator)
    {
        while (from < text.Length)
        {
            var at = text[from..].IndexOf(separator);
            if (at < 0)
                return text.Length;
            from += at;
            if (IsCode(text[from..], separator))
                return from;
            from++;
        }

        return text.Length;
    }

    /// <summary>
    /// Two digits follow the separator. Only <c>?</c> is kept out of the texts themselves; the other separators must be
    /// followed by a code that the dialects have, so that a telephone number <c>+49</c> is text.
    /// </summary>
    private static bool IsCode(ReadOnlySpan<char> text, char separator) =>
        text.Length >= 3 && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) &&
        (separator == '?' || text[1..3] is "00" or "10" or ['2', _] or ['3', <= '4'] or "38" or ['6', <= '5']);
}
