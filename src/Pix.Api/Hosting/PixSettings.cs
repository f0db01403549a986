using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>What an operator may set, under <c>Pix</c> in the configuration (appsettings.json, or <c>Pix__Delays__Reset=7</c>).</summary>
/// <param name="Rules">Delays, highest level, tolerance of timers, language.</param>
/// <param name="MasterKey">Wraps the persons' keys, base64 of 32 bytes; null: a key file in the data folder, which production refuses.</param>
/// <param name="IsProduction">Required settings are required.</param>
public sealed record PixSettings(LearnerRules Rules, string? MasterKey, bool IsProduction)
{
    private const int MaximumImportBytesByDefault = 200 * 1024 * 1024;
    private const int VerificationsPerMinuteByDefault = 60;
    private const string SchoolTimeZone = "Europe/Paris";
    private const string LogByDefault = "sqlite:events.db";

    /// <summary>The log's connection string: <c>sqlite:FILE</c>, relative to the data folder, or <c>esdb://HOST</c>.</summary>
    public string Log { get; init; } = LogByDefault;

    /// <summary>Where the keys that protect tokens lie; null: in the data folder. Nodes that accept each other's tokens share it.</summary>
    public string? KeyRing { get; init; }

    /// <summary>Where people reach the service, as links to campaigns say it; null: where they ask.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>How certification tests are timed.</summary>
    public CertificationRules Certification { get; init; } = CertificationRules.Default(Rules);

    /// <summary>How many may be in the test of a session at once.</summary>
    public SessionRules Sessions { get; init; } = SessionRules.Default;

    /// <summary>How many certificates one address may verify in a minute.</summary>
    public int VerificationsPerMinute { get; init; } = VerificationsPerMinuteByDefault;

    /// <summary>How mails leave.</summary>
    public MailSettings Mail { get; init; } = MailSettings.Default;

    /// <summary>The most that a file of pupils may hold, in bytes, once unpacked.</summary>
    public int MaximumImportBytes { get; init; } = MaximumImportBytesByDefault;

    /// <summary>Reads the settings; throws <see cref="SettingsException"/> with the name of the one that is wrong.</summary>
    public static PixSettings Read(IConfiguration configuration, bool isProduction)
    {
        var pix = configuration.GetSection("Pix");
        var defaults = LearnerRules.Default(TimeZoneInfo.FindSystemTimeZoneById(SchoolTimeZone));
        var rules = new LearnerRules(
            new Delays(
                Whole(pix, "Delays:Improve", defaults.Delays.DaysBeforeImproving, 0, 365),
                Whole(pix, "Delays:Reset", defaults.Delays.DaysBeforeReset, 0, 365),
                Whole(pix, "Delays:Retry", defaults.Delays.DaysBeforeRetrying, 0, 365),
                defaults.Delays.SchoolTime),
            new MaximumLevel(Whole(pix, "MaximumLevel", defaults.Maximum.Level, 1, 8)),
            TimeSpan.FromSeconds(Whole(pix, "TimerToleranceSeconds", (int)defaults.TimerTolerance.TotalSeconds, 0, 600)),
            pix["Locale"] ?? defaults.Locale);
        var masterKey = pix["MasterKey"];
        if (isProduction && masterKey is null) throw new SettingsException("Pix:MasterKey is required in production: 32 random bytes in base64.");
        var certification = CertificationRules.Default(rules);
        var settings = new PixSettings(rules, masterKey, isProduction)
        {
            Certification = certification with
            {
                LongestTest = TimeSpan.FromMinutes(Whole(pix, "Certification:LongestTestMinutes", (int)certification.LongestTest.TotalMinutes, 1, 600)),
                TimePerQuestion = TimeSpan.FromMinutes(Whole(pix, "Certification:MinutesPerQuestion", (int)certification.TimePerQuestion.TotalMinutes, 1, 60)),
            },
            Sessions = new SessionRules(Whole(pix, "Certification:Capacity", SessionRules.Default.Capacity, 1, 1000)),
            VerificationsPerMinute = Whole(pix, "Certification:VerificationsPerMinute", VerificationsPerMinuteByDefault, 1, int.MaxValue),
            Log = pix["Log"] ?? LogByDefault,
            KeyRing = pix["KeyRing"],
            PublicUrl = pix["PublicUrl"],
            Mail = MailSettings.Read(pix),
            MaximumImportBytes = Whole(pix, "Import:MaximumBytes", MaximumImportBytesByDefault, 1, int.MaxValue),
        };
        if (masterKey is null && settings.LogOf(new DataFolder(".")) is LogConnection.Server)
            throw new SettingsException("Pix:MasterKey is required with a log that several nodes share, the same on each: 32 random bytes in base64.");
        return settings;
    }

    /// <summary>Where the log of a data folder is; throws <see cref="SettingsException"/> when the setting names none.</summary>
    public LogConnection LogOf(DataFolder folder)
    {
        try
        {
            return LogConnection.Parse(Log, folder.Path);
        }
        catch (LogConnectionException unreadable)
        {
            throw new SettingsException($"Pix:Log: {unreadable.Message}");
        }
    }

    /// <summary>Where the keys that protect a folder's tokens lie.</summary>
    public string KeyRingOf(DataFolder folder) => KeyRing is null ? folder.KeyRing : Path.GetFullPath(KeyRing);

    /// <summary>The key that wraps the persons' keys of a folder's log.</summary>
    public MasterKey MasterKeyOf(DataFolder folder) =>
        MasterKey is null ? EventStore.MasterKey.LoadOrCreate(folder.MasterKey) : EventStore.MasterKey.FromBase64(MasterKey);

    private static int Whole(IConfiguration pix, string name, int byDefault, int least, int most)
    {
        if (pix[name] is not { } text) return byDefault;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new SettingsException($"Pix:{name} is '{text}': a whole number from {least} to {most} is expected.");
    }
}

/// <summary>A setting is missing or wrong; the message names it.</summary>
public sealed class SettingsException(string message) : Exception(message);
