using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pix.Domain;

namespace Pix.Api.Tests.Cli;

/// <summary><c>serve</c>, or <c>demo</c>, running in this process until it is disposed.</summary>
internal sealed partial class Serving : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly HeardOutput _output = new();
    private readonly StringWriter _error = new();
    private readonly DataFolder _data;
    private readonly Task<int> _running;
    private readonly HttpClient _http = new();

    private Serving(DataFolder data, string verb, IEnumerable<string> options)
    {
        _data = data;
        _running = Task.Run(() => PixCommandLine.Run([verb, .. options, "--data", data.Path, "--urls", "http://127.0.0.1:0"], _output, _error, _stop.Token));
    }

    public string Output => _output.Text;

    public static async Task<Serving> Start(DataFolder data, string verb = "serve", params IReadOnlyList<string> options)
    {
        var serving = new Serving(data, verb, options);
        var listening = serving._output.Hear(Address());
        await Task.WhenAny(listening, serving._running).WaitAsync(Patience);
        if (!listening.IsCompleted) throw new InvalidOperationException($"{verb} ended: {serving._error}");
        serving._http.BaseAddress = new Uri((await listening).Groups[1].Value);
        return serving;
    }

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body, string? token, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        if (body is not null) request.Content = JsonContent.Create(body);
        return _http.SendAsync(request);
    }

    /// <summary>A new account with a name.</summary>
    public async Task<LearnerId> Register(string first, string last)
    {
        var token = (await CommandLine.RunOn(_data, "token", "--role", "operator")).Ok();
        using var response = await Send(HttpMethod.Post, "/learners", new { firstName = first, lastName = last }, token);
        response.EnsureSuccessStatusCode();
        var reply = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new LearnerId(reply.GetProperty("learnerId").GetGuid());
    }

    /// <summary>Where the log was when the learner's test was last changed.</summary>
    public async Task<string> PositionOf(LearnerId learner)
    {
        var token = (await CommandLine.RunOn(_data, "token", "--role", "learner", "--subject", learner.ToString())).Ok();
        using var response = await Send(HttpMethod.Post, $"/learners/{learner}/assessments", new { competence = "1.1" }, token);
        return response.Headers.GetValues(UseCaseEndpoint.PositionHeader).Single();
    }

    /// <summary>Skips some challenges of competence 1.1.</summary>
    public async Task Skip(LearnerId learner, int challenges)
    {
        var token = (await CommandLine.RunOn(_data, "token", "--role", "learner", "--subject", learner.ToString())).Ok();
        var test = await Read(await Send(HttpMethod.Post, $"/learners/{learner}/assessments", new { competence = "1.1" }, token));
        var (id, pending) = (test.GetProperty("assessmentId").GetString(), test.GetProperty("challenge"));
        for (var answers = 0; answers < challenges; answers++)
        {
            var skip = new { challengeId = pending.GetProperty("id").GetString(), skip = true };
            if (pending.GetProperty("timer").ValueKind != JsonValueKind.Null)
                await Read(await Send(HttpMethod.Post, $"/assessments/{id}/presentation", null, token));
            pending = (await Read(await Send(HttpMethod.Post, $"/assessments/{id}/answers", skip, token))).GetProperty("challenge");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(Patience);
        _http.Dispose();
        _stop.Dispose();
    }

    private static async Task<JsonElement> Read(HttpResponseMessage response)
    {
        using (response)
        {
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    [GeneratedRegex(@"^serving .* on (http://\S+) \(process \d+\)", RegexOptions.Multiline)]
    private static partial Regex Address();

    /// <summary>Remembers what is written, and tells when something is.</summary>
    private sealed class HeardOutput : TextWriter
    {
        private readonly StringBuilder _text = new();
        private (Regex Pattern, TaskCompletionSource<Match> Heard)? _awaited;

        public override Encoding Encoding => Encoding.UTF8;

        public string Text
        {
            get
            {
                lock (_text) return _text.ToString();
            }
        }

        public Task<Match> Hear(Regex pattern)
        {
            lock (_text)
            {
                _awaited = (pattern, new(TaskCreationOptions.RunContinuationsAsynchronously));
                Look();
                return _awaited.Value.Heard.Task;
            }
        }

        public override void Write(char value) => Write(value.ToString());

        public override void Write(string? value)
        {
            lock (_text)
            {
                _text.Append(value);
                Look();
            }
        }

        public override void WriteLine(string? value) => Write(value + "\n");

        private void Look()
        {
            if (_awaited is { } awaited && awaited.Pattern.Match(_text.ToString()) is { Success: true } match) awaited.Heard.TrySetResult(match);
        }
    }
}
