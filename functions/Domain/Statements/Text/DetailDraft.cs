using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Reconciliation.Domain.Statements.Text;

/// <summary>
/// What is known so far of an entry's payment. A field that is given twice keeps its first value; the second goes to
/// <see cref="AddOther"/> under its own name, so that nothing is lost.
/// </summary>
internal sealed class DetailDraft
{
    private readonly string?[] _fields = new string?[(int)DetailField.BankCode + 1];
    private readonly List<string> _remittance = [];
    private readonly List<string> _creditorReferences = [];
    private readonly List<string> _other = [];

    /// <summary>The value of a field; null where none was found.</summary>
    public string? this[DetailField field] => _fields[(int)field];

    /// <summary>Forgets everything, for the next entry.</summary>
    public void Clear()
    {
        _fields.AsSpan().Clear();
        _remittance.Clear();
        _creditorReferences.Clear();
        _other.Clear();
    }

    /// <summary>The payment as the one detail of its entry; none where nothing at all is known of it.</summary>
    public ImmutableArray<TransactionDetail> Build()
    {
        var known = _remittance.Count + _creditorReferences.Count + _other.Count > 0 ||
            _fields.AsSpan(0, (int)DetailField.BankText).ContainsAnyExcept((string?)null);
        if (!known)
            return [];
        return
        [
            new TransactionDetail
            {
                References = References(),
                Counterparty = PartyOf(
                    DetailField.CounterpartyName, DetailField.CounterpartyAccount, DetailField.CounterpartyBank, DetailField.CounterpartyId),
                UltimateCounterparty = PartyOf(DetailField.UltimateName, null, null, DetailField.UltimateId),
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
    public void AddOther(string name, ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (!value.IsEmpty)
            _other.Add(string.Concat(name, "=", value));
    }

    /// <summary>Puts a value in its place; a second, different one is kept under <paramref name="name"/>.</summary>
    public void Set(DetailField field, ReadOnlySpan<char> value, string name)
    {
        value = value.Trim();
        if (value.IsEmpty || (IsReference(field) && Placeholder.Is(value)))
            return;
        ref var slot = ref _fields[(int)field];
        if (slot is null)
            slot = value.ToString();
        else if (!value.SequenceEqual(slot))
            AddOther(name, value);
    }

    /// <summary>As <see cref="Set"/>, for the counterparty's account: an IBAN is kept in its electronic form.</summary>
    public void SetAccount(ReadOnlySpan<char> value, string name)
    {
        var account = value.Trim().ToString();
        if (Iban.TryParse(account, out var iban))
            account = iban.Value;
        if (account.Length > 0 && this[DetailField.CounterpartyAccount] is null)
            _fields[(int)DetailField.CounterpartyAccount] = account;
        else
            Set(DetailField.CounterpartyAccount, account, name);
    }

    private static bool IsReference(DetailField field) => field <= DetailField.BankReference;

    private PaymentReferences References() =>
        _fields.AsSpan(0, (int)DetailField.BankReference + 1).ContainsAnyExcept((string?)null)
            ? new PaymentReferences
            {
                EndToEndId = this[DetailField.EndToEndId],
                InstructionId = this[DetailField.InstructionId],
                PaymentInformationId = this[DetailField.PaymentInformationId],
                MandateId = this[DetailField.MandateId],
                ChequeNumber = this[DetailField.ChequeNumber],
                BankReference = this[DetailField.BankReference],
            }
            : PaymentReferences.None;

    private Party PartyOf(DetailField name, DetailField? account, DetailField? bank, DetailField id)
    {
        var party = new Party
        {
            Name = this[name],
            Account = account is { } a ? this[a] : null,
            Bank = bank is { } b ? this[b] : null,
            Id = this[id],
        };
        return party == Party.Unknown ? Party.Unknown : party;
    }

    private static void Add(List<string> lines, ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (!line.IsEmpty)
            lines.Add(line.ToString());
    }

    private static ImmutableArray<string> Frozen(List<string> lines) =>
        lines.Count == 0 ? [] : ImmutableArray.Create(CollectionsMarshal.AsSpan(lines));
}
