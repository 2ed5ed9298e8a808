using System.Collections.Immutable;

namespace WaterSim.Planning.County;

/// <summary>Reads one of <c>economy: tariffs:</c>.</summary>
internal sealed class TariffParser(DiagnosticBag bag, SystemIndex index)
{
    /// <summary>Blocks that a tariff has at most; China's notice on tiered prices (2013) asks for three.</summary>
    public const int MostBlocks = 3;

    private const double LargestHousehold = 20;
    private const double WidestSpread = 3;
    private const string Code = "WS4153";

    private readonly SchemeValues _values = new(bag);

    public Tariff Parse(MapBinder binder, CommunityClass of)
    {
        var other = _values.NotNegative(binder, "other_yuan_m3");
        if (binder.Map.Find("blocks") is not { } at)
        {
            return new Tariff(of, _values.NotNegative(binder, "yuan_m3", required: true) ?? 0) { OtherPrice = other };
        }

        if (binder.Map.Find("yuan_m3") is not null)
        {
            _ = binder.Text("yuan_m3", required: false);
            _values.Fault(Code, binder, "yuan_m3", "a tariff has one price and blocks", "Keep one of the two.");
        }

        index.BlockTariffs.Add(at);
        var blocks = Blocks(binder);
        return new Tariff(of, blocks.IsEmpty ? 0 : blocks[0].Price)
        {
            Blocks = blocks,
            OtherPrice = other,
            Household = Positive(binder, "household", LargestHousehold, 1),
            Spread = _values.Between(binder, "spread", 0, WidestSpread, otherwise: 0, required: false),
        };
    }

    private ImmutableArray<TariffBlock> Blocks(MapBinder tariff)
    {
        var maps = tariff.Maps("blocks", required: true).ToArray();
        if (tariff.Map.Find("blocks") is YamlList { Items.Count: 0 or > MostBlocks } list)
        {
            bag.Error(
                Code, list.Line, list.Column, $"a tariff has {list.Items.Count} blocks", $"It must have from 1 to {MostBlocks}.", tariff.Element);
        }

        var made = ImmutableArray.CreateBuilder<TariffBlock>(maps.Length);
        for (var i = 0; i < maps.Length; i++)
        {
            var binder = new MapBinder(maps[i], $"{tariff.Element} blocks", bag);
            double? end = null;
            if (i < maps.Length - 1)
            {
                end = binder.NumberAbove("up_to_m3", 0, inclusive: false, otherwise: double.NaN);
                if (made.Count > 0 && end <= made[^1].UpTo)
                {
                    _values.Fault(
                        Code, binder, "up_to_m3", $"a block ends at {SchemeValues.Show(end.Value)}, where the one before it already has",
                        "Let the ends rise.");
                }
            }
            else if (binder.Number("up_to_m3", required: false) is not null)
            {
                _values.Fault(
                    Code, binder, "up_to_m3", "the last block ends, and water beyond it has no price", "Leave up_to_m3 out there, or add a block.");
            }

            made.Add(new TariffBlock(end, _values.NotNegative(binder, "yuan_m3", required: true) ?? 0));
            binder.Finish();
        }

        return made.ToImmutable();
    }

    private double Positive(MapBinder binder, string key, double most, double otherwise)
    {
        var number = _values.Between(binder, key, 0, most, otherwise, required: false);
        if (number > 0)
        {
            return number;
        }

        _values.OutOfRange(binder, key, SchemeValues.Show(number), "It must be more than 0.");
        return otherwise;
    }
}
