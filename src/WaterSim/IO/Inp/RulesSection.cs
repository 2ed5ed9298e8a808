using System.Collections.Immutable;
using WaterSim.Model;

namespace WaterSim.IO.Inp;

/// <summary>
/// [RULES]: RULE id, IF premise, AND|OR premise, THEN action, AND action, ELSE action, AND action, PRIORITY number,
/// DISABLED. Each clause stands on a line of its own; EPANET knows a word by its first letters.
/// </summary>
/// <remarks>
/// EPANET reads nothing more of the section after a fault. Here a fault ends its rule only, so that those of later rules
/// are found as well.
/// </remarks>
internal sealed class RulesSection
{
    /// <summary>More clauses than these are refused, so that an endless rule cannot fill the memory.</summary>
    public const int MostClauses = 1_000_000;

    private readonly InpSession _session;
    private readonly ImmutableArray<RulePremise>.Builder _premises = ImmutableArray.CreateBuilder<RulePremise>();
    private readonly ImmutableArray<RuleAction>.Builder _then = ImmutableArray.CreateBuilder<RuleAction>();
    private readonly ImmutableArray<RuleAction>.Builder _else = ImmutableArray.CreateBuilder<RuleAction>();
    private Part _part = Part.Outside;
    private string _id = "";
    private string? _name;
    private int _line;
    private double? _priority;
    private bool _isEnabled;
    private int _clauses;

    private RulesSection(InpSession session) => _session = session;

    /// <summary>Where in a rule the last line stood.</summary>
    private enum Part
    {
        Outside,
        Rule,
        If,
        Then,
        Else,
        Priority,
        Faulty,
    }

    public static void Read(InpSession session, InpLines line)
    {
        var section = new RulesSection(session);
        while (line.Next())
        {
            section.Clause(line);
        }

        section.Close();
    }

    private void Clause(scoped in InpLines line)
    {
        if (line.Is(0, "RULE"))
        {
            Close();
            Open(line);
            return;
        }

        if (_part == Part.Faulty)
        {
            return;
        }

        if (++_clauses > MostClauses)
        {
            if (_clauses == MostClauses + 1)
            {
                _session.Error(
                    InpCodes.ValueOutOfRange, line, 0, _name, $"the section has more than {MostClauses} clauses",
                    "Remove what is not needed.");
            }

            _part = Part.Faulty;
            return;
        }

        var ok =
            line.Is(0, "IF") ? Enter(line, Part.If, _part == Part.Rule) && Premise(line, RuleJoin.If) :
            line.Is(0, "AND") && _part == Part.If ? Premise(line, RuleJoin.And) :
            line.Is(0, "AND") ? Enter(line, _part, _part is Part.Then or Part.Else) && Action(line) :
            line.Is(0, "OR") ? Enter(line, Part.If, _part == Part.If) && Premise(line, RuleJoin.Or) :
            line.Is(0, "THEN") ? Enter(line, Part.Then, _part == Part.If) && Action(line) :
            line.Is(0, "ELSE") ? Enter(line, Part.Else, _part == Part.Then) && Action(line) :
            line.Is(0, "PRIO") ? Enter(line, Part.Priority, _part is Part.Then or Part.Else) && Priority(line) :
            line.Is(0, "DISABLED") ? Enter(line, _part, _part is Part.Then or Part.Else or Part.Priority) && Disable() :
            Unknown(line);
        if (!ok)
        {
            _part = Part.Faulty;
        }
    }

    private void Open(scoped in InpLines line)
    {
        _id = "";
        _name = null;
        _line = line.Number;
        _part = Part.Faulty;
        if (line.Count != 2)
        {
            if (line.Count < 2)
            {
                _session.Missing(line, "rule", "id", "RULE id");
            }
            else
            {
                _session.Error(
                    InpCodes.UnknownKeyword, line, 2, "rule " + InpSession.Name(line[1]),
                    $"{InpSession.Show(line.From(2))} stands after the rule's id",
                    "Put the id alone after RULE (in quotes where it has blanks), and each clause on a line of its own.");
            }

            return;
        }

        _id = InpSession.String(line[1]);
        _name = "rule " + InpSession.Name(line[1]);
        if (!IdRules.IsWritable(_id))
        {
            _session.Error(
                NetworkCodes.InvalidId, line, 1, "rule", $"{InpSession.Show(line[1])} cannot be an id",
                IdChecks.IdRemedy);
            return;
        }

        (_part, _priority, _isEnabled) = (Part.Rule, null, true);
        _premises.Clear();
        _then.Clear();
        _else.Clear();
    }

    private void Close()
    {
        if (_part is Part.Then or Part.Else or Part.Priority)
        {
            _session.Rules.Add((
                new Rule(
                    _id, _premises.ToImmutable(), _then.ToImmutable(), _else.ToImmutable(), _priority, _isEnabled),
                _line));
        }
        else if (_part is Part.Rule or Part.If)
        {
            _session.Add(new Diagnostic
            {
                Code = InpCodes.IgnoredData,
                Severity = DiagnosticSeverity.Warning,
                Element = _name,
                Message = "it has no THEN clause, so it does nothing: it is left out",
                Remedy = "Give THEN with an action, or remove the rule.",
                Location = new SourceLocation(_session.FileName, _line),
            });
        }

        _part = Part.Outside;
    }

    private bool Enter(scoped in InpLines line, Part part, bool mayStandHere)
    {
        if (!mayStandHere)
        {
            var order = _part == Part.Outside
                ? "no RULE stands above it"
                : "a rule reads RULE, IF, AND or OR, THEN, AND, ELSE, AND, PRIORITY, DISABLED";
            _session.Error(
                InpCodes.MisplacedClause, line, 0, _name,
                $"{InpSession.Show(line[0])} is out of place: {order}", "Put the clauses of the rule in that order.");
            return false;
        }

        _part = part;
        return true;
    }

    private bool Premise(scoped in InpLines line, RuleJoin join)
    {
        if (!RulePremiseReader.TryRead(_session, line, _name!, join, out var premise))
        {
            return false;
        }

        _premises.Add(premise!);
        return true;
    }

    private bool Action(scoped in InpLines line)
    {
        if (!RuleActionReader.TryRead(_session, line, _name!, out var action))
        {
            return false;
        }

        (_part == Part.Then ? _then : _else).Add(action!);
        return true;
    }

    private bool Priority(scoped in InpLines line)
    {
        if (line.Count < 2)
        {
            _session.Missing(line, _name, "priority", "PRIORITY number");
            return false;
        }

        var ok = _session.TryNumber(line, 1, _name, "priority", out var priority);
        _priority = priority;
        return ok;
    }

    private bool Disable()
    {
        _isEnabled = false;
        return true;
    }

    private bool Unknown(scoped in InpLines line)
    {
        _session.Keyword(line, 0, _name, "RULE, IF, AND, OR, THEN, ELSE, PRIORITY, DISABLED");
        return false;
    }
}
