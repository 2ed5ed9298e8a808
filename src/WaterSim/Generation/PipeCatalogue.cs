namespace WaterSim.Generation;

/// <summary>Which pipes there are, what they carry, and which is taken.</summary>
/// <remarks>
/// Hazen-Williams in SI, q = 0.27853 C D^2.63 S^0.54 (EPANET 2.2 manual, headloss formulas), worked out once and written
/// down: powers differ in their last bits from machine to machine, and a diameter must not.
/// </remarks>
internal static class PipeCatalogue
{
    // Inside diameter, mm; flow at a gradient of 1 m/km with C = 120, mL/s.
    private static readonly (int Diameter, double Flow)[] Pipes =
    [
        (50, 304), (63, 558), (75, 882), (100, 1_880), (150, 5_460), (200, 11_635), (250, 20_924), (300, 33_797),
        (350, 50_694), (400, 72_023), (450, 98_175), (500, 129_522), (600, 209_214), (700, 313_806), (800, 445_841),
        (900, 607_731), (1000, 801_776), (1200, 1_295_090), (1400, 1_942_540), (1600, 2_759_871), (1800, 3_762_010),
        (2000, 4_963_204),
    ];

    // Per class: flow at its gradient over flow at 1 m/km, S^0.54 for 1, 1.5, 2, 3 and 2.5 m/km; least diameter, mm;
    // Hazen-Williams C of the material.
    private static readonly (double Factor, int Least, int Roughness)[] Classes =
    [
        (1, 200, 130), (1.24477, 150, 130), (1.45397, 100, 120), (1.80986, 75, 120), (1.64017, 50, 140),
    ];

    // Demand of the worst hour over the mean.
    private const double Peak = 1.9;

    /// <summary>Hazen-Williams C of a class, -.</summary>
    public static int Roughness(MainClass of) => Classes[(int)of].Roughness;

    /// <summary>The narrowest pipe that carries the worst hour within its class's gradient.</summary>
    /// <param name="of">What it is for.</param>
    /// <param name="flow">Mean flow, mL/s.</param>
    /// <returns>Its place in the catalogue.</returns>
    public static int Size(MainClass of, long flow)
    {
        var (factor, least, _) = Classes[(int)of];
        var i = 0;
        while (i < Pipes.Length - 1 && (Pipes[i].Diameter < least || Pipes[i].Flow * factor < Peak * flow))
        {
            i++;
        }

        return i;
    }

    /// <summary>Inside diameter, mm.</summary>
    public static int Diameter(int pipe) => Pipes[pipe].Diameter;

    /// <summary>
    /// Roughly the gradient at a flow, m/m. The power of 1.852 is taken as 1.875, which square roots give exactly.
    /// </summary>
    /// <param name="pipe">Place in the catalogue.</param>
    /// <param name="flow">Flow, mL/s.</param>
    public static double Gradient(int pipe, long flow)
    {
        var share = flow / Pipes[pipe].Flow;
        var eighthRoot = Math.Sqrt(Math.Sqrt(Math.Sqrt(share)));
        return share == 0 ? 0 : 0.001 * share * share / eighthRoot;
    }
}
