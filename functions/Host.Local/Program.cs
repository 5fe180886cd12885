using System.CommandLine;
using Reconciliation.Host.Local.Commands;
using Reconciliation.Host.Local.Output;

var root = new RootCommand("Reconciles bank statements with receivables, and follows up what stays unpaid.")
{
    DemoCommand.Create(),
    ServeCommand.Create(),
    CheckCommand.Create(),
    ImportCommand.Create(),
    IngestCommand.Create(),
    MatchCommand.Create(),
    RulesCommand.Create(),
    InterestCommand.Create(),
    SimulateCommand.Create(),
    FecCommand.Create(),
};

Screen.Prepare();
return await CommandLine.RunAsync(root, args);
