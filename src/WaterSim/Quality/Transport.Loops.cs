namespace WaterSim.Quality;

/// <content>Loops of flow, in which a node gets water from one that comes after it.</content>
internal sealed partial class Transport<T>
{
    // Water of links that come too late in the order: what they hold already. Where that is less than what flows in a step, the
    // node makes up for it with more of what it has; the link then holds that much too much as long as it is late.
    private void TakeLate(int first, int end, int step, double dt)
    {
        for (var l = first; l < end; l++)
        {
            ref var feed = ref _plan.Feeds[_plan.Late[l]];
            var (link, to, volume) = (feed.Link, ~feed.To, feed.Rate * dt);
            ref var water = ref _links[link];
            var held = _links.VolumeOf(ref water);
            var leaves = _links.Leave(ref water, Math.Min(held, volume));
            if (_reacts)
            {
                leaves *= T.Of(_decay[link]);
                _inLink[link] -= leaves;
            }

            _content[(feed.Place * _block) + step] += leaves;
            NoteVolume(-Math.Min(held, volume), step, dt);
            if (volume > held)
            {
                _missing[to] += volume - held;
                if (!_overfull.Contains(link))
                {
                    _overfull.Add(link);
                }
            }
        }
    }

    // Links that are late no more give back what they hold too much.
    private void TakeBack()
    {
        for (var n = _overfull.Count - 1; n >= 0; n--)
        {
            var link = _overfull[n];
            if (IsLate(link))
            {
                continue;
            }

            _overfull.RemoveAt(n);
            ref var water = ref _links[link];
            var (held, content) = (_links.VolumeOf(ref water), _links.ContentOf(ref water));
            _links.ScaleVolumes(ref water, _network.Volume[link] / held);
            var change = (_links.ContentOf(ref water) - content) * T.Of(_decays ? _decay[link] : 1);
            NoteRounding(change, _network.Volume[link] - held, _ageing * T.Of(_clock));
            _linkVolume += _network.Volume[link] - held;
            if (_reacts)
            {
                _inLink[link] += change;
            }
        }
    }

    private bool IsLate(int link)
    {
        foreach (var o in _plan.Late)
        {
            if (_plan.Feeds[o].Link == link)
            {
                return true;
            }
        }

        return false;
    }
}
