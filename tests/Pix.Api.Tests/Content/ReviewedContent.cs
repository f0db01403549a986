namespace Pix.Api.Tests.ContentChecks;

/// <summary>What a person looked at and found right although a rule of thumb says otherwise, each with its reason.</summary>
internal static class ReviewedContent
{
    /// <summary>Challenges whose statement contains their solution, because it is to be picked out of what is quoted.</summary>
    public static IReadOnlyDictionary<string, string> SolutionsToPickOut { get; } = new Dictionary<string, string>
    {
        ["dossierChemin1-a"] = "A folder of the tree that is shown.",
        ["dossierChemin1-b"] = "A folder of the tree that is shown.",
        ["dossierChemin1-c"] = "A folder of the tree that is shown.",
        ["requeteSql7-a"] = "A column: the query names the table, the statement its columns.",
        ["requeteSql7-b"] = "A column: the query names the table, the statement its columns.",
        ["reglesMessagerie4-a"] = "One of the folders that the rules name.",
        ["reglesMessagerie4-b"] = "One of the folders that the rules name.",
        ["reglesMessagerie4-c"] = "One of the folders that the rules name.",
        ["reglesMessagerie8-a"] = "What to write when no rule applies.",
        ["reglesMessagerie8-b"] = "What to write when no rule applies.",
        ["agendaPartage2-a"] = "One of the hours at which somebody is free.",
        ["agendaPartage2-b"] = "One of the hours at which somebody is free.",
        ["demarcheCitoyenne5-a"] = "One of the four grades of the vote.",
        ["demarcheCitoyenne5-b"] = "One of the four grades of the vote.",
        ["modeleEconomique6-c"] = "One of the three offers.",
        ["modeleEconomique8-a"] = "One of the four advertisers.",
        ["modeleEconomique8-b"] = "One of the four advertisers.",
        ["pageMultimedia7-a"] = "One of the files that the page quoted proposes.",
        ["pageMultimedia7-b"] = "One of the files that the page quoted proposes.",
        ["adapterEcran8-a"] = "One of the files that the page quoted proposes.",
        ["adapterEcran8-b"] = "One of the files that the page quoted proposes.",
        ["adapterEcran8-c"] = "One of the files that the page quoted proposes.",
        ["fonctionVariable5-a"] = "A parameter of the function to complete.",
        ["fonctionVariable5-b"] = "A parameter of the function to complete.",
        ["logicielMalveillant5-a"] = "One of the four mirrors.",
        ["logicielMalveillant5-b"] = "One of the four mirrors.",
        ["donneePersonnelle6-a"] = "One of the six legal bases.",
        ["donneePersonnelle6-b"] = "One of the six legal bases.",
        ["donneePersonnelle6-c"] = "One of the six legal bases.",
        ["panneMateriel7-c"] = "One of the disks, of which the first and the last are named.",
        ["reglageReseau7-a"] = "The port from outside, which the box may or may not keep.",
        ["choisirEquipement6-a"] = "\"en un seul ensemble\" is about something else.",
    };

    /// <summary>Texts that are code outside a span of code, where signs have other rules.</summary>
    public static IReadOnlyDictionary<string, string> TextsThatAreCode { get; } = new Dictionary<string, string>
    {
        ["1.2 nommageFichier5-b choices"] = "File names, among them those that no system takes.",
        ["1.3 formuleTableur8-a template"] = "A formula of a spreadsheet.",
        ["1.3 requeteSql7-a template"] = "A query.",
        ["1.3 requeteSql7-b template"] = "A query.",
        ["3.4 donneesProgramme4-a choices"] = "Python.",
        ["3.4 donneesProgramme4-b choices"] = "Python.",
    };
}
