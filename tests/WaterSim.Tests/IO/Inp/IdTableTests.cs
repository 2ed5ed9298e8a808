using System.Text;
using WaterSim.IO.Inp;

namespace WaterSim.Tests.IO.Inp;

public sealed class IdTableTests
{
    [Fact]
    public void Ids_of_every_length_are_found_where_they_were_added()
    {
        using var table = new IdTable();
        var ids = new List<string> { "" };
        for (var length = 1; length <= 40; length++)
        {
            ids.AddRange("019az\u6C34".Select(c => new string('x', length - 1) + c));
        }

        for (var i = 0; i < ids.Count; i++)
        {
            Assert.Equal(-1, table.Find(Bytes(ids[i])));
            Assert.True(table.TryAdd(Bytes(ids[i]), out var at));
            Assert.Equal(i, at);
        }

        for (var i = 0; i < ids.Count; i++)
        {
            Assert.Equal(i, table.Find(Bytes(ids[i])));
            Assert.False(table.TryAdd(Bytes(ids[i]), out var at));
            Assert.Equal(i, at);
        }
    }

    [Theory]
    [InlineData("J", 200_000)]
    [InlineData("JUNCTION-", 50_000)]
    public void Numbered_ids_are_found_as_the_table_grows(string prefix, int count)
    {
        using var table = new IdTable();
        for (var i = 0; i < count; i++)
        {
            Assert.True(table.TryAdd(Bytes($"{prefix}{i}"), out _));
        }

        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(i, table.Find(Bytes($"{prefix}{i}"))));
        Assert.Equal(-1, table.Find(Bytes($"{prefix}{count}")));
    }

    [Fact]
    public void A_table_with_room_made_for_it_holds_more()
    {
        using var table = new IdTable();
        table.Reserve(10);
        for (var i = 0; i < 1_000; i++)
        {
            table.TryAdd(Bytes($"{i * 1_000_000L}"), out _);
        }

        Assert.Equal(999, table.Find(Bytes("999000000")));
    }

    private static byte[] Bytes(string id) => Encoding.UTF8.GetBytes(id);
}
