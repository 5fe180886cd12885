using Reconciliation.Benchmarks.Matching.Data;

namespace Reconciliation.Benchmarks.Matching.Scenarios;

/// <summary>The mixes that are measured. Weights are in about a thousand; number and exact amount stand in the first paragraph of each.</summary>
internal static class Mixes
{
    private static readonly Noise Little = new() { AccountsKnown = 60, PayersConfirmed = 35, AccountMissing = 10, NameMissing = 2, NameChanged = 35, OtherAccount = 3, Chatter = 25 };

    private static readonly Noise Much = new() { AccountsKnown = 35, PayersConfirmed = 20, AccountMissing = 20, NameMissing = 6, NameChanged = 65, OtherAccount = 10, Chatter = 45 };

    public static Mix Easy { get; } = Mix.Of("easy", Little, """
        structured-reference 110 number-as-printed 330 number-reshaped 110 digits-only 70 zeros-lost 30 year-lost 20
        number-over-two-lines 40 number-in-end-to-end-id 30 number-in-document-field 20 several-in-full 40

        number-misspelt 10 several-abbreviated 8 several-glued 4 several-truncated 4 customer-number 8 order-number 10 known-account 25
        name-only 20 exact-sum 10 oldest-of-equal 10 round-on-account 3 third-party-with-number 10 third-party-with-name 4
        account-of-another 3 number-of-another 2 no-receivable 18 one-term 10 several-terms 3 part-of-term 2 charges-stated 3
        charges-silent 2 discount-in-time 6 discount-too-late 2 overpaid 4 part-of-named 7 with-indemnity 2 credit-note-named 3
        credit-note-silent 2 paid-twice 2 returned-direct-debit 2
        """);

    public static Mix Medium { get; } = Mix.Of("medium", new Noise(), """
        structured-reference 70 number-as-printed 190 number-reshaped 90 digits-only 60 zeros-lost 30 year-lost 25
        number-over-two-lines 30 number-in-end-to-end-id 20 number-in-document-field 10 several-in-full 35

        number-misspelt 20 several-abbreviated 30 several-glued 20 several-truncated 20 customer-number 15 order-number 20
        known-account 45 name-only 40 exact-sum 20 oldest-of-equal 20 round-on-account 8 third-party-with-number 20
        third-party-with-name 8 account-of-another 6 number-of-another 5 no-receivable 35 one-term 15 several-terms 6 part-of-term 4
        charges-stated 6 charges-silent 4 discount-in-time 10 discount-too-late 4 overpaid 8 part-of-named 15 with-indemnity 4
        credit-note-named 8 credit-note-silent 5 paid-twice 5 returned-direct-debit 5
        """);

    public static Mix Hard { get; } = Mix.Of("hard", Much, """
        structured-reference 35 number-as-printed 100 number-reshaped 70 digits-only 45 zeros-lost 25 year-lost 25
        number-over-two-lines 25 number-in-end-to-end-id 10 number-in-document-field 5 several-in-full 20

        several-abbreviated 110 several-glued 110 several-truncated 100

        number-misspelt 20 customer-number 12 order-number 14 known-account 35 name-only 32 exact-sum 16 oldest-of-equal 16
        round-on-account 8 third-party-with-number 18 third-party-with-name 10 account-of-another 8 number-of-another 6 no-receivable 35
        one-term 12 several-terms 6 part-of-term 4 charges-stated 5 charges-silent 5 discount-in-time 8 discount-too-late 5 overpaid 8
        part-of-named 14 with-indemnity 5 credit-note-named 8 credit-note-silent 6 paid-twice 5 returned-direct-debit 5
        """);

    /// <summary>Other shares and other noise than the three that one looks at while writing.</summary>
    public static Mix HeldOut { get; } = Mix.Of("held-out", new Noise { AccountsKnown = 25, PayersConfirmed = 45, NameChanged = 40, Chatter = 60 }, """
        structured-reference 15 number-as-printed 120 number-reshaped 130 digits-only 20 zeros-lost 60 year-lost 55
        number-over-two-lines 10 number-in-end-to-end-id 35 number-in-document-field 20 several-in-full 55

        number-misspelt 45 several-abbreviated 60 several-glued 35 several-truncated 25 customer-number 25 order-number 35
        known-account 20 name-only 45 exact-sum 30 oldest-of-equal 25 round-on-account 10 third-party-with-number 25
        third-party-with-name 15 account-of-another 10 number-of-another 10 no-receivable 60 one-term 25 several-terms 12 part-of-term 8
        charges-stated 10 charges-silent 10 discount-in-time 15 discount-too-late 10 overpaid 15 part-of-named 25 with-indemnity 10
        credit-note-named 15 credit-note-silent 12 paid-twice 12 returned-direct-debit 10
        """);

    /// <summary>The three that <c>all</c> stands for.</summary>
    public static IReadOnlyList<Mix> Ordinary { get; } = [Easy, Medium, Hard];

    /// <summary>The mixes of a word; none where there is no such.</summary>
    public static IReadOnlyList<Mix> Of(string word) =>
        word == "all" ? Ordinary : [.. Ordinary.Append(HeldOut).Where(mix => mix.Name == word)];
}
