namespace WaterSim.Hydraulics.Linear;

/// <summary>
/// What of a sparse Cholesky factorisation depends on the structure alone, made once per topology: the elimination
/// order, where the factor's entries stand, and for every update of the elimination the entry it goes to.
/// Unknowns are renumbered: unknown j of the factor is eliminated j-th.
/// </summary>
internal sealed class SymbolicFactor
{
    private SymbolicFactor(int[] order, int[] position, int[] columnStart, int[] rows, int[] targets)
    {
        Order = order;
        Position = position;
        ColumnStart = columnStart;
        Rows = rows;
        Targets = targets;
    }

    /// <summary>Number of unknowns.</summary>
    public int Size => Order.Length;

    /// <summary>The caller's unknown that is eliminated j-th; one per unknown.</summary>
    public int[] Order { get; }

    /// <summary>When the caller's unknown i is eliminated; one per unknown.</summary>
    public int[] Position { get; }

    /// <summary>Column j of L holds entries ColumnStart[j] up to ColumnStart[j + 1].</summary>
    public int[] ColumnStart { get; }

    /// <summary>Row of each entry, rising within a column and always below the diagonal.</summary>
    public int[] Rows { get; }

    /// <summary>
    /// The elimination as a program: for each column, for each pair of its entries (p, q) with p before q in order, the
    /// entry (row q, row p) that the pair's product is taken from.
    /// </summary>
    public int[] Targets { get; }

    /// <summary>Analyses the structure of a symmetric matrix.</summary>
    /// <param name="size">Number of unknowns.</param>
    /// <param name="edges">Off-diagonal entries, each pair once or more, either way round.</param>
    public static SymbolicFactor Analyze(int size, ReadOnlySpan<(int A, int B)> edges)
    {
        var (order, columns) = ByLevel(MinimumDegree.Order(size, edges));
        var position = new int[size];
        for (var j = 0; j < size; j++)
        {
            position[order[j]] = j;
        }

        var columnStart = new int[size + 1];
        long updates = 0;
        for (var j = 0; j < size; j++)
        {
            long count = columns[j].Length;
            columnStart[j + 1] = checked(columnStart[j] + (int)count);
            updates += count * (count - 1) / 2;
        }

        var rows = new int[columnStart[size]];
        for (var j = 0; j < size; j++)
        {
            var column = rows.AsSpan(columnStart[j], columns[j].Length);
            for (var p = 0; p < column.Length; p++)
            {
                column[p] = position[columns[j][p]];
            }

            column.Sort();
        }

        var targets = new int[checked((int)updates)];
        var t = 0;
        for (var j = 0; j < size; j++)
        {
            var column = rows.AsSpan(columnStart[j], columnStart[j + 1] - columnStart[j]);
            for (var p = 0; p < column.Length; p++)
            {
                for (var q = p + 1; q < column.Length; q++)
                {
                    targets[t++] = Entry(columnStart, rows, column[p], column[q]);
                }
            }
        }

        return new SymbolicFactor(order, position, columnStart, rows, targets);
    }

    /// <summary>Place of the off-diagonal entry between two of the factor's unknowns.</summary>
    /// <exception cref="ArgumentException">The structure has no such entry.</exception>
    public int EntryOf(int a, int b)
    {
        var entry = Entry(ColumnStart, Rows, Math.Min(a, b), Math.Max(a, b));
        return entry >= 0 ? entry : throw new ArgumentException("The structure has no such entry.", nameof(b));
    }

    // Any order that eliminates an unknown before those of its column gives the same factor. This one puts first what
    // waits for nothing, then what waits for those, and so on, columns of one length together: neighbours in the order
    // then do not wait for each other, and the processor can foresee the length of the loops.
    private static (int[] Order, int[][] Columns) ByLevel((int[] Order, int[][] Columns) given)
    {
        var size = given.Order.Length;
        var position = new int[size];
        for (var j = 0; j < size; j++)
        {
            position[given.Order[j]] = j;
        }

        var level = new int[size];
        var keys = new (int Level, int Length, int Step)[size];
        for (var j = 0; j < size; j++)
        {
            foreach (var i in given.Columns[j])
            {
                ref var later = ref level[position[i]];
                later = Math.Max(later, level[j] + 1);
            }

            keys[j] = (level[j], given.Columns[j].Length, j);
        }

        Array.Sort(keys);
        return (Array.ConvertAll(keys, k => given.Order[k.Step]), Array.ConvertAll(keys, k => given.Columns[k.Step]));
    }

    private static int Entry(int[] columnStart, int[] rows, int column, int row)
    {
        var start = columnStart[column];
        var found = rows.AsSpan(start, columnStart[column + 1] - start).BinarySearch(row);
        return found >= 0 ? start + found : -1;
    }
}
