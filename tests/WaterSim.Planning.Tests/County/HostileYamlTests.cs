using System.Text;
using CsCheck;
using WaterSim.Planning.County;

namespace WaterSim.Planning.Tests.County;

public sealed class HostileYamlTests
{
    [Fact]
    public void A_billion_laughs_are_refused_at_the_first_anchor()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 10; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        var found = Assert.Single(SmallCounty.Read(text.ToString()).Diagnostics);

        Assert.Equal(("WS4004", 1, 5), (found.Code, found.Location!.Line, found.Location.Column));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Deep_nesting_is_refused_without_using_up_the_stack(char bracket)
    {
        var found = Assert.Single(SmallCounty.Read("a: " + new string(bracket, 200_000)).Diagnostics);

        Assert.Equal("WS4004", found.Code);
    }

    [Fact]
    public void A_file_beyond_the_size_limit_is_refused_without_reading_it_all()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.At("system.yaml")))
        {
            file.SetLength(BoundedTextFile.MaximumBytes + 1L);
        }

        Assert.Equal("WS4004", Assert.Single(CountySystemReader.Load(folder.Path).Diagnostics).Code);
    }

    [Fact]
    public void Text_that_is_not_utf8_is_reported_at_its_first_bad_byte()
    {
        using var folder = new TemporaryFolder();

        // 嘉禾 in GB 18030.
        File.WriteAllBytes(folder.At("system.yaml"), [.. "schema: x\nname: {zh: "u8, 0xBC, 0xCE, 0xBA, 0xCC, (byte)'}']);

        var found = Assert.Single(CountySystemReader.Load(folder.Path).Diagnostics);
        Assert.Equal(("WS4002", 2, 12), (found.Code, found.Location!.Line, found.Location.Column));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61 })]
    [InlineData(new byte[] { 0x61, 0x00, 0x62 })]
    public void Utf16_and_nul_bytes_are_refused(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("system.yaml"), bytes);

        Assert.Equal("WS4002", Assert.Single(CountySystemReader.Load(folder.Path).Diagnostics).Code);
    }

    [Fact]
    public void A_byte_order_mark_is_taken()
    {
        Assert.NotNull(SmallCounty.Read("\uFEFF" + SmallCounty.Yaml).System);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n...\n")]
    public void An_empty_file_is_reported(string text)
    {
        Assert.Equal("WS4003", Assert.Single(SmallCounty.Read(text).Diagnostics).Code);
    }

    [Fact]
    public void Broken_yaml_is_reported_at_its_line()
    {
        var found = Assert.Single(SmallCounty.Read("schema: watersim-system/1\nname: { en: X\npeople: 3\n").Diagnostics);

        Assert.Equal("WS4003", found.Code);
        Assert.InRange(found.Location!.Line, 2, 4);
    }

    [Fact]
    public void Thousands_of_problems_are_cut_to_what_a_person_reads()
    {
        var keys = string.Concat(Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"k{i}: 1\n")));

        var found = SmallCounty.Read(SmallCounty.Yaml + keys).Diagnostics;

        Assert.Equal(501, found.Length);
        Assert.Equal("WS4090", found[^1].Code);
        Assert.StartsWith("19500 further", found[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_behind_a_symbolic_link_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making symbolic links needs a privilege on Windows");
        using var folder = new TemporaryFolder();
        using var outside = new TemporaryFolder();
        outside.Write("network.inp", "");
        File.CreateSymbolicLink(folder.At("network.inp"), outside.At("network.inp"));
        Directory.CreateSymbolicLink(folder.At("sub"), outside.Path);
        foreach (var name in (string[])["network.inp", "sub/network.inp"])
        {
            folder.Write("system.yaml", SmallCounty.Yaml.Replace("network: network.inp", "network: " + name, StringComparison.Ordinal));

            var found = Assert.Single(CountySystemReader.Load(folder.Path, _ => (SmallCounty.Network, [])).Diagnostics);

            Assert.Equal(("WS4017", 3), (found.Code, found.Location!.Line));
        }
    }

    [Fact]
    public void Mutilated_files_give_diagnostics_and_never_an_exception()
    {
        const string Pieces = "{}[]:,-#&*!|>'\"%@`~\n\t ?\\0a\u0007\u2028\uD83D嘉";
        Gen.Select(Gen.Int[0, SmallCounty.Yaml.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char[Pieces], 0, 6])
            .Sample(
                (at, cut, put) =>
                {
                    var text = SmallCounty.Yaml.Remove(at, Math.Min(cut, SmallCounty.Yaml.Length - at)).Insert(at, put);
                    var bag = new DiagnosticBag("system.yaml");
                    var parser = new CountySystemParser(bag);
                    var system = YamlTreeReader.Read(text, bag) is { } tree ? parser.Parse(tree) : null;
                    if (system is not null)
                    {
                        parser.References.Check(SmallCounty.Network, parser.Index);
                        new CountySystemChecks(system, parser.Index, bag).Check(SmallCounty.Network);
                    }

                    return system is not null || bag.HasErrors;
                },
                iter: 20_000);
    }
}
