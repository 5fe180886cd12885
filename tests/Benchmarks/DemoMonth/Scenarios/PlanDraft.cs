using System.Collections.Immutable;
using Reconciliation.Benchmarks.DemoMonth.Claims;
using Reconciliation.Domain.Receivables;

namespace Reconciliation.Benchmarks.DemoMonth.Scenarios;

/// <summary>A receivable that is paid in terms.</summary>
internal sealed record PlanDraft(Claim Claim, ImmutableArray<Instalment> Instalments);
