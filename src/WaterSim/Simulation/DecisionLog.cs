using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Model;

namespace WaterSim.Simulation;

/// <summary>Takes down what controls and rules do.</summary>
internal sealed class DecisionLog(NetworkArrays arrays)
{
    private readonly ImmutableArray<ControlDecision>.Builder _decisions = ImmutableArray.CreateBuilder<ControlDecision>();

    /// <summary>All decisions so far, in order.</summary>
    public ImmutableArray<ControlDecision> Decisions => _decisions.ToImmutable();

    /// <summary>Forgets all decisions.</summary>
    public void Clear() => _decisions.Clear();

    /// <summary>Changes a link and takes it down.</summary>
    public void Change(HydraulicState state, int link, LinkState status, double setting, long time, string cause)
    {
        _decisions.Add(new ControlDecision(
            time, arrays.ModelLink[link], Public(state.Status[link]), Public(status), double.IsNaN(setting) ? null : setting, cause));
        state.Status[link] = status;
        state.Setting[link] = setting;
    }

    /// <summary>The status as the model knows it.</summary>
    public static LinkStatus Public(LinkState status) => status switch
    {
        <= LinkState.Closed => LinkStatus.Closed,
        LinkState.Active => LinkStatus.Active,
        _ => LinkStatus.Open,
    };
}
