using WaterSim.Hydraulics.Laws;
using WaterSim.Model;
using WaterSim.Numerics;

namespace WaterSim.Hydraulics;

/// <summary>The pipes' resistances where scenarios that are solved side by side differ in roughness.</summary>
/// <typeparam name="T">The scenarios side by side.</typeparam>
internal sealed class LaneRoughness<T>
    where T : struct, ILanes<T>
{
    private readonly NetworkArrays _arrays;
    private readonly double[] _resistance;
    private readonly double[] _relativeRoughness;

    /// <summary>Makes the coefficients take each lane's own.</summary>
    public LaneRoughness(NetworkArrays arrays, PipeCoefficients<T> coefficients)
    {
        _arrays = arrays;
        _resistance = LaneMemory.Zeros(arrays.Pipes.Resistance.Length, T.Count);
        _relativeRoughness = LaneMemory.Zeros(arrays.Pipes.RelativeRoughness.Length, T.Count);
        coefficients.LaneResistance = _resistance;
        coefficients.LaneRelativeRoughness = _relativeRoughness;
    }

    /// <summary>Sets a lane's roughness.</summary>
    /// <param name="lane">Which.</param>
    /// <param name="factor">Factor on the roughness of all pipes, -.</param>
    /// <param name="own">Pipes with a roughness of their own: solver link, roughness; the factor is not for them.</param>
    public void Set(int lane, double factor, IReadOnlyList<(int Link, double Roughness)> own)
    {
        // Hazen-Williams: r goes with C^-1.852; Chezy-Manning: with n^2; Darcy-Weisbach's r knows no roughness.
        var friction = _arrays.Friction;
        var resistanceFactor = friction switch
        {
            HeadLossFormula.HazenWilliams => Math.Pow(factor, -HazenWilliams.Exponent),
            HeadLossFormula.ChezyManning => factor * factor,
            _ => 1,
        };
        var pipes = _arrays.Pipes;
        for (var place = 0; place < pipes.Resistance.Length; place++)
        {
            _resistance[(place * T.Count) + lane] = pipes.Resistance[place] * resistanceFactor;
        }

        for (var place = 0; place < pipes.RelativeRoughness.Length; place++)
        {
            _relativeRoughness[(place * T.Count) + lane] = pipes.RelativeRoughness[place] * factor;
        }

        foreach (var (link, roughness) in own)
        {
            var pipe = (Pipe)_arrays.Network.Links[_arrays.ModelLink[link]];
            var place = (pipes.PlaceOfLink[link] * T.Count) + lane;
            if (place >= 0)
            {
                _resistance[place] = NetworkArrays.ResistanceOf(pipe, roughness, friction);
                if (_relativeRoughness.Length > 0)
                {
                    _relativeRoughness[place] = roughness / pipe.Diameter;
                }
            }
        }
    }
}
