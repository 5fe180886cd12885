using Reconciliation.Domain.Statements.Diagnostics;

namespace Reconciliation.Domain.Statements.Ofx;

/// <summary>The STATUS of a response (section 3.1.5): whether the bank could answer.</summary>
internal sealed class OfxStatus
{
    private string _code = "";
    private string _severity = "";
    private string _message = "";

    /// <summary>Takes an element.</summary>
    public void Set(string name, string value)
    {
        switch (name)
        {
            case "CODE":
                _code = value;
                break;
            case "SEVERITY":
                _severity = value;
                break;
            case "MESSAGE" or "MESSAGE2":
                _message = value;
                break;
        }
    }

    /// <summary>The bank's error or warning; null where all is well.</summary>
    public Diagnostic? Finding(int line) => _severity.ToUpperInvariant() switch
    {
        "ERROR" => DiagnosticRules.BankReportedError.At(Says("error"), line, "STATUS", _code),
        "WARN" => DiagnosticRules.FieldUnknown.At(Says("warning"), line, "STATUS", _code),
        _ => null,
    };

    private string Says(string what) => $"The bank reports {what} {_code}{(_message is "" ? "" : $": {_message}")}.";
}
