using Pix.Api;

return await PixCommandLine.Run(args, Console.Out, Console.Error, CancellationToken.None);
