using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Reconciliation.Host.Azure;
using Reconciliation.Host.Azure.Settings;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddReconciliation(builder.Configuration, builder.Environment);
Telemetry.Add(builder.Services, builder.Configuration);
await builder.Build().RunAsync();
