using System.Text.Encodings.Web;
using System.Text.Unicode;
using Huodi.Web.Assessments;
using Huodi.Web.Cases;
using Huodi.Web.Documents;
using Huodi.Web.Evaluation;
using Huodi.Web.Grants;
using Huodi.Web.Hosting;
using Huodi.Web.Imports;
using Huodi.Web.Ledger;
using Huodi.Web.Ledger.Api;
using Huodi.Web.Letters;
using Huodi.Web.Map;
using Huodi.Web.Parcels;
using Huodi.Web.Policies;
using Huodi.Web.Registers;
using Huodi.Web.Subjects;
using Huodi.Web.Warnings;
using Microsoft.AspNetCore.Http.Features;

namespace Huodi.Web;

/// <summary>The web pages and the HTTP API, for the command line, a server and tests.</summary>
public static class HuodiWeb
{
    /// <summary>Builds the application. Nothing listens before it is started; settings come from <paramref name="options"/> alone.</summary>
    public static WebApplication Build(HuodiWebOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.MostTaken(options.DocumentLimit);
            kestrel.Listen(options.Address, options.Port);
        });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(options.LogLevel)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error); // It warns that a page with a token is not to be kept, which is as it should be.
        AddHuodiWeb(builder.Services, options);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseProblems();
        app.UseHostFiltering();
        app.UseRouting();
        app.UseBodyLimit(options.DocumentLimit);
        app.UseFormCheck();
        app.MapAssets();
        app.MapMap();
        app.MapParcels();
        app.MapGrants();
        app.MapPolicies();
        app.MapAssessments();
        app.MapImports();
        app.MapRegisters();
        app.MapLedger();
        app.MapWarnings();
        app.MapDocuments();
        app.MapCases();
        app.MapLetters();
        app.MapEvaluation();
        return app;
    }

    private static void AddHuodiWeb(IServiceCollection services, HuodiWebOptions options)
    {
        // The default encoder writes every Chinese character as a number; only the characters that HTML reserves need that.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRouting();
        services.AddResponseCompression(o => o.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/json", "application/geo+json"]);
        services.AddRazorComponents();
        services.AddProblems();
        services.AddFormCheck();
        // A page of another site must not reach a server on this machine under a name of its own (DNS rebinding).
        services.AddHostFiltering(o => o.AllowedHosts =
            System.Net.IPAddress.IsLoopback(options.Address) ? ["localhost", "127.0.0.1", "[::1]"] : ["*"]);
        services.AddSingleton(options.Store);
        services.AddSingleton(options.Policies);
        services.AddSingleton(options.Ledger);
        services.AddSingleton(options.Time);
        services.AddSingleton(options.DocumentLimit);
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = BodyLimit.MostTaken(options.DocumentLimit));
        services.AddSingleton<LegalCalendar>();
        services.AddSingleton<RunIndexes>();
        services.AddSingleton<RegisterIndexes>();
        services.AddSingleton<WorkedCases>();
        services.AddSingleton<MapViews>();
        services.AddSingleton<GrantLists>();
        services.AddSingleton<SubjectViews>();
        services.AddSingleton<EntryForms>();
        services.AddSingleton<SubjectLedgers>();
        services.AddSingleton<LetterForms>();
        services.AddSingleton<OpenRoutes>();
        services.AddSingleton<WarningPages>();
        services.AddSingleton<LedgerApi>();
        services.AddSingleton<TableImports>();
        services.AddSingleton<Verifications>();
    }
}
