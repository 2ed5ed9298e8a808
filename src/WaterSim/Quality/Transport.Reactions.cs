using WaterSim.Numerics;

namespace WaterSim.Quality;

/// <content>Reactions, and the look at what is under way.</content>
internal sealed partial class Transport<T>
{
    // A link's decay so far is taken into its water before it gets out of hand.
    private const double LeastDecay = 1e-30;
    private const double MostGrowth = 1e30;

    /// <inheritdoc/>
    public void TakeNodes(Span<double> rows)
    {
        var columns = Followed.Columns.Length;
        Span<double> row = stackalloc double[T.Count];
        for (var n = 0; n < _network.NodeCount; n++)
        {
            var node = _network.Arrays.SolverNode[n];
            var value = _hasMoved && Rests(node) && AtRest(node) is { } mean ? mean : _value[node];
            T.Store(value + (_ageing * T.Of(_clock)), ref row[0]);
            row[..columns].CopyTo(rows[(n * columns)..]);
        }
    }

    /// <inheritdoc/>
    public void TakeLinks(Span<double> rows)
    {
        var columns = Followed.Columns.Length;
        Span<double> row = stackalloc double[T.Count];
        for (var n = 0; n < _network.LinkCount; n++)
        {
            var link = _network.LinkOfModel[n];
            ref var water = ref _links[link];
            var volume = _links.VolumeOf(ref water);

            // A pump or valve holds no water: what is told is what stands at its ends.
            var mean = volume > 0
                ? (_links.ContentOf(ref water) * T.Of((_decays ? _decay[link] : 1) / volume)) + (_ageing * T.Of(_clock))
                : ((_value[_network.From[link]] + _value[_network.To[link]]) * T.Of(0.5)) + (_ageing * T.Of(_clock));
            T.Store(mean, ref row[0]);
            row[..columns].CopyTo(rows[(n * columns)..]);
        }
    }

    /// <inheritdoc/>
    public void Settle()
    {
        var inRate = _plan.InRate;
        for (var node = 0; _hasMoved && Followed.ChangesAtRest && node < inRate.Length; node++)
        {
            if (inRate[node] == 0 && Rests(node) && AtRest(node) is { } mean)
            {
                _value[node] = mean;
            }
        }

        _hasMoved = false;
    }

    private bool Rests(int node) =>
        _plan.InRate[node] == 0 && Followed.ChangesAtRest && _roles[node] <= NodeRole.Special;

    // Where nothing enters a node, its water is that of the pipes around it.
    private T? AtRest(int node)
    {
        var (sum, count) = (T.Of(0), 0);
        foreach (var k in _network.LinksAt(node))
        {
            ref var water = ref _links[k];
            if (_network.Volume[k] > 0)
            {
                var atTail = (_plan.LastDirection[k] >= 0) == (_network.From[k] == node);
                var end = atTail || water.Count == 1 ? water.Tail : water.Head;
                sum += end * T.Of(_decays ? _decay[k] : 1);
                count++;
            }
        }

        return count == 0 ? null : sum * T.Of(1.0 / count);
    }

    private void React(double dt)
    {
        if (_decays)
        {
            Decay(dt);
        }
        else if (_reacts)
        {
            StepSegments(dt);
        }

        for (var t = 0; Followed.Tanks is { } reactions && t < _tanks.Count; t++)
        {
            var reaction = reactions.Over(t, dt);
            _tanks.React(t, ref reaction);
            _inTanks += T.Of(reaction.Reacted);
        }
    }

    private void Decay(double dt)
    {
        var (rate, share) = (Followed.Pipes!.Rate, Followed.Pipes.BulkShare);
        if (_factorTime != dt)
        {
            _factorTime = dt;
            for (var k = 0; k < _factor.Length; k++)
            {
                _factor[k] = Math.Exp(rate[k] * dt);
                _inverseFactor[k] = 1 / _factor[k];
            }
        }

        var (bulk, wall) = (T.Of(0), T.Of(0));
        for (var k = 0; k < _factor.Length; k++)
        {
            var after = _inLink[k] * T.Of(_factor[k]);
            var reacted = _inLink[k] - after;
            var inBulk = reacted * T.Of(share[k]);
            bulk += inBulk;
            wall += reacted - inBulk;
            _inLink[k] = after;
            _decay[k] *= _factor[k];
            _growth[k] *= _inverseFactor[k];
            if (_decay[k] is < LeastDecay or > MostGrowth)
            {
                TakeIn(k);
            }
        }

        _inPipes += bulk;
        _atWalls += wall;
    }

    private void TakeIn(int link)
    {
        var change = new Multiplication(_decay[link]);
        _links.Change(ref _links[link], ref change);
        (_decay[link], _growth[link]) = (1, 1);
    }

    private void StepSegments(double dt)
    {
        var (bulk, wall) = (0.0, 0.0);
        for (var k = 0; k < _network.LinkCount; k++)
        {
            var reaction = new PipeReaction(Followed.Pipes!, k, dt);
            _links.Change(ref _links[k], ref reaction);
            _inLink[k] -= T.Of(reaction.Bulk + reaction.Wall);
            bulk += reaction.Bulk;
            wall += reaction.Wall;
        }

        _inPipes += T.Of(bulk);
        _atWalls += T.Of(wall);
    }

    private readonly struct Multiplication(double factor) : ISegmentChange
    {
        public double Apply(double value, double volume) => value * factor;
    }
}
