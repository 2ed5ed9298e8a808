namespace WaterSim.Hydraulics.Linear;

/// <summary>
/// Minimum degree ordering: eliminate next the unknown with the fewest neighbours left, so that little fill arises.
/// Pipe networks are nearly trees: their factors hold about two entries a node, and this plain form of the
/// algorithm, on explicit neighbour lists, is as good as the refined ones.
/// Source: Davis, T. A. (2006), Direct Methods for Sparse Linear Systems, SIAM, chapter 7.
/// </summary>
internal sealed class MinimumDegree
{
    private readonly int[][] _neighbours;
    private readonly int[] _counts;
    private readonly int[] _head;
    private readonly int[] _next;
    private readonly int[] _previous;
    private int[] _merged = new int[16];
    private int _least;

    private MinimumDegree(int size, ReadOnlySpan<(int A, int B)> edges)
    {
        (_neighbours, _counts) = Adjacency(size, edges);
        _head = new int[size + 1];
        _next = new int[size];
        _previous = new int[size];
        Array.Fill(_head, -1);
        for (var i = size - 1; i >= 0; i--)
        {
            Insert(i);
        }
    }

    /// <summary>Orders the unknowns 0 to size - 1 of a symmetric matrix.</summary>
    /// <param name="size">Number of unknowns.</param>
    /// <param name="edges">Off-diagonal entries, each pair once or more, either way round.</param>
    /// <returns>
    /// Unknowns in elimination order, and for each of them the unknowns it is still joined to when its turn comes:
    /// the structure of its column of the factor. Ties fall the same way on every machine.
    /// </returns>
    public static (int[] Order, int[][] Columns) Order(int size, ReadOnlySpan<(int A, int B)> edges)
    {
        var self = new MinimumDegree(size, edges);
        var order = new int[size];
        var columns = new int[size][];
        for (var step = 0; step < size; step++)
        {
            var pivot = self.TakeLeast();
            order[step] = pivot;
            columns[step] = self.Eliminate(pivot);
        }

        return (order, columns);
    }

    private static (int[][] Neighbours, int[] Counts) Adjacency(int size, ReadOnlySpan<(int A, int B)> edges)
    {
        var degrees = new int[size];
        foreach (var (a, b) in edges)
        {
            if (a != b)
            {
                degrees[a]++;
                degrees[b]++;
            }
        }

        var neighbours = new int[size][];
        for (var i = 0; i < size; i++)
        {
            neighbours[i] = new int[degrees[i]];
        }

        var counts = new int[size];
        foreach (var (a, b) in edges)
        {
            if (a != b)
            {
                neighbours[a][counts[a]++] = b;
                neighbours[b][counts[b]++] = a;
            }
        }

        for (var i = 0; i < size; i++)
        {
            var list = neighbours[i].AsSpan();
            list.Sort();
            counts[i] = 0;
            foreach (var n in list)
            {
                if (counts[i] == 0 || list[counts[i] - 1] != n)
                {
                    list[counts[i]++] = n;
                }
            }
        }

        return (neighbours, counts);
    }

    // Joins the pivot's neighbours with one another and takes the pivot out.
    private int[] Eliminate(int pivot)
    {
        var clique = _neighbours[pivot].AsSpan(0, _counts[pivot]).ToArray();
        foreach (var u in clique)
        {
            Remove(u);
            Merge(u, clique, pivot);
            Insert(u);
        }

        _neighbours[pivot] = [];
        return clique;
    }

    // neighbours(u) = (neighbours(u) + clique) - u - pivot; both lists are sorted.
    private void Merge(int u, int[] clique, int pivot)
    {
        var own = _neighbours[u].AsSpan(0, _counts[u]);
        if (_merged.Length < own.Length + clique.Length)
        {
            _merged = new int[2 * (own.Length + clique.Length)];
        }

        int i = 0, j = 0, count = 0;
        while (i < own.Length || j < clique.Length)
        {
            int take;
            if (j == clique.Length || (i < own.Length && own[i] <= clique[j]))
            {
                take = own[i++];
                if (j < clique.Length && clique[j] == take)
                {
                    j++;
                }
            }
            else
            {
                take = clique[j++];
            }

            if (take != u && take != pivot)
            {
                _merged[count++] = take;
            }
        }

        if (_neighbours[u].Length < count)
        {
            _neighbours[u] = new int[Math.Max(count, 2 * _neighbours[u].Length)];
        }

        _merged.AsSpan(0, count).CopyTo(_neighbours[u]);
        _counts[u] = count;
    }

    private int TakeLeast()
    {
        while (_head[_least] < 0)
        {
            _least++;
        }

        var pivot = _head[_least];
        Remove(pivot);
        return pivot;
    }

    // Unknowns of equal degree are a doubly linked list, so that one can be moved in constant time.
    private void Insert(int i)
    {
        var degree = _counts[i];
        _previous[i] = -1;
        _next[i] = _head[degree];
        if (_head[degree] >= 0)
        {
            _previous[_head[degree]] = i;
        }

        _head[degree] = i;
        _least = Math.Min(_least, degree);
    }

    private void Remove(int i)
    {
        if (_previous[i] >= 0)
        {
            _next[_previous[i]] = _next[i];
        }
        else
        {
            _head[_counts[i]] = _next[i];
        }

        if (_next[i] >= 0)
        {
            _previous[_next[i]] = _previous[i];
        }
    }
}
