using System.Collections.Immutable;
using System.Globalization;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Resources;

/// <summary>
/// Judges each morning at which stage of the drought ladder the county is. It climbs at once to the hardest stage that begins, over
/// several where need be, and comes down stage by stage, each of which holds until its own mark is passed.
/// </summary>
/// <remarks>
/// A stage begins where the live storage it watches is below <see cref="DroughtStage.Below"/> or where no more than
/// <see cref="DroughtStage.DaysLeft"/> are left. It ends where live storage is above <see cref="DroughtStage.Until"/> and days left
/// are above theirs by the same proportion, Until over Below: rationing makes the days that are left more, and would
/// else end itself. All that it remembers is the stage.
/// </remarks>
public sealed class DroughtLadder
{
    private readonly ImmutableArray<DroughtStage> _stages;
    private readonly StageOrders[] _orders;

    /// <summary>A ladder at its foot: a normal day.</summary>
    public DroughtLadder(DispatchScheme dispatch)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        _stages = dispatch.Stages;
        _orders = new StageOrders[_stages.Length + 1];
        for (var s = -1; s < _stages.Length; s++)
        {
            _orders[s + 1] = StageOrders.Of(dispatch, s);
        }
    }

    /// <summary>The stage: its position in the dispatch's stages, -1 on normal days.</summary>
    public int Stage { get; private set; } = -1;

    /// <summary>What holds at <see cref="Stage"/>.</summary>
    public StageOrders Orders => _orders[Stage + 1];

    /// <summary>Id of the stage that the last judgement began, or of the hardest it ended; null where the stage stayed.</summary>
    public string? Rule { get; private set; }

    /// <summary>What the last judgement changed and by which number, in one sentence; null where the stage stayed.</summary>
    public string? Change { get; private set; }

    /// <summary>Judges the stage of a day.</summary>
    /// <param name="countyLive">Live storage of all reservoirs in use over that at normal level, -; NaN where there are none.</param>
    /// <param name="lowestLive">The least share among the reservoirs in use, -; NaN where there are none.</param>
    /// <param name="daysLeft">Days for which live storage would last, d; infinity where springs suffice.</param>
    /// <returns><see cref="Stage"/>.</returns>
    public int Judge(double countyLive, double lowestLive, double daysLeft)
    {
        var before = Stage;
        (Rule, Change) = (null, null);
        for (var s = _stages.Length - 1; s > before; s--)
        {
            var stage = _stages[s];
            var live = Watched(stage, countyLive, lowestLive);
            if (live < stage.Below || daysLeft <= stage.DaysLeft)
            {
                Stage = s;
                Rule = stage.Id;
                Change = $"S{Named(stage)} begins: "
                    + (live < stage.Below ? $"{Say(stage, live)}, below {Percent(stage.Below)}" : $"{Days(daysLeft)} of supply are left, no more than {Days(stage.DaysLeft!.Value)}")
                    + $"; from now on {Orders.ToText()}.";
                return Stage;
            }
        }

        while (Stage >= 0 && Ends(_stages[Stage], countyLive, lowestLive, daysLeft))
        {
            Stage--;
        }

        if (Stage < before)
        {
            var ended = _stages[before];
            Rule = ended.Id;
            Change = $"S{Named(ended)} ends: {Say(ended, Watched(ended, countyLive, lowestLive))}, above {Percent(ended.Until)}"
                + (ended.DaysLeft is null ? "" : $", and {Days(daysLeft)} of supply are left")
                + (Stage < 0 ? "; from now on normal operation." : $"; s{Named(_stages[Stage])} holds on: {Orders.ToText()}.");
        }

        return Stage;
    }

    /// <summary>Goes on from a stage that was reached before.</summary>
    /// <param name="stage">As <see cref="Stage"/>.</param>
    public void Restore(int stage)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stage, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stage, _stages.Length);
        (Stage, Rule, Change) = (stage, null, null);
    }

    // What cannot be told, of no reservoirs or no draw, is no drought.
    private static bool Ends(DroughtStage stage, double countyLive, double lowestLive, double daysLeft) =>
        !(Watched(stage, countyLive, lowestLive) <= stage.Until)
        && !(daysLeft <= stage.DaysLeft * Math.Max(1, stage.Until / stage.Below));

    private static double Watched(DroughtStage stage, double countyLive, double lowestLive) =>
        stage.Watch == StageWatch.County ? countyLive : lowestLive;

    private static string Named(DroughtStage stage) => $"tage '{stage.Id}' ({stage.Name.En})";

    private static string Say(DroughtStage stage, double live) =>
        stage.Watch == StageWatch.County
            ? $"the county's live storage is {Percent(live)}"
            : $"live storage of the emptiest reservoir in use is {Percent(live)}";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");

    private static string Days(double days) => string.Create(CultureInfo.InvariantCulture, $"{days:0.#} d");
}
