using System.Collections.Immutable;
using System.Globalization;

namespace WaterSim.Planning.County;

/// <summary>Reads the drought ladder: <c>stages:</c> of <c>dispatch:</c>.</summary>
internal sealed class DroughtStageParser(DiagnosticBag bag)
{
    private const string Element = "dispatch stages";
    private const int HoursOfDay = 24;

    private readonly SchemeValues _values = new(bag);

    public ImmutableArray<DroughtStage> Parse(MapBinder dispatch)
    {
        var seen = new Dictionary<string, YamlText>(StringComparer.Ordinal);
        var stages = ImmutableArray.CreateBuilder<DroughtStage>();
        foreach (var map in dispatch.Maps("stages", required: false))
        {
            var binder = new MapBinder(map, Element, bag);
            var id = binder.Id("id");
            if (id is not null)
            {
                binder.Element = $"{Element} {id.Value}";
                if (!seen.TryAdd(id.Value, id))
                {
                    bag.Error(
                        "WS4013", id.Line, id.Column, FormattableString.Invariant($"id '{id.Value}' is already used in line {seen[id.Value].Line}"),
                        "Give each its own id.", binder.Element);
                }
            }

            var made = Stage(binder, id?.Value ?? "");
            CheckOrder(binder, made, stages.Count > 0 ? stages[^1] : null);
            stages.Add(made);
            binder.Finish();
        }

        return stages.ToImmutable();
    }

    private DroughtStage Stage(MapBinder binder, string id) => new()
    {
        Id = id,
        Name = binder.Name("name"),
        Watch = binder.Word("watch", ("county", StageWatch.County), ("lowest", StageWatch.Lowest)),
        Below = Mark(binder, "below"),
        Until = Mark(binder, "until"),
        DaysLeft = _values.NotNegative(binder, "days_left"),
        BalanceWeight = _values.NotNegative(binder, "balance_yuan_m3"),
        Standby = SchemeValues.Flag(binder, "standby"),
        OpenLinks = SchemeValues.Flag(binder, "open_links"),
        CapDays = CapDays(binder),
        ReleaseFactor = _values.NotNegative(binder, "release_factor"),
        Rations = Rations(binder),
        SupplyHours = SupplyHours(binder),
    };

    // A mark that could not be read is no number, so that nothing is out of order with it.
    private double Mark(MapBinder binder, string key)
    {
        var share = _values.Between(binder, key, 0, 1, otherwise: double.NaN);
        if (share == 0)
        {
            _values.OutOfRange(binder, key, "0", "It must be more than 0: live storage is never below 0.");
        }

        return share;
    }

    private double? CapDays(MapBinder binder)
    {
        var days = binder.Number("cap_days", required: false);
        if (days is { } given and < 1)
        {
            _values.OutOfRange(binder, "cap_days", SchemeValues.Show(given), "It must be at least 1 day.");
            return null;
        }

        return days;
    }

    private void CheckOrder(MapBinder binder, DroughtStage stage, DroughtStage? milder)
    {
        if (stage.Until < stage.Below)
        {
            _values.Fault(
                "WS4060", binder, "until", $"until {SchemeValues.Show(stage.Until)} is less than below {SchemeValues.Show(stage.Below)}",
                "Let the stage end at a share that is no lower than that at which it begins; somewhat higher keeps it from coming and going.");
        }

        // The county's share is never below the lowest reservoir's, so at the same mark the county is the harder watch.
        if (milder is not null
            && (stage.Below > milder.Below || (stage.Below == milder.Below && !(milder.Watch == StageWatch.Lowest && stage.Watch == StageWatch.County))))
        {
            _values.Fault(
                "WS4060", binder, "below", $"below {SchemeValues.Show(stage.Below)} does not lie under {SchemeValues.Show(milder.Below)} of the stage above",
                "List stages from the mildest to the hardest, each with a lower mark.");
        }
    }

    private ImmutableArray<Ration> Rations(MapBinder stage)
    {
        var rations = ImmutableArray.CreateBuilder<Ration>();
        foreach (var map in stage.Maps("rations", required: false))
        {
            var binder = new MapBinder(map, stage.Element + " rations", bag);
            var made = new Ration(
                SchemeValues.Class(binder), SchemeValues.Use(binder), _values.Between(binder, "share", 0, 1, otherwise: 1));
            if (map.Find("class") is not null && map.Find("use") is not null
                && rations.Any(r => r.Class == made.Class && r.Use == made.Use))
            {
                bag.Error("WS4063", map.Line, map.Column, "this class and use stands twice among the rations", "Keep one of the two.", binder.Element);
            }

            rations.Add(made);
            binder.Finish();
        }

        return rations.ToImmutable();
    }

    private ImmutableArray<int> SupplyHours(MapBinder stage)
    {
        var hours = ImmutableArray.CreateBuilder<int>();
        foreach (var text in SchemeValues.Texts(stage, "supply_hours", required: false, "a list of hours such as [6, 7, 17, 18]") ?? [])
        {
            if (!text.IsPlain || !int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hour)
                || hour is < 0 or >= HoursOfDay)
            {
                bag.Error(
                    "WS4061", text.Line, text.Column, $"'{Printable.Text(text.Value)}' is no hour of the day",
                    "Write whole hours from 0 to 23; 6 is the hour from 6:00 to 7:00.", stage.Element);
            }
            else if (hours.Contains(hour))
            {
                bag.Error(
                    "WS4061", text.Line, text.Column, FormattableString.Invariant($"hour {hour} stands twice"), "Keep one of the two.", stage.Element);
            }
            else
            {
                hours.Add(hour);
            }
        }

        return hours.ToImmutable();
    }
}
