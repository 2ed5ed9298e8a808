using System.Globalization;
using System.Text;
using CsCheck;
using WaterSim.IO.Inp;
using WaterSim.Model;
using WaterSim.Tests.Support;

namespace WaterSim.Tests.IO.Inp;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("[JUNCTIONS]\n J3 x", InpCodes.NotANumber, "2:5", "junction J3", "'x'")]
    [InlineData("[JUNCTIONS]\n J3 1 inf", InpCodes.NotANumber, "2:7", "junction J3", "'inf'")]
    [InlineData("[JUNCTIONS]\n J1 1", InpCodes.DuplicateId, "2:2", "node J1", "line 2")]
    [InlineData("[JUNCTIONS]\n J3 1 5 NOPE", InpCodes.UndefinedPattern, "2:9", "junction J3", "'NOPE'")]
    [InlineData("[TANKS]\n T 1 2 3 4", InpCodes.MissingField, "2:10", "tank T", "diameter")]
    [InlineData("[TANKS]\n T 1 2 3 4 -5", InpCodes.ValueOutOfRange, "2:12", "tank T", "'-5'")]
    [InlineData("[TANKS]\n T 1 2 3 4 5 0 VC", InpCodes.UndefinedCurve, "2:16", "tank T", "'VC'")]
    [InlineData("[RESERVOIRS]\n R2", InpCodes.MissingField, "2:2", "reservoir R2", "head")]
    [InlineData("[PIPES]\n P3 J1", InpCodes.MissingField, "2:5", "pipe P3", "end node")]
    [InlineData("[PIPES]\n P3 J1 JX 1 1 1", InpCodes.UndefinedNode, "2:8", "pipe P3", "'JX'")]
    [InlineData("[PIPES]\n P3 J1 J2 1 -1 1", InpCodes.ValueOutOfRange, "2:13", "pipe P3", "'-1'")]
    [InlineData("[PIPES]\n P3 J1 J2 nan 1 1", InpCodes.NotANumber, "2:11", "pipe P3", "'nan'")]
    [InlineData("[PIPES]\n P3 J1 J2 1 1 1 0 AJAR", InpCodes.UnknownKeyword, "2:19", "pipe P3", "'AJAR'")]
    [InlineData("[PIPES]\n P3 J1 J1 1 1 1", InpCodes.LoopLink, "2:8", "pipe P3", "'J1'")]
    [InlineData("[PIPES]\n P1 J1 J2 1 1 1", InpCodes.DuplicateId, "2:2", "link P1", "line 7")]
    [InlineData("[PUMPS]\n U J1 J2 HEAD C", InpCodes.UndefinedCurve, "2:15", "pump U", "'C'")]
    [InlineData("[PUMPS]\n U J1 J2 LIFT 4", InpCodes.UnknownKeyword, "2:10", "pump U", "'LIFT'")]
    [InlineData("[PUMPS]\n U J1 J2", NetworkCodes.PumpWithoutCurve, "2", "pump U", "curve")]
    [InlineData("[VALVES]\n V J1 J2 10 XYZ 4", InpCodes.UnknownKeyword, "2:13", "valve V", "'XYZ'")]
    [InlineData("[VALVES]\n V J1 J2 10 GPV C", InpCodes.UndefinedCurve, "2:17", "valve V", "'C'")]
    [InlineData("[VALVES]\n V J1 R 10 PRV 4", NetworkCodes.ValveAtSource, "2", "valve V", "reservoir R")]
    [InlineData("[CURVES]\n C 1", InpCodes.MissingField, "2:4", "curve C", "y")]
    [InlineData("[CURVES]\n C 1 2\n C 1 3", NetworkCodes.CurveNotRising, "2", "curve C", "point 2")]
    [InlineData("[PATTERNS]\n A 1 b 2", InpCodes.NotANumber, "2:6", "pattern A", "'b'")]
    [InlineData("[DEMANDS]\n NOPE 1", InpCodes.UndefinedNode, "2:2", "demand", "'NOPE'")]
    [InlineData("[EMITTERS]\n J1 -1", InpCodes.ValueOutOfRange, "2:5", "emitter of J1", "'-1'")]
    [InlineData("[STATUS]\n NOPE OPEN", InpCodes.UndefinedLink, "2:2", "status", "'NOPE'")]
    [InlineData("[STATUS]\n P1 AJAR", InpCodes.NotANumber, "2:5", "link P1", "'AJAR'")]
    [InlineData("[CONTROLS]\n LINK P1 OPEN", InpCodes.MissingField, "2:10", "control", "field")]
    [InlineData("[CONTROLS]\n LINK NOPE OPEN AT TIME 1", InpCodes.UndefinedLink, "2:7", "control of NOPE", "'NOPE'")]
    [InlineData("[CONTROLS]\n LINK P1 OPEN IF NODE J9 BELOW 1", InpCodes.UndefinedNode, "2:23", "control of P1", "'J9'")]
    [InlineData("[CONTROLS]\n LINK P1 OPEN IF NODE J1 NEAR 1", InpCodes.UnknownKeyword, "2:26", "control of P1", "'NEAR'")]
    [InlineData("[CONTROLS]\n LINK P1 OPEN AT TIME noon", InpCodes.NotATime, "2:23", "control of P1", "'noon'")]
    [InlineData("[ENERGY]\n PUMP P1 PRICE 1", InpCodes.UndefinedLink, "2:7", "energy", "'P1'")]
    [InlineData("[ENERGY]\n GLOBAL PRICE dear", InpCodes.NotANumber, "2:15", "energy", "'dear'")]
    [InlineData("[TIMES]\n DURATION ever", InpCodes.NotATime, "2:11", "times", "'ever'")]
    [InlineData("[TIMES]\n LUNCH 12", InpCodes.UnknownKeyword, "2:2", "times", "'LUNCH'")]
    [InlineData("[OPTIONS]\n UNITS CUPS", InpCodes.UnknownKeyword, "2:8", "option UNITS", "'CUPS'")]
    [InlineData("[OPTIONS]\n TRIALS 0", InpCodes.ValueOutOfRange, "2:9", "option TRIALS", "'0'")]
    [InlineData("[OPTIONS]\n ACCURACY much", InpCodes.NotANumber, "2:11", "option ACCURACY", "'much'")]
    [InlineData("[NONSENSE]\n a b", InpCodes.UnknownSection, "1:1", null, "[NONSENSE]")]
    public void One_error_is_one_diagnostic_with_place_element_value_and_remedy(
        string section, string code, string place, string? element, string value)
    {
        var result = InpFile.Framed(section + "\n");

        Assert.Null(result.Network);
        var error = Assert.Single(result.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal((code, "test.inp:" + Shift(place), element), (error.Code, error.Location?.ToString(), error.Element));
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Remedy);

        // Ten lines stand above the section: the frame and its options.
        static string Shift(string place)
        {
            var parts = place.Split(':');
            parts[0] = (int.Parse(parts[0], CultureInfo.InvariantCulture) + 10).ToString(CultureInfo.InvariantCulture);
            return string.Join(':', parts);
        }
    }

    [Fact]
    public void Every_problem_of_a_file_is_found_in_one_reading()
    {
        var result = InpFile.Framed("""
            [JUNCTIONS]
             J1 7
             J3 abc
            [PIPES]
             P3 J1 NOWHERE 10 10 10
             P4 J1 J3 -10 10 10
            [PUMPS]
             U J1 J2
            [TIMES]
             DURATION long
            [WHAT]
            """);

        Assert.Equal(
            [
                InpCodes.DuplicateId, InpCodes.NotANumber, InpCodes.UndefinedNode, InpCodes.ValueOutOfRange,
                NetworkCodes.PumpWithoutCurve, InpCodes.NotATime, InpCodes.UnknownSection,
            ],
            result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code));
    }

    [Theory]
    [InlineData("", NetworkCodes.TooFewNodes)]
    [InlineData("[TITLE]\n empty\n", NetworkCodes.NoSource)]
    [InlineData("[JUNCTIONS]\n A 1\n B 1\n[PIPES]\n P A B 1 1 1\n", NetworkCodes.NoSource)]
    [InlineData("[JUNCTIONS]\n A 1\n B 1\n[RESERVOIRS]\n R 1\n[PIPES]\n P R B 1 1 1\n", NetworkCodes.UnconnectedJunction)]
    [InlineData("[JUNCTIONS]\n A 1\n[TANKS]\n T 0 1 2 3 5\n[PIPES]\n P T A 1 1 1\n", NetworkCodes.TankLevels)]
    [InlineData("[JUNCTIONS]\n A 1\n[TANKS]\n T 0 2 1 9 5 0 C\n[CURVES]\n C 0 0\n C 5 9\n[PIPES]\n P T A 1 1 1\n", NetworkCodes.TankBeyondCurve)]
    [InlineData("[JUNCTIONS]\n A 1\n[RESERVOIRS]\n R 1\n[VALVES]\n V R A 9 GPV C\n[CURVES]\n C 1 5\n", NetworkCodes.EmptyCurve)]
    [InlineData("[JUNCTIONS]\n A 1\n[RESERVOIRS]\n R 1\n[PIPES]\n \"\" R A 1 1 1\n", NetworkCodes.InvalidId)]
    [InlineData("[JUNCTIONS]\n A 1\n[RESERVOIRS]\n R 1\n[PIPES]\n P R A 1 1 1\n[PATTERNS]\n \"\" 1\n", NetworkCodes.InvalidId)]
    [InlineData("[JUNCTIONS]\n A 1\n[RESERVOIRS]\n R 1\n[PUMPS]\n P R A HEAD C\n[CURVES]\n C 0 5\n C 1 6\n", NetworkCodes.InvalidPumpCurve)]
    public void A_network_that_cannot_be_run_is_refused(string text, string code)
    {
        var result = InpFile.Read(text);

        Assert.Null(result.Network);
        Assert.Contains(result.Diagnostics, d => d.Code == code);
    }

    [Fact]
    public void Nodes_that_no_source_reaches_are_one_warning_that_names_them_all()
    {
        var result = InpFile.Framed("[JUNCTIONS]\n A 1\n B 1\n C 1\n[PIPES]\n X A B 1 1 1\n Y B C 1 1 1\n");

        var warning = InpFile.Single(result, NetworkCodes.UnreachedNodes);
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        Assert.EndsWith("3 nodes: A, B, C", warning.Message, StringComparison.Ordinal);
        Assert.NotNull(result.Network);
    }

    [Fact]
    public void Data_before_the_first_section_is_named() =>
        InpFile.Single(InpFile.Read("hello\n" + InpFile.Frame), InpCodes.DataOutsideSection);

    [Fact]
    public void Map_data_of_what_does_not_exist_is_left_out_with_a_warning()
    {
        var result = InpFile.Framed("[COORDINATES]\n X 1 2\n J1 a b\n[VERTICES]\n P9 1 2\n[TAGS]\n NODE X t\n[EMITTERS]\n R 5\n");

        Assert.NotNull(result.Network);
        Assert.Equal(5, result.Diagnostics.Count(d => d.Code == InpCodes.IgnoredData));
    }

    [Fact]
    public void A_demand_too_small_for_SI_is_none() =>
        Assert.Empty(((Junction)InpFile.Framed("[DEMANDS]\n J1 5e-324\n").Network!.FindNode("J1")!).Demands);

    [Fact]
    public void A_hostile_file_of_errors_does_not_fill_the_memory()
    {
        var text = new StringBuilder("[JUNCTIONS]\n");
        for (var i = 0; i < 30_000; i++)
        {
            text.Append("J 1\n");
        }

        var result = InpFile.Read(text.ToString());

        Assert.InRange(result.Diagnostics.Length, 10_000, 10_010);
        Assert.Equal(InpCodes.TooMany, result.Diagnostics[^1].Code);
    }

    [Fact]
    public void A_line_of_a_million_fields_is_read()
    {
        var text = InpFile.Frame + "[PATTERNS]\n A " + string.Concat(Enumerable.Repeat("1 ", 1_000_000)) + "\n";

        Assert.Equal(1_000_000, InpFile.Network(text).FindPattern("A")!.Multipliers.Length);
    }

    // Words that a file is made of, among them the wrong ones, thrown together and cut at will.
    [Fact]
    public void No_file_makes_the_reader_throw()
    {
        string[] words =
        [
            "[JUNCTIONS]", "[RESERVOIRS]", "[TANKS]", "[PIPES]", "[PUMPS]", "[VALVES]", "[CURVES]", "[PATTERNS]", "[DEMANDS]",
            "[STATUS]", "[CONTROLS]", "[RULES]", "[ENERGY]", "[EMITTERS]", "[TIMES]", "[OPTIONS]", "[COORDINATES]", "[VERTICES]",
            "[TAGS]", "[TITLE]", "[END]", "[", "A", "B", "R", "T", "P", "U", "C", "1", "2", "0", "-3", "1e308", "-1e-308", "nan",
            "\"", "\"a b\"", "\"\"", ";", "; x", "CV", "OPEN", "CLOSED", "HEAD", "POWER", "SPEED", "PATTERN", "PRV", "GPV", "PCV",
            "FCV", "LINK", "NODE", "IF", "AT", "TIME", "CLOCKTIME", "ABOVE", "BELOW", "DISABLED", "PM", "1:30", "GLOBAL", "PUMP",
            "EFFIC", "PRICE", "DEMAND", "MODEL", "PDA", "UNITS", "LPS", "PRESSURE", "MINIMUM", "REQUIRED", "DURATION", "STATISTIC",
            "HYDRAULIC", "TIMESTEP", "VISCOSITY", "UNBALANCED", "CONTINUE", "*", "YES", ":", "é", "水",
        ];
        var token = Gen.Int[0, words.Length - 1].Select(i => words[i]);
        string[] between = [" ", " ", " ", "\t", "\n", "\n", "\r\n", ""];
        var separator = Gen.Int[0, between.Length - 1].Select(i => between[i]);
        var text = Gen.Select(token, separator, (t, s) => t + s).Array[0, 120].Select(parts => string.Concat(parts));

        Gen.Select(text, Gen.Bool).Sample((mutation, isFramed) => Survives(isFramed ? InpFile.Frame + mutation : mutation), iter: 10_000);
    }

    [Fact]
    public void No_damaged_byte_makes_the_reader_throw()
    {
        var whole = Encoding.UTF8.GetBytes(InpWriter.ToText(InpFile.FramedNetwork("""
            [TANKS]
             T 50 2 1 4 10 0 VC
            [PUMPS]
             U J2 T HEAD C PATTERN 1
            [VALVES]
             V J1 J2 100 PRV 20
            [CURVES]
             C 0 40
             C 5 30
             C 10 0
             VC 0 0
             VC 5 500
            [PATTERNS]
             1 1 2 3
            [CONTROLS]
             LINK U CLOSED IF NODE T ABOVE 3
            [TIMES]
             DURATION 24
            """)));

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 8].Sample(
            damage =>
            {
                var bytes = (byte[])whole.Clone();
                foreach (var (at, value) in damage)
                {
                    bytes[at] = value;
                }

                Consistent(InpReader.Read(bytes, "x.inp"));
            },
            iter: 10_000);
    }

    private static void Survives(string text) => Consistent(InpFile.Read(text));

    // What is accepted can be written, and reads back the same.
    private static void Consistent(InpReadResult result)
    {
        Assert.Equal(result.Network is null, result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));
        if (result.Network is { } network && NetworkValidator.Validate(network).All(d => d.Severity != DiagnosticSeverity.Error))
        {
            var text = InpWriter.ToText(network);
            var again = InpFile.Network(text);
            Assert.Null(Structure.Difference(network, again, 1e-14));
            Assert.Equal(text, InpWriter.ToText(again));
        }
    }
}
