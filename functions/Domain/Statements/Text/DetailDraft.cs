using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>
/// What is known so far of an entry's payment. A field that is given twice keeps its first value; the second goes to
/// <see cref="AddOther"/> under its own name, so that nothing is lost.
/// </summary>
/// <param name="words">What recurs from entry to entry.</param>
internal sealed class DetailDraft(Vocabulary words)
{
    private const uint References = (1u << ((int)DetailField.BankReference + 1)) - 1;
    private const uint OfTheEntry = (1u << (int)DetailField.BankText) | (1u << (int)DetailField.BankCode);
    private const uint Recurring = OfTheEntry |
        (1u << (int)DetailField.CounterpartyBank) | (1u << (int)DetailField.Purpose) | (1u << (int)DetailField.ReturnReason);

    private readonly string?[] _fields = new string?[(int)DetailField.BankCode + 1];
    private readonly List<string> _remittance = [];
    private readonly List<string> _creditorReferences = [];
    private readonly List<string> _other = [];
    private uint _filled;

    /// <summary>A draft with words of its own.</summary>
    public DetailDraft()
        : this(new Vocabulary())
    {
    }

    /// <summary>The value of a field; null where none was found.</summary>
    public string? this[DetailField field] => _fields[(int)field];

    /// <summary>Forgets everything, for the next entry.</summary>
    public void Clear()
    {
        _fields.AsSpan().Clear();
        _filled = 0;
        _remittance.Clear();
        _creditorReferences.Clear();
        _other.Clear();
    }

    /// <summary>The payment as the one detail of its entry; none where nothing at all is known of it.</summary>
    public ImmutableArray<TransactionDetail> Build()
    {
        if (_remittance.Count + _creditorReferences.Count + _other.Count == 0 && (_filled & ~OfTheEntry) == 0)
            return [];
        return
        [
            new TransactionDetail
            {
                References = (_filled & References) == 0 ? PaymentReferences.None : PaymentReferencesOf(),
                Counterparty = PartyOf(
                    this[DetailField.CounterpartyName], this[DetailField.CounterpartyAccount], this[DetailField.CounterpartyBank], this[DetailField.CounterpartyId]),
                UltimateCounterparty = PartyOf(this[DetailField.UltimateName], null, null, this[DetailField.UltimateId]),
                Remittance = Frozen(_remittance),
                CreditorReferences = Frozen(_creditorReferences),
                Purpose = this[DetailField.Purpose],
                ReturnReason = this[DetailField.ReturnReason],
                Other = Frozen(_other),
            },
        ];
    }

    /// <summary>Adds a line of unstructured remittance; nothing for a blank one.</summary>
    public void AddRemittance(ReadOnlySpan<char> line) => Add(_remittance, line);

    /// <summary>Adds a structured creditor reference; nothing for a blank one.</summary>
    public void AddCreditorReference(ReadOnlySpan<char> reference) => Add(_creditorReferences, reference);

    /// <summary>Keeps a field that has no place of its own; nothing for a blank one.</summary>
    public void AddOther(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (!value.IsEmpty)
            _other.Add(words.Join(name, "=", value));
    }

    /// <summary>Puts a value in its place; a second, different one is kept under <paramref name="name"/>.</summary>
    public void Set(DetailField field, ReadOnlySpan<char> value, ReadOnlySpan<char> name)
    {
        value = value.Trim();
        if (value.IsEmpty || (IsReference(field) && Placeholder.Is(value)))
            return;
        if (this[field] is { } first)
            AddSecond(first, value, name);
        else
            Put(field, (Recurring & (1u << (int)field)) != 0 ? words.Word(value) : value.ToString());
    }

    /// <summary>As <see cref="Set"/>, for the counterparty's account: an IBAN is kept in its electronic form.</summary>
    public void SetAccount(ReadOnlySpan<char> value, ReadOnlySpan<char> name)
    {
        if (!Iban.TryParse(value.Trim(), out var iban))
            Set(DetailField.CounterpartyAccount, value, name);
        else if (this[DetailField.CounterpartyAccount] is { } first)
            AddSecond(first, iban.Value, name);
        else
            Put(DetailField.CounterpartyAccount, iban.Value);
    }

    private static bool IsReference(DetailField field) => field <= DetailField.BankReference;

    private void Put(DetailField field, string value)
    {
        _fields[(int)field] = value;
        _filled |= 1u << (int)field;
    }

    private void AddSecond(string first, ReadOnlySpan<char> second, ReadOnlySpan<char> name)
    {
        if (!second.SequenceEqual(first))
            AddOther(name, second);
    }

    private PaymentReferences PaymentReferencesOf() => new()
    {
        EndToEndId = this[DetailField.EndToEndId],
        InstructionId = this[DetailField.InstructionId],
        PaymentInformationId = this[DetailField.PaymentInformationId],
        MandateId = this[DetailField.MandateId],
        ChequeNumber = this[DetailField.ChequeNumber],
        BankReference = this[DetailField.BankReference],
    };

    private static Party PartyOf(string? name, string? account, string? bank, string? id) =>
        name is null && account is null && bank is null && id is null
            ? Party.Unknown
            : new Party { Name = name, Account = account, Bank = bank, Id = id };

    private static void Add(List<string> lines, ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (!line.IsEmpty)
            lines.Add(line.ToString());
    }

    private static ImmutableArray<string> Frozen(List<string> lines) =>
        lines.Count == 0 ? [] : ImmutableArray.Create(CollectionsMarshal.AsSpan(lines));
}
