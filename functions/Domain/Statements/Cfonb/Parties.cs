using Reconciliation.Domain.Statements.Text;

namespace Reconciliation.Domain.Statements.Cfonb;

/// <summary>
/// Who pays whom, from the complements of a movement. Which side is the counterparty is known only when all are read.
/// </summary>
internal sealed class Parties
{
    private readonly Side _payer = new("NPY", "IPY", "CPY", "NPO", "IPO");
    private readonly Side _beneficiary = new("NBE", "IBE", "CBE", "NBU", "IBU");

    /// <summary>Forgets everything, for the next movement.</summary>
    public void Clear()
    {
        _payer.Clear();
        _beneficiary.Clear();
    }

    /// <summary>Takes a complement; false where it is not about a party.</summary>
    public bool Take(ReadOnlySpan<char> qualifier, ReadOnlySpan<char> information, DetailDraft detail) =>
        qualifier is [('N' or 'I' or 'C'), .. var side] && side switch
        {
            "PY" or "PO" => _payer.Take(qualifier, information, detail),
            "BE" or "BU" => _beneficiary.Take(qualifier, information, detail),
            _ => false,
        };

    /// <summary>Puts the parties into the detail.</summary>
    /// <param name="isCredit">The movement is money in.</param>
    /// <param name="isReturn">A payment comes back, with the parties of the first payment.</param>
    /// <param name="detail">Where they go.</param>
    public void Put(bool isCredit, bool isReturn, DetailDraft detail)
    {
        var counterpartyPays = isCredit != isReturn;
        // Banks name the creditor of a debit as NPY too; their own customer they need not name.
        if (!counterpartyPays && !isReturn && _beneficiary.IsEmpty)
            counterpartyPays = true;
        (counterpartyPays ? _payer : _beneficiary).PutAsCounterparty(detail);
        (counterpartyPays ? _beneficiary : _payer).PutAsOther(detail);
    }

    /// <summary>One side: name, identification and account of the party, name and identification of the ultimate one.</summary>
    private sealed class Side(params string[] qualifiers)
    {
        // The order of the qualifiers.
        private const int Account = 2;
        private static readonly DetailField[] Fields =
        [
            DetailField.CounterpartyName, DetailField.CounterpartyId, DetailField.CounterpartyAccount, DetailField.UltimateName, DetailField.UltimateId,
        ];

        private readonly string?[] _values = new string?[Fields.Length];

        public bool IsEmpty => Array.TrueForAll(_values, value => value is null);

        public void Clear() => Array.Clear(_values);

        public bool Take(ReadOnlySpan<char> qualifier, ReadOnlySpan<char> information, DetailDraft detail)
        {
            for (var i = 0; i < qualifiers.Length; i++)
            {
                if (!qualifier.SequenceEqual(qualifiers[i]))
                    continue;
                Keep(i, IsIdentification(i) ? Identification(information, qualifiers[i], detail) : information);
                return true;
            }

            return false;
        }

        public void PutAsCounterparty(DetailDraft detail)
        {
            for (var i = 0; i < _values.Length; i++)
            {
                if (_values[i] is not { } value)
                    continue;
                if (i == Account)
                    detail.SetAccount(value, qualifiers[i]);
                else
                    detail.Set(Fields[i], value, qualifiers[i]);
            }
        }

        public void PutAsOther(DetailDraft detail)
        {
            for (var i = 0; i < _values.Length; i++)
            {
                if (_values[i] is { } value)
                    detail.AddOther(qualifiers[i], value);
            }
        }

        // A second complement of the same qualifier continues the first.
        private void Keep(int index, ReadOnlySpan<char> value)
        {
            value = Record.Unfilled(value).Trim();
            if (!value.IsEmpty)
                _values[index] = _values[index] is { } first ? $"{first} {value}" : value.ToString();
        }

        private static bool IsIdentification(int index) => Fields[index] is DetailField.CounterpartyId or DetailField.UltimateId;

        /// <summary>The identification, 35 characters; its kind behind it is kept by itself.</summary>
        private static ReadOnlySpan<char> Identification(ReadOnlySpan<char> information, string qualifier, DetailDraft detail)
        {
            detail.AddOther($"{qualifier} type", Record.Unfilled(information[35..]));
            return information[..35];
        }
    }
}
