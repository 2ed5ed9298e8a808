using WaterSim.Hydraulics;
using WaterSim.Hydraulics.Laws;

namespace WaterSim.Tests.Hydraulics.Laws;

/// <summary>The transitions of the valves, as the EPANET 2.2 manual states them in 12.1.</summary>
public sealed class ValveStatusTests
{
    [Theory]
    [InlineData((int)LinkState.Active, 60, 50, 0.01, (int)LinkState.Active)]
    [InlineData((int)LinkState.Active, 45, 45, 0.01, (int)LinkState.Open)]
    [InlineData((int)LinkState.Active, 60, 70, -0.01, (int)LinkState.Closed)]
    [InlineData((int)LinkState.Open, 60, 55, 0.01, (int)LinkState.Active)]
    [InlineData((int)LinkState.Open, 45, 44, 0.01, (int)LinkState.Open)]
    [InlineData((int)LinkState.Open, 45, 46, -0.01, (int)LinkState.Closed)]
    [InlineData((int)LinkState.Closed, 60, 40, 0, (int)LinkState.Active)]
    [InlineData((int)LinkState.Closed, 45, 40, 0, (int)LinkState.Open)]
    [InlineData((int)LinkState.Closed, 60, 70, 0, (int)LinkState.Closed)]
    [InlineData((int)LinkState.CannotHoldPressure, 60, 40, 0.01, (int)LinkState.CannotHoldPressure)]
    public void Pressure_reducing_valve_holding_50_m(int state, double h1, double h2, double q, int next) =>
        Assert.Equal((LinkState)next, PressureReducingValve.Next((LinkState)state, 50, h1, h2, 0, q));

    [Theory]
    [InlineData((int)LinkState.Active, 50, 40, 0.01, (int)LinkState.Active)]
    [InlineData((int)LinkState.Active, 55, 55, 0.01, (int)LinkState.Open)]
    [InlineData((int)LinkState.Active, 50, 55, -0.01, (int)LinkState.Closed)]
    [InlineData((int)LinkState.Open, 45, 44, 0.01, (int)LinkState.Active)]
    [InlineData((int)LinkState.Open, 55, 54, 0.01, (int)LinkState.Open)]
    [InlineData((int)LinkState.Closed, 60, 55, 0, (int)LinkState.Open)]
    [InlineData((int)LinkState.Closed, 60, 40, 0, (int)LinkState.Active)]
    [InlineData((int)LinkState.Closed, 45, 40, 0, (int)LinkState.Closed)]
    public void Pressure_sustaining_valve_holding_50_m(int state, double h1, double h2, double q, int next) =>
        Assert.Equal((LinkState)next, PressureSustainingValve.Next((LinkState)state, 50, h1, h2, 0, q));

    [Theory]
    [InlineData((int)LinkState.Active, 5, 0.02, (int)LinkState.Active)]
    [InlineData((int)LinkState.Active, -1, 0.02, (int)LinkState.CannotHoldFlow)]
    [InlineData((int)LinkState.CannotHoldFlow, 1, 0.01, (int)LinkState.CannotHoldFlow)]
    [InlineData((int)LinkState.CannotHoldFlow, 1, 0.02, (int)LinkState.Active)]
    public void Flow_control_valve_holding_20_litres_a_second(int state, double dh, double q, int next) =>
        Assert.Equal((LinkState)next, FlowControlValve.Next((LinkState)state, 0.02, dh, q));

    [Theory]
    [InlineData((int)LinkState.Open, -1, 0.01, (int)LinkState.Closed)]
    [InlineData((int)LinkState.Open, 1, -0.01, (int)LinkState.Closed)]
    [InlineData((int)LinkState.Closed, 1, 0, (int)LinkState.Open)]
    [InlineData((int)LinkState.Closed, 0, 0, (int)LinkState.Closed)]
    [InlineData((int)LinkState.Open, 0, 0, (int)LinkState.Open)]
    public void Check_valve(int state, double dh, double q, int next) =>
        Assert.Equal((LinkState)next, CheckValve.Next((LinkState)state, dh, q));
}
