using Reconciliation.Infra.Bicep;

namespace Reconciliation.Infra.Checks;

/// <summary>What is declared is used, what is given is declared, what has no default is given.</summary>
internal static class ParameterChecks
{
    public static IEnumerable<string> Unused(BicepFile file) =>
        from statement in file.Statements
        where statement.Word is "param" or "var"
        where file.Tokens.Count(token => token.IsWord(statement.Name)) < 2
        select $"{file.Path}: {statement.Word} {statement.Name} is not used";

    public static IEnumerable<string> Misgiven(string where, IEnumerable<string> given, BicepFile declaring)
    {
        var names = given.ToHashSet();
        var declared = declaring.Parameters.Select(parameter => parameter.Name).ToHashSet();
        var required = declaring.Parameters.Where(parameter => parameter.Value is null).Select(parameter => parameter.Name);
        return names.Except(declared).Select(name => $"{where}: {name} is no parameter of {declaring.Path}")
            .Concat(required.Except(names).Select(name => $"{where}: {name} is not given, {declaring.Path} needs it"));
    }

    /// <summary>The parameters that a call of a module gives.</summary>
    public static IEnumerable<string> Given(BicepStatement module) => (module.Value!["params"] as BicepObject)?.Names ?? [];

    /// <summary>Every use of an output of a module that the module does not have.</summary>
    public static IEnumerable<string> UnknownOutputs(BicepFile file, Func<BicepStatement, BicepFile> open)
    {
        var modules = file.Modules.ToDictionary(module => module.Name, open);
        for (var i = 0; i + 2 < file.Tokens.Count; i++)
        {
            if (!file.Tokens[i].Is(".") || !file.Tokens[i + 1].IsWord("outputs"))
                continue;
            var module = file.Tokens[i - 1].Is("!") ? file.Tokens[i - 2].Text : file.Tokens[i - 1].Text;
            var output = file.Tokens[i + 3].Text;
            if (!modules.TryGetValue(module, out var target) || !target.Outputs.Contains(output))
                yield return $"{file.Path}: {module} has no output {output}";
        }
    }
}
