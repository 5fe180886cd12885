using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reconciliation.Host.Azure.Access;
using Reconciliation.Pipeline.Api;

namespace Reconciliation.Host.Azure.Http;

/// <summary>Registers the API.</summary>
internal static class ApiServices
{
    /// <summary>Adds the API and the access check; the handlers and their ports are registered elsewhere.</summary>
    /// <exception cref="InvalidOperationException">The setting <c>Access__Mode</c> cannot hold where the app runs.</exception>
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) => services
        .AddRouting()
        .AddReconciliationApi()
        .AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = ReconciliationApi.Title;
            document.Info.Description = ReconciliationApi.Description;
            return Task.CompletedTask;
        }))
        .AddSingleton(AccessMode.Read(configuration, environment))
        .AddSingleton<ApiPipeline>();
}
