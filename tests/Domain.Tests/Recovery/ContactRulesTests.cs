using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>Each contact rule where a contact is sent: what it stops, with its code.</summary>
public class ContactRulesTests
{
    [Fact]
    public void Check_ContactAsPlanned_Allows() =>
        Assert.Equal("allowed F1 100.00 EUR", Verdict(Planned()));

    [Fact]
    public void Check_ContactOfNoStep_Forbids()
    {
        var planned = Planned();

        var verdict = ContactRules.Check(planned.Account, new PlannedContact("other", ContactChannel.Email, planned.Now), planned.Policy, planned.Now, planned.Situation);

        Assert.Equal("contact-unknown", Assert.IsType<ContactForbidden>(verdict).Rule.Code);
    }

    [Fact]
    public void Check_ContactMadeBefore_Forbids()
    {
        var planned = Planned();
        planned.Record(planned.LastContact.Planned.Id, ContactResult.Made);

        Assert.Equal("forbidden already-made", Verdict(planned));
    }

    [Theory]
    [InlineData(ContactResult.Failed)]
    [InlineData(ContactResult.Suppressed)]
    public void Check_ContactThatDidNotReachTheDebtor_AllowsAnotherTry(ContactResult result)
    {
        var planned = Planned();
        planned.Record(planned.LastContact.Planned.Id, result);

        Assert.Equal("allowed F1 100.00 EUR", Verdict(planned));
    }

    [Fact]
    public void Check_StageThatThePolicyDropped_Forbids()
    {
        var planned = Planned();
        var policy = planned.Policy with { Stages = [.. planned.Policy.Stages.Where(stage => stage.Id != "reminder-1")] };

        var verdict = ContactRules.Check(planned.Account, planned.LastContact.Planned, policy, planned.Now, planned.Situation);

        Assert.Equal("stage-unknown", Assert.IsType<ContactForbidden>(verdict).Rule.Code);
    }

    [Fact]
    public void Check_PaidMeanwhile_Forbids()
    {
        var planned = Planned();
        planned.Pay("100.00", "F1");

        Assert.Equal("forbidden nothing-open", Verdict(planned));
    }

    [Fact]
    public void Check_CoveredByMoneyOnAccountMeanwhile_Forbids()
    {
        var planned = Planned();
        planned.Pay("100.00", null);

        Assert.Equal("forbidden nothing-open", Verdict(planned));
    }

    [Fact]
    public void Check_PartlyPaidMeanwhile_AllowsForTheRest()
    {
        var planned = Planned();
        planned.Pay("60.00", "F1");

        Assert.Equal("allowed F1 40.00 EUR", Verdict(planned));
    }

    [Fact]
    public void Check_DisputedMeanwhile_Forbids()
    {
        var planned = Planned();
        planned.Dispute("F1");

        Assert.Equal("forbidden dispute", Verdict(planned));
    }

    [Fact]
    public void Check_OneOfTwoDisputedMeanwhile_AllowsForTheOther()
    {
        var planned = Planned(("F2", "50.00", "2026-03-10"));
        planned.Dispute("F1");

        Assert.Equal("allowed F2 50.00 EUR", Verdict(planned));
    }

    [Fact]
    public void Check_MaybePrescribedMeanwhile_Forbids()
    {
        var planned = Case.With(DebtorKind.Consumer, ("F1", "100.00", "2024-03-16"));
        planned.Now = Case.At("2026-03-16 10:00");
        planned.Take(Assert.IsType<StepDue>(planned.Next));
        planned.Now = Case.At("2026-03-17 10:00");

        Assert.Equal("forbidden limitation", Verdict(planned));
    }

    [Fact]
    public void Check_LaterStageReachedMeanwhile_Forbids()
    {
        var planned = Planned();
        var first = planned.LastContact.Planned;
        planned.Now = Case.At("2026-03-26 10:00");
        planned.Take(Assert.IsType<StepDue>(planned.Next));

        var verdict = ContactRules.Check(planned.Account, first, planned.Policy, planned.Now, planned.Situation);

        Assert.Equal("superseded", Assert.IsType<ContactForbidden>(verdict).Rule.Code);
    }

    [Fact]
    public void Check_NoticeOnTheDueDate_Forbids()
    {
        var made = Case.With(DebtorKind.Business, ("F1", "100.00", "2026-03-10"));
        made.Now = Case.At("2026-03-05 10:00");
        made.Take(Assert.IsType<StepDue>(made.Next));
        made.Now = Case.At("2026-03-10 10:00");

        Assert.Equal("forbidden too-late", Verdict(made));
    }

    [Fact]
    public void Check_AddressLostMeanwhile_Forbids()
    {
        var planned = Planned();
        planned.Debtor(Case.Someone(DebtorKind.Business) with { Email = " " });

        Assert.Equal("forbidden no-address", Verdict(planned));
    }

