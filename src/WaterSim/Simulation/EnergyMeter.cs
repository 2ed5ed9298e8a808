using System.Collections.Immutable;
using WaterSim.Hydraulics;
using WaterSim.Hydraulics.Laws;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Simulation;

/// <summary>
/// Energy that the pumps draw:
/// <code>
/// P = gamma s q H / eta
/// eta(w) = 1 - (1 - eta) (1/w)^0.1     at relative speed w, after Sarbu and Borza (1998)
/// </code>
/// P power (W), gamma specific weight of water (N/m3), s specific gravity (-), q flow (m3/s), H lift (m),
/// eta wire-to-water efficiency (-), read at the flow that the pump would have at speed 1. Source: EPANET 2.2 manual, 12.1.
/// </summary>
internal sealed class EnergyMeter
{
    private const double JoulePerKilowattHour = 3.6e6;

    private readonly double _specificWeight;
    private readonly Meter[] _meters;

    public EnergyMeter(NetworkArrays arrays)
    {
        var network = arrays.Network;
        _specificWeight = Constants.SpecificWeight * network.Options.SpecificGravity;
        _meters = [.. Enumerable.Range(0, network.Links.Length)
            .Where(k => network.Links[k] is Pump)
            .Select(k => new Meter(arrays, arrays.SolverLink[k]))];
    }

    /// <summary>Highest power of all pumps together so far, W.</summary>
    public double PeakPower { get; private set; }

    /// <summary>Power drawn by a running pump, W.</summary>
    /// <param name="link">The pump, a position in the model.</param>
    /// <param name="flow">m3/s.</param>
    /// <param name="lift">m.</param>
    /// <param name="speed">Relative speed, -.</param>
    public double Power(int link, double flow, double lift, double speed)
    {
        foreach (var meter in _meters)
        {
            if (meter.ModelLink == link)
            {
                return meter.Power(flow, lift, speed, _specificWeight).Power;
            }
        }

        return 0;
    }

    /// <summary>Begins anew.</summary>
    public void Restart(PatternSet patterns)
    {
        PeakPower = 0;
        foreach (var meter in _meters)
        {
            meter.Restart(patterns);
        }
    }

    /// <summary>Adds a step. A steady state counts as an hour.</summary>
    /// <param name="state">The solution that holds over the step.</param>
    /// <param name="step">Length, s.</param>
    /// <param name="period">Pattern period, for the price.</param>
    public void Add(HydraulicState state, double step, long period)
    {
        var total = 0.0;
        foreach (var meter in _meters)
        {
            total += meter.Add(state, step, period, _specificWeight);
        }

        PeakPower = Math.Max(PeakPower, total);
    }

    /// <summary>Keeps all that changes.</summary>
    public void Keep(StateArchive archive)
    {
        var peak = PeakPower;
        archive.Keep(ref peak);
        PeakPower = peak;
        foreach (var meter in _meters)
        {
            meter.Keep(archive);
        }
    }

    /// <summary>The pumps' totals over a run of some length, s.</summary>
    public ImmutableArray<PumpEnergy> Totals(double duration) => [.. _meters.Select(m => m.Total(duration))];

    private sealed class Meter
    {
        private readonly int _link;
        private readonly int _from;
        private readonly int _to;
        private readonly double _efficiency;
        private readonly double[]? _flows;
        private readonly double[]? _efficiencies;
        private readonly double _price;
        private readonly string? _pricePatternId;
        private double[] _pricePattern = [];
        private double _time;
        private double _energy;
        private double _volume;
        private double _efficiencyTime;
        private double _energyPerVolumeTime;
        private double _cost;
        private double _peak;

        public Meter(NetworkArrays arrays, int link)
        {
            var network = arrays.Network;
            var pump = (Pump)network.Links[arrays.ModelLink[link]];
            (_link, ModelLink) = (link, arrays.ModelLink[link]);
            (_from, _to) = (arrays.From[link], arrays.To[link]);
            _efficiency = network.Energy.Efficiency;
            if (pump.EfficiencyCurveId is not null && network.FindCurve(pump.EfficiencyCurveId) is { } curve)
            {
                _flows = [.. curve.Points.Select(p => p.X)];
                _efficiencies = [.. curve.Points.Select(p => p.Y)];
            }

            _price = pump.EnergyPrice is > 0 and var price ? price : network.Energy.Price;
            _pricePatternId = pump.PricePatternId ?? network.Energy.PricePatternId;
        }

        public int ModelLink { get; }

        public void Restart(PatternSet patterns)
        {
            _pricePattern = patterns.Of(_pricePatternId);
            (_time, _energy, _volume, _efficiencyTime, _energyPerVolumeTime, _cost, _peak) = (0, 0, 0, 0, 0, 0, 0);
        }

        public void Keep(StateArchive archive)
        {
            archive.Keep(ref _time);
            archive.Keep(ref _energy);
            archive.Keep(ref _volume);
            archive.Keep(ref _efficiencyTime);
            archive.Keep(ref _energyPerVolumeTime);
            archive.Keep(ref _cost);
            archive.Keep(ref _peak);
        }

        public (double Power, double Efficiency) Power(double flow, double lift, double speed, double specificWeight)
        {
            var q = Math.Abs(flow);
            var efficiency = _efficiency;
            if (_flows is not null)
            {
                efficiency = PiecewiseLinear.Value(_flows, _efficiencies!, q / speed);
                efficiency = 100 - ((100 - efficiency) * Math.Pow(1 / speed, 0.1));
            }

            efficiency = Math.Clamp(efficiency, 1, 100) / 100;
            return (specificWeight * q * Math.Abs(lift) / efficiency, efficiency);
        }

        public double Add(HydraulicState state, double step, long period, double specificWeight)
        {
            if (state.Status[_link] <= LinkState.Closed)
            {
                return 0;
            }

            var (power, efficiency) = Power(
                state.Flow[_link], state.Head[_to] - state.Head[_from], state.Setting[_link], specificWeight);
            _time += step;
            _energy += power * step;
            var flow = Math.Max(Constants.SmallFlow, Math.Abs(state.Flow[_link]));
            _volume += flow * step;
            _energyPerVolumeTime += power / flow * step;
            _efficiencyTime += efficiency * step;
            _peak = Math.Max(_peak, power);
            _cost += power * step / JoulePerKilowattHour * _price * PatternSet.At(_pricePattern, period);
            return power;
        }

        public PumpEnergy Total(double duration) => new()
        {
            Link = ModelLink,
            Utilization = duration > 0 ? _time / duration : 0,
            AverageEfficiency = _time > 0 ? 100 * _efficiencyTime / _time : 0,
            Energy = _energy,
            Volume = _volume,
            MeanEnergyPerVolume = _time > 0 ? _energyPerVolumeTime / _time : 0,
            AveragePower = _time > 0 ? _energy / _time : 0,
            PeakPower = _peak,
            Cost = _cost,
        };
    }
}
