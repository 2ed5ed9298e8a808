using WaterSim.Plots.Report;
using WaterSim.Plots.Tests.Support;

namespace WaterSim.Plots.Tests.Report;

public sealed class CsvFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Cells_with_commas_quotes_and_line_ends_come_back()
    {
        var rows = CsvFile.Parse("id,name\na,\"one, \"\"two\"\"\nthree\"\nb,\r\n,last");

        Assert.Equal([["id", "name"], ["a", "one, \"two\"\nthree"], ["b", ""], ["", "last"]], rows);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a,", 1)]
    [InlineData("a,b\n", 1)]
    [InlineData("\"a", 1)]
    [InlineData("\"a\"x,b", 1)]
    public void Damaged_text_ends_and_yields_rows(string text, int rows)
    {
        Assert.Equal(rows, CsvFile.Parse(text).Count);
    }

    [Fact]
    public void What_was_put_before_a_formula_is_taken_off_and_numbers_are_numbers()
    {
        File.WriteAllText(_folder.At("t.csv"), "id,v_m\n'=cmd,1.5\nb,\n-,x\n");
        var table = CsvFile.Read(_folder.At("t.csv"), "t.csv");

        Assert.Equal(3, table.Rows);
        Assert.Equal("=cmd", table.Text(0, "id"));
        Assert.Equal(1.5, table.Number(0, "v_m"));
        Assert.Equal(double.NaN, table.Number(1, "v_m"));
        Assert.Equal(double.NaN, table.Number(2, "v_m"));
        Assert.Equal("", table.Text(0, "none"));
    }

    public void Dispose() => _folder.Dispose();
}
