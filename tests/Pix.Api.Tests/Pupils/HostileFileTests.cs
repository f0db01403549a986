using System.Text;
using Pix.Api.Tests.Http;
using Xunit;

namespace Pix.Api.Tests.Pupils;

/// <summary>What schools send is not trusted: each of these is refused in words, and leaves nothing.</summary>
public sealed class HostileFileTests : IAsyncLifetime
{
    private const string FregataHeader = "Identifiant unique*;Premier prénom*;Deuxième prénom;Troisième prénom;Nom de famille*;Nom d'usage;Date de naissance (jj/mm/aaaa)*;Code commune naissance**;Libellé commune naissance**;Code département naissance*;Code pays naissance*;Statut*;Code MEF*;Division*";
    private static readonly Eleve Zoe = new("1", "Zoé", "Lefèvre");
    private PixHost _host = null!;
    private School _school = null!;

    public async Task InitializeAsync()
    {
        _host = await PixHost.Empty();
        _school = await School.In(_host);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty((await _host.Node.Aggregates.Organisations.Load(EventStore.Streams.Organisation(_school.Id), CancellationToken.None)).State.Imports);
        Assert.Empty(Directory.Exists(_host.Folder.Received) ? Directory.GetFiles(_host.Folder.Received) : []);
        await _host.DisposeAsync();
    }

    public static TheoryData<string, string> Invalid => new()
    {
        { "billion laughs", """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><BEE_ELEVES>&c;</BEE_ELEVES>""" },
        { "external entity", """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><BEE_ELEVES>&b;</BEE_ELEVES>""" },
        { "deep nesting", "<BEE_ELEVES>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) },
        { "endless text", "<BEE_ELEVES><PARAMETRES><UAJ>" + new string('a', 1_000_000) + "</UAJ></PARAMETRES></BEE_ELEVES>" },
        { "endless attribute", "<BEE_ELEVES a=\"" + new string('a', 1_000_000) + "\"/>" },
        { "another document", "<html><body/></html>" },
        { "truncated", SiecleXml.Of(Zoe)[..^40] },
        { "not XML", "Nom;Prénom" },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task What_is_no_file_of_siecle_is_invalid(string what, string text)
    {
        Assert.NotEmpty(what);
        (await _school.Send(SiecleXml.Xml(text))).Refused(422, "invalid_file", ("platform_code", "INVALID_FILE"));
    }

    public static TheoryData<string, string> InvalidLists => new()
    {
        { "other columns", "Nom;Prénom\nLefèvre;Zoé\n" },
        { "an endless line", FregataHeader + "\n" + new string('a', 1_000_000) },
        { "cells without end", FregataHeader + "\n" + new string(';', 1_000_000) },
        { "a quote that is not closed", FregataHeader + "\n\"123F;Zoé\n" + string.Concat(Enumerable.Repeat("a;b\n", 10_000)) },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(InvalidLists))]
    public async Task What_is_no_list_of_pupils_is_invalid(string what, string text)
    {
        Assert.NotEmpty(what);
        (await _school.Send(SiecleXml.Content(Encoding.UTF8.GetBytes(text), "text/csv"))).Refused(422, "invalid_file");
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_after_so_many_bytes()
    {
        var start = Encoding.UTF8.GetBytes("<BEE_ELEVES>");
        var bomb = new byte[210 * 1024 * 1024];
        bomb.AsSpan().Fill((byte)'\n');
        start.CopyTo(bomb, 0);
        for (var index = 100_000; index < bomb.Length - 8; index += 100_000) "<a></a>"u8.CopyTo(bomb.AsSpan(index));
        (await _school.Send(SiecleXml.Zip(("ElevesSansAdresse.xml", bomb)))).Refused(422, "file_too_large");
    }

    [Fact]
    public async Task What_is_no_zip_is_invalid() => (await _school.Send(SiecleXml.Content("PK\u0003\u0004"u8.ToArray(), "application/zip"))).Refused(422, "invalid_file");

    [Fact]
    public async Task Another_extension_is_refused()
    {
        (await _school.Send(SiecleXml.Xml(SiecleXml.Of(Zoe)), name: "eleves.ods")).Refused(422, "invalid_file_extension");
        (await _school.Send(SiecleXml.Content([1], "application/octet-stream"))).Refused(422, "invalid_file_extension");
    }

    [Theory]
    [InlineData("UTF-7")]
    [InlineData("klingon")]
    public async Task An_encoding_that_is_not_known_is_named(string name) =>
        (await _school.Send(SiecleXml.Xml(SiecleXml.Of(name, SiecleXml.Uai, Zoe)))).Refused(422, "encoding_not_supported", ("encoding", name));

    [Fact]
    public async Task A_wrong_prolog_is_found_in_the_names()
    {
        var latin = Encoding.Latin1.GetBytes(SiecleXml.Of("UTF-8", SiecleXml.Uai, Zoe));
        (await _school.Send(SiecleXml.Xml(latin))).Refused(422, "pupil_file_faulty", ("count", 1));
        var utf8 = Encoding.UTF8.GetBytes(SiecleXml.Of("ISO-8859-15", SiecleXml.Uai, Zoe));
        (await _school.Send(SiecleXml.Xml(utf8))).Refused(422, "pupil_file_faulty", ("count", 1));
    }

    [Fact]
    public async Task The_file_of_another_school_is_refused() =>
        (await _school.Send(SiecleXml.Xml(SiecleXml.Of("UTF-8", "0510002B", Zoe)))).Refused(422, "uai_mismatched");

    [Fact]
    public async Task A_file_without_anybody_to_import_is_empty() =>
        (await _school.Send(SiecleXml.Xml(SiecleXml.Of(Zoe with { LeftOn = "01/02/2026" })))).Refused(422, "empty");
}
