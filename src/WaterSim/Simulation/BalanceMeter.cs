using WaterSim.Hydraulics;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>Adds up the water of a run. Between two solutions all flows are constant.</summary>
internal sealed class BalanceMeter(NetworkArrays arrays, TankLevels tanks)
{
    private double _stored;
    private double _fromReservoirs;
    private double _delivered;
    private double _required;
    private double _intoTanks;
    private double _leaked;

    /// <summary>Begins anew with the water that is in the tanks.</summary>
    public void Restart()
    {
        _stored = tanks.Total;
        (_fromReservoirs, _delivered, _required, _intoTanks, _leaked) = (0, 0, 0, 0, 0);
    }

    /// <summary>Adds a step of some length, s.</summary>
    public void Add(HydraulicState state, StepTotals totals, double step)
    {
        double supplied = 0, intoTanks = 0, leaked = 0;
        var delivered = totals.Delivered;
        for (var i = arrays.UnknownCount; i < arrays.FixedEnd; i++)
        {
            if (tanks.IsTank(i))
            {
                intoTanks += state.Inflow[i];
            }
            else
            {
                supplied -= state.Inflow[i];
            }
        }

        for (var e = 0; e < state.Discharge.Length; e++)
        {
            delivered += state.Discharge[e];
            leaked += e >= arrays.Discharges.EmitterCount ? state.Discharge[e] : 0;
        }

        _fromReservoirs += supplied * step;
        _delivered += delivered * step;
        _required += totals.Required * step;
        _intoTanks += intoTanks * step;
        _leaked += leaked * step;
    }

    /// <summary>Keeps all that changes.</summary>
    public void Keep(StateArchive archive)
    {
        archive.Keep(ref _stored);
        archive.Keep(ref _fromReservoirs);
        archive.Keep(ref _delivered);
        archive.Keep(ref _required);
        archive.Keep(ref _intoTanks);
        archive.Keep(ref _leaked);
    }

    /// <summary>The balance so far.</summary>
    /// <param name="steady">True: one moment was solved, and what flows into tanks counts as stored there.</param>
    public WaterBalance Total(bool steady) => new()
    {
        FromReservoirs = _fromReservoirs,
        Delivered = _delivered,
        Required = _required,
        Leaked = _leaked,
        StorageChange = steady ? _intoTanks : tanks.Total - _stored,
        Overflow = tanks.Overflow,
        Rounding = tanks.Rounding,
    };
}
