using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <content>
/// What comes and goes. Age is kept as a time of birth, t0; contents are so counted as volume times -t0, and volumes beside
/// them, to tell ages by.
/// </content>
internal sealed partial class Transport<T>
{
    private T _initial;
    private T _added;
    private T _removed;
    private T _inPipes;
    private T _atWalls;
    private T _inTanks;
    private T _rounding;
    private double _linkVolume;

    /// <inheritdoc/>
    public QualityBalance Balance(int column)
    {
        var row = new double[T.Count];
        return new QualityBalance
        {
            Initial = Of(_initial),
            Added = Of(_added),
            Removed = Of(_removed),
            ReactedInPipes = Of(_inPipes),
            ReactedAtWalls = Of(_atWalls),
            ReactedInTanks = Of(_inTanks),
            Rounding = Of(_rounding),
            Final = Of(Stored()),
        };

        double Of(T value)
        {
            T.Store(value, ref row[0]);
            return row[column];
        }
    }

    /// <inheritdoc/>
    public void Keep(StateArchive archive)
    {
        _links.Keep(archive);
        _tanks.Keep(archive);
        _extremes.Keep(archive);
        Keep(archive, _value);
        Keep(archive, _inLink);
        archive.Keep<double>(_decay);
        archive.Keep<double>(_growth);
        archive.Keep(ref _clock);
        archive.Keep(ref _hasMoved);
        archive.Keep(ref _linkVolume);
        archive.Keep(_overfull);
        T[] totals = [_initial, _added, _removed, _inPipes, _atWalls, _inTanks, _rounding];
        Keep(archive, totals);
        (_initial, _added, _removed, _inPipes, _atWalls, _inTanks, _rounding) =
            (totals[0], totals[1], totals[2], totals[3], totals[4], totals[5], totals[6]);
        _factorTime = 0;
    }

    /// <summary>Keeps values of several numbers each.</summary>
    internal static void Keep(StateArchive archive, T[] values) => archive.Keep(MemoryMarshal.CreateSpan(
        ref Unsafe.As<T, double>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length * T.Count));

    private void ClearTotals()
    {
        var none = T.Of(0);
        (_added, _removed, _inPipes, _atWalls, _inTanks, _rounding) = (none, none, none, none, none, none);
    }

    // All that is in pipes and tanks, segment by segment. What a traced tank holds is not followed: all that leaves it counts
    // as added.
    private T Stored()
    {
        var stored = T.Of(0);
        for (var k = 0; k < _network.LinkCount; k++)
        {
            ref var water = ref _links[k];
            stored += (_links.ContentOf(ref water) * T.Of(_decays ? _decay[k] : 1))
                + (_ageing * T.Of(_clock * _links.VolumeOf(ref water)));
        }

        for (var t = 0; t < _tanks.Count; t++)
        {
            stored += IsStored(t) ? _tanks.ContentOf(t) + (_ageing * T.Of(_clock * _tanks.VolumeOf(t))) : T.Of(0);
        }

        return stored;
    }

    private bool IsStored(int tank) => _roles[_network.TankNodes[tank]] == NodeRole.Tank;

    private double VolumeInLinks()
    {
        var volume = 0.0;
        for (var k = 0; k < _network.LinkCount; k++)
        {
            volume += _links.VolumeOf(ref _links[k]);
        }

        return volume;
    }

    // All water grows older.
    private void NoteGrowth(int steps, double dt)
    {
        var volume = steps * _linkVolume;
        for (var t = 0; t < _tanks.Count; t++)
        {
            var node = _network.TankNodes[t];
            volume += (steps * _tanks.VolumeOf(t)) + ((_plan.InRate[node] - _plan.FedRate[node]) * dt * (steps * (steps - 1) / 2));
        }

        _inPipes -= _ageing * T.Of(volume * dt);
    }

    // A volume of links changes at a step: in the steps after it more water grows older.
    private void NoteVolume(double change, int step, double dt)
    {
        _linkVolume += change;
        NoteGrowthOf(change, step, dt);
    }

    private void NoteGrowthOf(double change, int step, double dt) =>
        _inPipes -= _ageing * T.Of(change * (_stepsAtOnce - step - 1) * dt);

    private void NoteDrawn(T content, int steps, double before, double dt)
    {
        _removed += content;
        if (Followed.Ages)
        {
            var volume = 0.0;
            foreach (ref var stop in _plan.Stops.AsSpan())
            {
                volume += stop.Drawn;
            }

            // The times of all steps, added up.
            var times = (steps * before) + (dt * (steps * (steps + 1) / 2));
            _removed += _ageing * T.Of(times * volume * dt);
        }
    }

    private void NoteDrawnHere(T content) => _removed += content;

    private void NoteHeld(T held, double volumeIn, T contentIn, double volumeFed, double drawn, T start)
    {
        // Of what is drawn at a traced junction itself the age, if any, is told by NoteDrawn.
        _removed += contentIn + (start * T.Of(volumeIn)) + ((held - start) * T.Of(drawn));
        _added += held * T.Of(volumeFed + drawn);
    }

    private void NoteEntering(double volume) => _added += _entering * T.Of(volume);

    private void NoteDosed(T content) => _added += content;

    private void NoteRounding(T content, double volume, T start) => _rounding += content + (start * T.Of(volume));
}
