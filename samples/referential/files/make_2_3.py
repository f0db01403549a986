#!/usr/bin/env python3
"""Makes the attached files of competence 2.3, beside this script. Same bytes each time; standard library only."""
import hashlib
import textwrap
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent


def text(name, content):
    (HERE / name).write_bytes(content.lstrip("\n").encode("utf-8"))


def sheet(name, rows):
    text(name, "\ufeff" + "".join(";".join(map(str, row)) + "\n" for row in rows))


def page(name, title, body):
    text(name, f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; line-height: 1.5; max-width: 52em; margin: 2em auto; padding: 0 1em; }}
table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #888; padding: .3em .8em; text-align: left; vertical-align: top; }}
.carte {{ border: 1px solid #888; border-radius: .4em; padding: .3em .6em; margin: .5em 0; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body.strip()}
</body>
</html>
""")


def table(head, rows):
    cells = lambda tag, values: "".join(f"<{tag}>{v}</{tag}>" for v in values)
    return "<table>\n<tr>" + cells("th", head) + "</tr>\n" + "\n".join(f"<tr>{cells('td', r)}</tr>" for r in rows) + "\n</table>"


def archive(name, files):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_STORED) as z:
        for path, data in files:
            info = zipfile.ZipInfo(path, (2025, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            z.writestr(info, data.lstrip("\n").encode("utf-8"))


# --- Deciding together (decisionGroupe1, 3, 5, 7) ---

def decisions():
    days = ["Participant", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"]
    row = lambda who, marks: [who] + [{"o": "oui", "s": "si nécessaire", "n": "non"}[m] for m in marks]
    page("sondage-repetition.html", "Sondage : jour de la répétition", table(days, [row("Aïcha", "ooonn"), row("Baptiste", "nosoo"), row("Chen", "oosno"), row("Delphine", "snooo"), row("Emre", "nooos")])
         + "\n<p>« Si nécessaire » : la personne peut venir, mais préfère un autre jour.</p>")
    page("sondage-sortie.html", "Sondage : jour de la sortie botanique", table(days, [row("Flore", "oonso"), row("Gwen", "snooo"), row("Hakim", "onoon"), row("Ilona", "oosos"), row("Jules", "noosn")])
         + "\n<p>« Si nécessaire » : la personne peut venir, mais préfère un autre jour.</p>")

    # answers to a form; whoever answers again changes their mind
    head = ("horodatage", "participant", "choix")
    sheet("reponses-nom-gazette.csv", [head,
        ("12/11/2024 08:02", "Anaïs", "Le Furet"), ("12/11/2024 08:05", "Boris", "La Plume"), ("12/11/2024 08:11", "Carla", "Le Furet"), ("12/11/2024 08:12", "Djibril", "Tambour"),
        ("12/11/2024 08:40", "Eva", "Le Furet"), ("12/11/2024 08:50", "Joël", "Le Furet"), ("12/11/2024 09:03", "Félix", "La Plume"), ("12/11/2024 09:15", "Carla", "La Plume"), ("12/11/2024 09:16", "Gina", "Le Furet"),
        ("12/11/2024 10:22", "Hans", "Tambour"), ("12/11/2024 10:30", "Anaïs", "Tambour"), ("12/11/2024 11:47", "Inga", "La Plume"), ("12/11/2024 12:05", "Eva", "Tambour"),
        ("12/11/2024 12:06", "Joël", "Tambour"), ("12/11/2024 13:33", "Karl", "Le Furet"), ("12/11/2024 14:00", "Boris", "Le Furet"), ("12/11/2024 14:01", "Boris", "La Plume"),
        ("12/11/2024 15:20", "Lila", "Le Furet"), ("12/11/2024 16:45", "Gina", "Tambour"), ("12/11/2024 16:50", "Moïse", "La Plume"), ("12/11/2024 17:02", "Karl", "Tambour")])
    sheet("reponses-lieu-pique-nique.csv", [head,
        ("03/06/2025 07:55", "Nils", "Étang"), ("03/06/2025 07:58", "Olga", "Verger"), ("03/06/2025 08:14", "Priya", "Étang"), ("03/06/2025 08:20", "Quentin", "Clairière"),
        ("03/06/2025 08:31", "Rémi", "Verger"), ("03/06/2025 09:09", "Sonia", "Étang"), ("03/06/2025 09:40", "Priya", "Clairière"), ("03/06/2025 10:01", "Théo", "Étang"),
        ("03/06/2025 10:18", "Ulysse", "Clairière"), ("03/06/2025 10:50", "Sonia", "Verger"), ("03/06/2025 11:05", "Vera", "Verger"), ("03/06/2025 11:30", "Olga", "Clairière"),
        ("03/06/2025 12:12", "Walid", "Étang"), ("03/06/2025 12:44", "Rémi", "Étang"), ("03/06/2025 12:45", "Rémi", "Clairière"), ("03/06/2025 13:10", "Yuna", "Verger"),
        ("03/06/2025 14:26", "Théo", "Verger"), ("03/06/2025 15:02", "Zeina", "Étang"), ("03/06/2025 15:30", "Walid", "Clairière"), ("03/06/2025 16:16", "Nils", "Étang")])
    # who does what: R does it, A answers for it, C is consulted, I is told
    sheet("roles-concert.csv", [("tâche", "Alma", "Bilal", "Côme", "Dora"), ("Réserver la salle", "A", "R", "", "I"), ("Composer le programme", "C", "A/R", "C", ""), ("Dessiner l'affiche", "I", "A", "R", "C"),
        ("Imprimer l'affiche", "", "A", "C", "I"), ("Vendre les billets", "R", "I", "R", "A"), ("Louer les micros", "A", "", "R", "A"), ("Accueillir le public", "R", "R", "A/R", "R"), ("Tenir les comptes", "I", "C", "", "A/R")])
    sheet("roles-chantier-jeunes.csv", [("tâche", "Emil", "Fatou", "Gaspard", "Hind"), ("Choisir le site", "A/R", "C", "C", "I"), ("Demander l'autorisation", "A", "", "R", "I"), ("Acheter les outils", "R", "A", "A/R", ""),
        ("Préparer les repas", "I", "R", "R", "A"), ("Transporter le groupe", "C", "A", "I", "R"), ("Assurer les secours", "C", "I", "", "A"), ("Prendre les photos", "", "A/R", "I", "C"), ("Rédiger le bilan", "R", "R", "A", "R")])
    head = ("bulletins", "1er choix", "2e choix", "3e choix", "4e choix")
    sheet("bulletins-sortie.csv", [head, (8, "Musée", "Ferme", "Phare", "Parc"), (7, "Parc", "Ferme", "Phare", "Musée"), (4, "Ferme", "Parc", "Musée", "Phare"), (5, "Phare", "Ferme", "Parc", "Musée")])
    sheet("bulletins-decor.csv", [head, (9, "Étoile", "Cabane", "Radeau", "Moulin"), (6, "Radeau", "Cabane", "Moulin", "Étoile"), (5, "Cabane", "Moulin", "Radeau", "Étoile"), (7, "Moulin", "Radeau", "Cabane", "Étoile")])


# --- Word documents with remarks and tracked changes (coEdition3, suiviRevision4) ---

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(name, paragraphs):
    """A paragraph is a list of: a text; ("+" or "-", author, text) for an insertion or a deletion; ("?", author, text, remark) for a remark."""
    ids, remarks, body = iter(range(1, 100)), [], []
    run = lambda t, tag="t": f'<w:r><w:{tag} xml:space="preserve">{escape(t)}</w:{tag}></w:r>'
    for parts in paragraphs:
        out = ""
        for part in parts:
            if isinstance(part, str):
                out += run(part)
            elif part[0] == "?":
                id = next(ids)
                remarks.append((id, part[1], part[3]))
                out += f'<w:commentRangeStart w:id="{id}"/>{run(part[2])}<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>'
            else:
                tag, kind = (("ins", "t"), ("del", "delText"))[part[0] == "-"]
                out += f'<w:{tag} w:id="{next(ids)}" w:author="{part[1]}" w:date="2025-02-03T09:00:00Z">{run(part[2], kind)}</w:{tag}>'
        body.append(f"<w:p>{out}</w:p>")
    comments = HEAD + f"<w:comments {WORD}>" + "".join(
        f'<w:comment w:id="{id}" w:author="{who}" w:initials="{who[0]}" w:date="2025-02-04T09:00:00Z"><w:p>{run(what)}</w:p></w:comment>' for id, who, what in remarks) + "</w:comments>\n"
    styles = (HEAD + f'<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>'
              '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style></w:styles>\n')
    parts = [("styles.xml", "styles", styles)] + ([("comments.xml", "comments", comments)] if remarks else [])
    archive(name, [
        ("[Content_Types].xml", HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
         + "".join(f'<Override PartName="/word/{f}" ContentType="{KIND}.{k}+xml"/>' for f, k, _ in parts) + "</Types>\n"),
        ("_rels/.rels", HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>\n'),
        ("word/_rels/document.xml.rels", HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         + "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{k}" Target="{f}"/>' for n, (f, k, _) in enumerate(parts, 1)) + "</Relationships>\n"),
        ("word/document.xml", HEAD + f"<w:document {WORD}><w:body>" + "\n".join(body) + "<w:sectPr/></w:body></w:document>\n"), *[(f"word/{f}", x) for f, _, x in parts]])


def reviewed():
    docx("projet-serre-commente.docx", [
        ["Projet de serre au collège"],
        ["La serre occupera ", ("?", "Idriss", "quarante mètres carrés", "Peut-on vérifier la surface sur le plan ?"), ", au fond de la cour."],
        ["Le ", ("?", "Maëlle", "devis de l’entreprise", "Il a changé : compter plutôt 3 250 euros."), " s’élève à 2 900 euros, livraison comprise."],
        ["Les semis commenceront en ", ("?", "Tiago", "février", "Trop tôt, le gel dure jusqu’en mars."), ", avec les classes de sixième."],
        ["Chaque classe s’occupera de ", ("?", "Idriss", "deux bacs", "J’en ai compté 12 en tout."), "."]])
    docx("projet-exposition-commente.docx", [
        ["Exposition des archives"],
        ["L’exposition réunira ", ("?", "Noémie", "soixante photos", "Il faut demander les droits avant avril."), " prises entre 1920 et 1960."],
        ["Elle se tiendra dans le ", ("?", "Valentin", "hall de la mairie", "La salle des fêtes est plus grande."), ", pendant trois semaines."],
        ["Nous attendons ", ("?", "Samira", "le double de visiteurs", "L’an dernier, nous en avons eu 480."), " par rapport à l’édition précédente."],
        ["Le vernissage aura lieu un ", ("?", "Valentin", "vendredi", "Plutôt le 16 mai."), ", à dix-huit heures."]])
    docx("reglement-suivi.docx", [
        ["Règlement du club de voile"],
        ["La cotisation est de ", ("-", "Tom", "25"), ("+", "Tom", "30"), " euros par an."],
        ["Elle se règle avant le ", ("-", "Inès", "1er mars"), ("+", "Inès", "15 avril"), "."],
        ["Le club prête ", ("-", "Inès", "huit"), ("+", "Inès", "douze"), " gilets. ", ("+", "Tom", "Une caution de 40 euros est demandée. ")],
        ["Les sorties ont lieu le samedi", ("-", "Tom", " et le dimanche"), "."]])
    docx("charte-suivi.docx", [
        ["Charte du jardin partagé"],
        ["Chaque parcelle mesure ", ("-", "Lucas", "20"), ("+", "Lucas", "16"), " mètres carrés."],
        ["Le loyer annuel est de ", ("-", "Rim", "35"), ("+", "Rim", "42"), " euros, payable en ", ("-", "Lucas", "janvier"), ("+", "Lucas", "octobre"), "."],
        ["L’arrosage est permis ", ("-", "Rim", "à toute heure"), ("+", "Rim", "après 19 heures"), "."],
        ["Le portail ferme à ", ("-", "Lucas", "21"), ("+", "Lucas", "22"), " heures."]])


# --- Files saved over one another (coEdition4) ---

def collisions():
    head = ("heure", "personne", "action")
    sheet("journal-reseau-planning.csv", [head, ("10:02", "Alix", "ouvre"), ("10:05", "Bruno", "ouvre"), ("10:20", "Bruno", "enregistre et ferme"), ("10:25", "Chan", "ouvre"),
        ("10:31", "Alix", "enregistre et ferme"), ("10:40", "Chan", "enregistre et ferme"), ("10:52", "Dora", "ouvre"), ("11:05", "Dora", "enregistre et ferme")])
    sheet("journal-reseau-inventaire.csv", [head, ("14:00", "Emma", "ouvre"), ("14:12", "Emma", "enregistre et ferme"), ("14:15", "Fouad", "ouvre"), ("14:18", "Gaby", "ouvre"),
        ("14:30", "Gaby", "enregistre et ferme"), ("14:44", "Fouad", "enregistre et ferme"), ("14:50", "Hugo", "ouvre"), ("15:02", "Hugo", "enregistre et ferme")])


# --- Versions of an on-line document (suiviRevision2) ---

def versions():
    head = ("Version", "Heure", "Auteur", "Changement")
    page("versions-voyage.html", "Historique du document « Voyage à Lisbonne »", table(head, [
        (9, "16:40", "Rita", "Met les titres en vert"), (8, "16:15", "Paul", "Ajoute la liste des chambres"), (7, "15:58", "Simon", "Efface le paragraphe « Budget »"),
        (6, "15:30", "Rita", "Corrige l’heure du train"), (5, "15:12", "Paul", "Rétablit le paragraphe « Budget »"), (4, "14:50", "Simon", "Efface le paragraphe « Budget »"),
        (3, "14:31", "Paul", "Rédige le paragraphe « Budget »"), (2, "14:10", "Rita", "Ajoute les dates"), (1, "14:02", "Paul", "Crée le document")]))
    page("versions-journal.html", "Historique du document « Journal du lycée, numéro 3 »", table(head, [
        (10, "11:55", "Maud", "Ajoute l’ours"), (9, "11:40", "Ilan", "Efface l’interview"), (8, "11:22", "Maud", "Change le titre de l’interview"),
        (7, "11:05", "Salma", "Corrige la météo"), (6, "10:48", "Salma", "Rétablit l’interview"), (5, "10:33", "Ilan", "Efface l’interview"),
        (4, "10:20", "Ilan", "Ajoute le jeu"), (3, "10:09", "Maud", "Colle l’interview"), (2, "9:50", "Salma", "Ajoute la météo"), (1, "9:42", "Maud", "Crée le document")]))


# --- Two states of a text, wrapped differently (suiviRevision6) ---

def states():
    def pair(name, title, sentences, changes):
        before = " ".join(sentences)
        after = before
        for old, new in changes:
            assert after.count(old) == 1, old
            after = after.replace(old, new)
        text(f"{name}-v1.txt", title + "\n\n" + textwrap.fill(before, 78) + "\n")
        text(f"{name}-v2.txt", title + "\n\n" + textwrap.fill(after, 63) + "\n")
    pair("convention-salle", "CONVENTION DE PRÊT DE LA SALLE DU MOULIN", [
        "La commune prête la salle du Moulin à l'association pour une durée de 11 mois, du 1er septembre au 31 juillet.",
        "La salle est ouverte 6 jours par semaine, de 9 heures à 22 heures, et ne peut accueillir plus de 120 personnes.",
        "L'association dispose de 45 tables et de 110 chaises, qu'elle range après chaque séance dans le local du fond.",
        "Elle verse une caution de 350 euros, rendue dans les 30 jours qui suivent la fin du prêt, si aucun dégât n'est constaté.",
        "Le ménage est à la charge de l'association ; à défaut, la commune le fait faire et facture 18 euros par heure, avec un minimum de 2 heures.",
        "Toute annulation est signalée au moins 15 jours à l'avance ; la commune, de son côté, peut reprendre la salle en cas d'élection, en prévenant 21 jours avant.",
        "L'association remet 4 clés à la fin de l'année et déclare toute perte dans les 48 heures.",
        "Le chauffage est réglé sur 19 degrés de novembre à mars ; il est coupé 60 minutes avant la fermeture."],
        [("caution de 350 euros", "caution de 380 euros"), ("au moins 15 jours", "au moins 25 jours"), ("coupé 60 minutes", "coupé 90 minutes")])
    pair("convention-bus", "CONVENTION DE PRÊT DU MINIBUS DU DISTRICT", [
        "Le district prête son minibus de 9 places aux clubs membres, au plus 3 fins de semaine par trimestre.",
        "Le conducteur a plus de 23 ans et son permis depuis au moins 36 mois ; il en fournit la copie 8 jours avant le départ.",
        "Le club paie 27 centimes par kilomètre au-delà de 150 kilomètres, et rend le véhicule avec un réservoir plein.",
        "Une caution de 600 euros est déposée au départ ; elle est rendue sous 14 jours, après la visite du véhicule.",
        "En cas de retour après 20 heures le dimanche, une somme de 50 euros est retenue pour chaque demi-journée entamée.",
        "Les pneus neige sont montés du 1er novembre au 31 mars, et la galerie ne porte pas plus de 75 kilogrammes.",
        "Tout accident est déclaré dans les 24 heures, par un appel puis par un courrier comportant 2 photographies.",
        "La réservation se fait 40 jours à l'avance et devient définitive après la réponse du secrétariat, donnée en 5 jours ouvrés."],
        [("au moins 36 mois", "au moins 48 mois"), ("27 centimes", "32 centimes"), ("rendue sous 14 jours", "rendue sous 10 jours")])


# --- Boards, work loads, networks of tasks (projetGroupe2, 4, 6, 8) ---

def projects():
    def board(name, title, columns):
        page(name, title, "<table>\n<tr>" + "".join(f"<th>{c}</th>" for c, _ in columns) + "</tr>\n<tr>" + "".join(
            "<td>" + "".join(f'<div class="carte">{t}<br><i>{who}</i></div>' for t, who in cards) + "</td>" for _, cards in columns) + "</tr>\n</table>")
    board("tableau-taches-gazette.html", "La Gazette : tableau des tâches", [
        ("À faire", [("Choisir la une", "Nora"), ("Relire l’édito", "Eliott"), ("Trouver un imprimeur", "Nora")]),
        ("En cours", [("Interview du gardien", "Nora"), ("Photos du tournoi", "Wang"), ("Mots croisés", "Eliott")]),
        ("À vérifier", [("Page des clubs", "Wang"), ("Article sur la cantine", "Nora")]),
        ("Terminé", [("Logo", "Nora"), ("Sommaire", "Eliott"), ("Enquête sur le sommeil", "Nora"), ("Budget", "Wang")])])
    board("tableau-taches-carnaval.html", "Carnaval : tableau des tâches", [
        ("À faire", [("Louer la sono", "Yacine"), ("Affiche", "Pia"), ("Prévenir les riverains", "Yacine"), ("Acheter les confettis", "Yacine")]),
        ("En cours", [("Char de la mer", "Pia"), ("Trajet", "Yacine")]),
        ("À vérifier", [("Autorisation de la mairie", "Yacine"), ("Liste des bénévoles", "Rosa")]),
        ("Terminé", [("Thème", "Rosa"), ("Date", "Yacine"), ("Tirelire", "Pia")])])
    head = ("tâche", "heures", "responsables")
    sheet("charge-kermesse.csv", [head, ("Réserver les stands", 6, "Lou"), ("Décor", 18, "Lou, Max, Nina"), ("Buvette", 14, "Max, Omar"), ("Tombola", 9, "Nina"),
        ("Affiches", 5, "Omar"), ("Sonorisation", 8, "Lou, Omar"), ("Comptes", 4, "Max"), ("Programme", 6, "Lou, Max"), ("Nettoyage", 12, "Lou, Max, Nina, Omar"), ("Remerciements", 3, "Omar")])
    sheet("charge-potager.csv", [head, ("Plan des bacs", 5, "Aya"), ("Terreau", 16, "Bao, Ciro"), ("Semis", 12, "Aya, Bao, Dina"), ("Arrosage", 10, "Ciro, Dina"), ("Étiquettes", 4, "Aya"),
        ("Clôture", 9, "Aya, Bao, Ciro"), ("Compost", 7, "Dina"), ("Récupérateur d'eau", 6, "Bao"), ("Panneau", 4, "Aya, Dina"), ("Inauguration", 8, "Aya, Bao, Ciro, Dina")])
    sheet("charge-podcast.csv", [head, ("Jingle", 7, "Ezra"), ("Écriture", 20, "Ezra, Fanta, Gus, Hoa"), ("Prises de son", 12, "Fanta, Gus"), ("Montage", 15, "Gus, Hoa, Ezra"), ("Musique", 3, "Fanta"),
        ("Visuel", 6, "Hoa"), ("Publication", 4, "Gus, Hoa"), ("Invités", 5, "Fanta"), ("Bilan", 4, "Ezra, Fanta")])
    head = ("tâche", "durée (jours)", "après")
    sheet("reseau-taches-exposition.csv", [head, ("A", 3, ""), ("B", 5, "A"), ("C", 2, "A"), ("D", 4, "B"), ("E", 6, "C"), ("F", 3, "D, E"), ("G", 2, "C"), ("H", 4, "F, G")])
    sheet("reseau-taches-passerelle.csv", [head, ("A", 4, ""), ("B", 2, ""), ("C", 6, "A"), ("D", 3, "A, B"), ("E", 5, "B"), ("F", 4, "C, D"), ("G", 7, "E"), ("H", 3, "F, G")])
    sheet("reseau-taches-film.csv", [head, ("A", 2, ""), ("B", 6, "A"), ("C", 4, "A"), ("D", 3, "C"), ("E", 5, "B, D"), ("F", 2, "D"), ("G", 4, "E"), ("H", 3, "F, G")])
    head = ("tâche", "durée (jours)", "après", "durée minimale", "coût par jour gagné (euros)")
    sheet("reseau-couts-halle.csv", [head, ("A", 4, "", 3, 90), ("B", 6, "A", 4, 50), ("C", 5, "A", 4, 30), ("D", 3, "B", 3, ""), ("E", 4, "C", 2, 40), ("F", 5, "D, E", 4, 100)])
    sheet("reseau-couts-kiosque.csv", [head, ("A", 5, "", 3, 80), ("B", 4, "A", 3, 40), ("C", 6, "A", 4, 45), ("D", 5, "B", 4, 25), ("E", 2, "C", 2, ""), ("F", 6, "D, E", 5, 120)])


# --- Git: a log, a merge, a graph (gestionVersions5, 7, 8) ---

def log(name, filename, steps):
    """steps, oldest first: author, date, subject, [(line, before, after)], seen as `git log -p --unified=0` shows them."""
    out = []
    for n, (who, date, subject, changes) in enumerate(steps):
        id = hashlib.sha1(f"{name}{n}".encode()).hexdigest()
        out.append(f"commit {id}\nAuthor: {who} <{who.lower()}@fournil.example>\nDate:   {date}\n\n    {subject}\n\ndiff --git a/{filename} b/{filename}\n--- a/{filename}\n+++ b/{filename}\n"
                   + "".join(f"@@ -{line} +{line} @@\n-{a}\n+{b}\n" for line, a, b in changes))
    text(name, "\n".join(reversed(out)))


def git():
    log("historique-pain.txt", "pain.txt", [
        ("Odile", "2025-01-06 09:12:00 +0100", "Moins de sel", [(3, "sel = 20", "sel = 18")]),
        ("Ravi", "2025-01-09 17:40:00 +0100", "Cuisson plus longue", [(7, "cuisson = 35", "cuisson = 40")]),
        ("Ines", "2025-01-14 08:05:00 +0100", "Essai avec plus d'eau", [(2, "eau = 650", "eau = 700"), (3, "sel = 18", "sel = 20")]),
        ("Odile", "2025-01-15 10:30:00 +0100", "Le sel, encore", [(2, "eau = 700", "eau = 680")]),
        ("Ravi", "2025-01-20 18:22:00 +0100", "Retour en arrière", [(3, "sel = 20", "sel = 18")]),
        ("Odile", "2025-01-27 11:01:00 +0100", "Levain et corrections", [(3, "sel = 18", "sel = 20"), (4, "levain = 150", "levain = 180")]),
        ("Ines", "2025-02-03 07:48:00 +0100", "Nouveau sel gris", [(8, "note = sel fin", "note = sel gris")]),
        ("Ravi", "2025-02-10 16:15:00 +0100", "Four baissé", [(6, "four = 250", "four = 240")])])
    log("historique-tarifs.txt", "tarifs.txt", [
        ("Judith", "2025-03-03 10:00:00 +0100", "Tarifs de printemps", [(1, "adulte = 9", "adulte = 10"), (2, "enfant = 5", "enfant = 6")]),
        ("Malo", "2025-03-05 14:20:00 +0100", "Tarif de groupe", [(4, "groupe = 80", "groupe = 85")]),
        ("Sacha", "2025-03-10 09:45:00 +0100", "Baisse pour les vacances", [(2, "enfant = 6", "enfant = 5")]),
        ("Malo", "2025-03-18 16:02:00 +0100", "Fin des vacances", [(2, "enfant = 5", "enfant = 6"), (5, "guide = 12", "guide = 14")]),
        ("Judith", "2025-03-19 11:11:00 +0100", "Tarif enfant : suite", [(3, "senior = 8", "senior = 7")]),
        ("Sacha", "2025-03-25 08:30:00 +0100", "Erreur de ma part", [(2, "enfant = 6", "enfant = 5")]),
        ("Judith", "2025-03-26 12:00:00 +0100", "Annule la précédente", [(2, "enfant = 5", "enfant = 6")]),
        ("Malo", "2025-04-01 09:00:00 +0200", "Note pour l'enfant", [(7, "note = moins de 10 ans", "note = moins de 12 ans")])])

    def merge(name, branch, base, main, other):
        lines = lambda changes: "".join(f"{k} = {changes.get(k, v)}\n" for k, v in base.items())
        archive(name, [("base.txt", lines({})), ("main.txt", lines(main)), (f"{branch}.txt", lines(other))])
    merge("fusion-menu.zip", "atelier",
          dict(titre="Menu du refuge", saison="hiver", soupe="6", gratin="14", lentilles="12", tarte="7", fromage="5", cidre="4", eau="0", service="12 h", fermeture="14 h", couverts="40", terrasse="non", chiens="oui"),
          dict(soupe="7", tarte="8", cidre="5", couverts="45"), dict(gratin="15", tarte="8", fermeture="15 h", couverts="50"))
    merge("fusion-course.zip", "parcours",
          dict(nom="Course des digues", annee="2024", depart="9 h", distance="10", denivele="120", ravitaillements="2", certificat="oui", parking="halle", medaille="non",
               prix="8", musique="non", dossards="300", puces="non", photos="oui", douches="oui", repas="non", vestiaire="gymnase", tentes="6", navette="oui", secours="poste 1"),
          dict(annee="2025", distance="12", prix="9", dossards="350", navette="non"), dict(denivele="140", prix="9", dossards="320", repas="oui", navette="sur demande"))

    def graph(name, commits):
        id = {c: hashlib.sha1(f"{name}/{c}".encode()).hexdigest()[:7] for c, _, _, _ in commits}
        text(name, "identifiant | parents         | étiquettes    | sujet\n" + "".join(
            f"{id[c]}     | {' '.join(id[p] for p in parents):15} | {labels:13} | {subject}\n" for c, parents, labels, subject in reversed(commits)))
    graph("graphe-depot-site.txt", [
        ("a", "", "", "Premier jet"), ("b", "a", "", "Menu"), ("c", "b", "", "Pied de page"), ("d", "b", "", "Début de la refonte"), ("e", "c", "", "Mentions légales"),
        ("f", "d", "", "Nouvelles couleurs"), ("g", "fe", "", "Fusion de main dans refonte"), ("h", "e", "", "Correction du menu"), ("i", "g", "", "Grille"),
        ("j", "h", "main", "Plan du site"), ("k", "i", "", "Polices"), ("l", "k", "refonte", "Mode sombre")])
    graph("graphe-depot-jeu.txt", [
        ("a", "", "", "Squelette"), ("b", "a", "", "Boucle de jeu"), ("c", "a", "", "Essai de sons"), ("d", "b", "", "Score"), ("e", "c", "", "Bruit de pas"),
        ("f", "d", "", "Niveaux"), ("g", "ed", "", "Fusion de main dans sons"), ("h", "f", "", "Pause"), ("i", "g", "", "Musique"), ("j", "h", "", "Écran de fin"),
        ("k", "i", "sons", "Volume"), ("m", "j", "main", "Clavier")])


# --- History of a wiki page (travailGroupe5) ---

def wiki():
    def history(name, states, authors):
        sheet(name, [("version", "date", "auteur", "octets", "empreinte")] + [
            (n, f"{3 + 2 * n:02}/11/2024", who, 900 + 37 * (ord(s) - 96) % 400, hashlib.sha1(f"{name}{s}".encode()).hexdigest()[:10]) for n, (s, who) in enumerate(zip(states, authors), 1)])
    history("historique-wiki-dragon.csv", "abcbdefdgh", ["Lise", "Amir", "Zorro", "Lise", "Amir", "Kenza", "Zorro", "Amir", "Lise", "Kenza"])
    history("historique-wiki-tramway.csv", "abcdefbghig", ["Soan", "Mina", "Pavel", "Pavel", "Soan", "Pavel", "Mina", "Soan", "Mina", "Pavel", "Soan"])


if __name__ == "__main__":
    for make in (decisions, reviewed, collisions, versions, states, projects, git, wiki):
        make()