    [Theory]
    [InlineData("95.01", "forbidden below-minimum")]
    [InlineData("95.00", "allowed F1 5.00 EUR")]
    public void Check_LittleLeft_ForbidsBelowTheMinimum(string paid, string expected)
    {
        var planned = Planned();
        planned.Pay(paid, "F1");

        Assert.Equal(expected, Verdict(planned));
    }

    [Fact]
    public void Check_BeforeItsInstant_Waits()
    {
        var planned = Planned();
        planned.Now = Case.At("2026-03-16 09:15");

        Assert.Equal("2026-03-16 10:00 too-early", Verdict(planned));
    }

    [Theory]
    [InlineData("2026-03-15", "allowed F1 100.00 EUR")]
    [InlineData("2026-03-13", "allowed F1 100.00 EUR")]
    [InlineData("2026-03-12", "2026-03-16 14:00 bank-file-missing")]
    [InlineData(null, "2026-03-16 14:00 bank-file-missing")]
    public void Check_BankFiles_MustCoverTheLastBusinessDay(string? through, string expected)
    {
        var planned = Planned();
        planned.BankData = _ => through is null ? null : Case.Day(through);

        Assert.Equal(expected, Verdict(planned));
    }

    [Fact]
    public void Check_MoneyInFlight_WaitsAndNamesTheEntries()
    {
        var planned = Planned();
        planned.MoneyInFlight = ["E7", "E9"];

        var verdict = Assert.IsType<ContactNotNow>(planned.Verdict);

        Assert.Equal("2026-03-16 14:00 money-in-flight", Verdict(planned));
        Assert.EndsWith("(E7, E9)", verdict.Rule.English, StringComparison.Ordinal);
        Assert.EndsWith("(E7, E9)", verdict.Rule.French, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-17 08:59", "2026-03-17 09:00 outside-window")]
    [InlineData("2026-03-16 09:00", "allowed F1 100.00 EUR")]
    [InlineData("2026-03-16 18:59", "allowed F1 100.00 EUR")]
    [InlineData("2026-03-16 19:00", "2026-03-17 09:00 outside-window")]
    [InlineData("2026-03-20 19:00", "2026-03-23 09:00 outside-window")]
    [InlineData("2026-03-21 12:00", "2026-03-23 09:00 outside-window")]
    [InlineData("2026-03-22 12:00", "2026-03-23 09:00 outside-window")]
    [InlineData("2026-03-24 12:00", "2026-03-25 09:00 holiday")]
    [InlineData("2026-03-16 23:30-04:00", "2026-03-17 09:00 outside-window")]
    [InlineData("2026-03-17 03:30-04:00", "2026-03-17 09:00 outside-window")]
    public void Check_DayAndHour_AreThoseOfTheDebtor(string now, string expected)
    {
        var planned = Planned(plannedAt: "2026-03-16 09:00");
        planned.Holidays.Add(Case.Day("2026-03-24"));
        planned.Now = Case.At(now);

        Assert.Equal(expected, Verdict(planned));
    }

    [Theory]
    [InlineData("2026-03-18 10:00", "2026-03-19 09:00 quiet-period")]
    [InlineData("2026-03-19 09:00", "allowed F1 100.00 EUR")]
    public void Check_AnotherContactShortBefore_WaitsUntilTheQuietDaysAreOver(string now, string expected)
    {
        var planned = Planned();
        Another(planned, "2026-03-16 11:00");
        planned.Now = Case.At(now);

        Assert.Equal(expected, Check(planned));
    }

    [Theory]
    [InlineData(2, 1, "2026-03-27 10:00", "2026-03-31 09:00 contact-cap")]
    [InlineData(7, 2, "2026-04-15 10:00", "2026-04-16 09:00 contact-cap")]
    [InlineData(7, 2, "2026-04-16 10:00", "allowed F1 100.00 EUR")]
    public void Check_TooManyContacts_WaitsUntilTheCapAllows(int others, int daysBetween, string now, string expected)
    {
        var planned = Planned();
        planned = WithoutQuietDays(planned, perWeek: others == 2 ? 2 : 8, per30Days: others == 2 ? 8 : 7);
        for (var i = 0; i < others; i++)
            Another(planned, Case.At(others == 2 ? "2026-03-24 11:00" : "2026-03-17 11:00").AddDays(i * daysBetween).ToString("yyyy-MM-dd HH:mm", null));
        planned.Now = Case.At(now);

        Assert.Equal(expected, Check(planned));
    }

    [Theory]
    [InlineData("2026-03-19 09:00-04:00", "allowed F1 100.00 EUR")]
    [InlineData("2026-03-19 09:00+01:00", "2026-03-20 09:00 quiet-period")]
    public void Check_ContactAroundMidnight_CountsOnTheDebtorsOwnDay(string now, string expected)
    {
        var planned = Planned();
        Another(planned, "2026-03-17 00:30+01:00");
        planned.Now = Case.At(now);

        Assert.Equal(expected, Check(planned));
    }

    [Fact]
    public void Check_SuppressedContactsAndOfficerTasks_DoNotCount()
    {
        var planned = Planned();
        Another(planned, "2026-03-16 11:00", ContactChannel.OfficerTask);
        Another(planned, "2026-03-16 12:00", result: ContactResult.Suppressed);

        Assert.Equal("allowed F1 100.00 EUR", Check(planned));
    }

    [Fact]
    public void Check_FailedAndPendingContacts_Count()
    {
        foreach (var result in new ContactResult?[] { ContactResult.Failed, null })
        {
            var planned = Planned();
            Another(planned, "2026-03-16 11:00", result: result);

            Assert.Equal("2026-03-19 09:00 quiet-period", Check(planned));
        }
    }

    [Fact]
    public void Check_OfficerTask_HasNoHours()
    {
        var made = Case.With(DebtorKind.Business, ("F1", "100.00", "2026-03-10"));
        made.Debtor(Case.Someone(DebtorKind.Business) with { Email = null, Address = null });
        made.Now = Case.At("2026-03-22 23:00");

        Assert.Equal(ContactChannel.OfficerTask, made.Step().Contact.Channel);
    }

    [Fact]
    public void Check_CalendarOfHolidaysOnly_StillAnswers()
    {
        var planned = Planned();
        var situation = planned.Situation with { IsHoliday = _ => true };

        var verdict = ContactRules.Check(planned.Account, planned.LastContact.Planned, planned.Policy, planned.Now, situation);

        Assert.True(Assert.IsType<ContactNotNow>(verdict).At > planned.Now);
        Assert.Equal("outside-window", Assert.IsType<NothingToDo>(
            Planner.Next(Case.With(DebtorKind.Business, ("F1", "9.00", "2026-01-02")).Account, planned.Policy, planned.Now, situation)).Reason.Code);
    }

    /// <summary>A case whose first reminder about F1, and whatever else is due, was taken and is to be sent.</summary>
    private static Case Planned(params (string, string, string)[] others) => Planned("2026-03-16 10:00", others);

    private static Case Planned(string plannedAt, params (string, string, string)[] others)
    {
        var made = Case.With(DebtorKind.Business, [("F1", "100.00", "2026-03-10"), .. others]);
        made.Now = Case.At(plannedAt);
        made.Take(Assert.IsType<StepDue>(made.Next));
        return made;
    }

    private static Case WithoutQuietDays(Case planned, int perWeek, int per30Days)
    {
        var contacts = planned.Policy.Contacts;
        var made = new Case(planned.Policy with
        {
            Stages = [.. planned.Policy.Stages.Where(stage => !stage.IsBeforeDue).Select(stage => stage with { LastDay = null })],
            Contacts = contacts with
            {
                QuietDays = new Setting(0, "test"),
                Caps = contacts.Caps with { PerWeek = perWeek, Per30Days = per30Days },
            },
        });
        made.Debtor(Case.Someone(DebtorKind.Business));
        made.Invoice("F1", "100.00", "2026-03-10");
        made.Now = Case.At("2026-03-16 10:00");
        made.Take(Assert.IsType<StepDue>(made.Next));
        return made;
    }

    /// <summary>A contact about something else.</summary>
    private static void Another(Case planned, string at, ContactChannel channel = ContactChannel.Email, ContactResult? result = ContactResult.Made)
    {
        var number = $"X{planned.Account.Contacts.Count}";
        planned.Now = Case.At(at);
        planned.Invoice(number, "30.00", "2026-03-10");
        planned.Take(new StepDue(number, "reminder-1", [new DunnedItem(number, null, Case.Day("2026-03-10"), Case.Euro("30.00"))], new PlannedContact(number, channel, planned.Now)));
        if (result is { } known)
            planned.Record(number, known);
    }

    private static string Verdict(Case planned) => Words(planned.Verdict);

    /// <summary>The verdict about the first contact of the case.</summary>
    private static string Check(Case planned) => Words(ContactRules.Check(
        planned.Account, planned.Account.Contacts.Values.First(c => c.Items[0].Receivable == "F1").Planned, planned.Policy, planned.Now, planned.Situation));

    private static string Words(ContactVerdict verdict) => verdict.Match(
        allowed => $"allowed {string.Join(", ", allowed.Items.Select(item => $"{item.Receivable} {item.Open}"))}",
        notNow => $"{notNow.At:yyyy-MM-dd HH:mm} {notNow.Rule.Code}",
        forbidden => $"forbidden {forbidden.Rule.Code}");
}
