using Pix.Api;

var builder = WebApplication.CreateBuilder(args);
var folder = new DataFolder(builder.Configuration["data"] ?? "data");
var settings = PixSettings.Read(builder.Configuration, builder.Environment.IsProduction());
await using var node = await Node.Open(folder, settings, TimeProvider.System, "serve", CancellationToken.None);
await using var app = PixServer.Create(node, builder);
await app.RunAsync();
