using Reconciliation.Pipeline.Ports;

namespace Reconciliation.Storage.Contract;

/// <summary>The figures of each day.</summary>
public abstract class FiguresContract : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    private IFigures? _figures;

    protected static CancellationToken None => CancellationToken.None;

    private IFigures Figures => _figures ?? throw new InvalidOperationException("The storage is not open yet.");

    public async Task InitializeAsync() => _figures = await OpenAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Latest_WithoutAnyDay_IsNone() => Assert.Null(await Figures.LatestAsync(None));

    [Fact]
    public async Task Latest_AfterSeveralDays_IsTheLastByDayWhateverTheOrder()
    {
        await Figures.PutAsync(Day.AddDays(1), """{"n":2}""", None);
        await Figures.PutAsync(Day, """{"n":1}""", None);

        Assert.Equal(new KeptFigures(Day.AddDays(1), """{"n":2}"""), await Figures.LatestAsync(None));
    }

    [Fact]
    public async Task Day_PutAgain_IsReplacedWhole()
    {
        await Figures.PutAsync(Day, """{"long":"a longer document with accents: créance échue"}""", None);
        await Figures.PutAsync(Day, """{"é":1}""", None);

        Assert.Equal(new KeptFigures(Day, """{"é":1}"""), await Figures.LatestAsync(None));
    }

    /// <summary>Opens the adapter on fresh data.</summary>
    protected abstract Task<IFigures> OpenAsync();
}
