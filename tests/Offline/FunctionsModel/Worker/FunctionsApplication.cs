#nullable enable

using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw Declared.Only();
}

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder() => throw Declared.Only();

    public IDictionary<object, object> Properties => throw Declared.Only();

    public ConfigurationManager Configuration => throw Declared.Only();

    IConfigurationManager IHostApplicationBuilder.Configuration => throw Declared.Only();

    public IHostEnvironment Environment => throw Declared.Only();

    public ILoggingBuilder Logging => throw Declared.Only();

    public IMetricsBuilder Metrics => throw Declared.Only();

    public IServiceCollection Services => throw Declared.Only();

    public IHost Build() => throw Declared.Only();

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => throw Declared.Only();

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => throw Declared.Only();
}

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => throw Declared.Only();
}
