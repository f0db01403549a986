#!/usr/bin/env python3
"""Makes the attached files of competence 2.2, beside this script. Same bytes each time; standard library only."""
import struct
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent


def text(name, content):
    (HERE / name).write_bytes(content.lstrip("\n").encode("utf-8"))


def sheet(name, rows):
    text(name, "\ufeff" + "".join(";".join(map(str, row)) + "\n" for row in rows))


def page(name, title, body, head=""):
    text(name, f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head.strip()}
<style>
body {{ font-family: sans-serif; line-height: 1.5; max-width: 44em; margin: 2em auto; padding: 0 1em; }}
table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #888; padding: .3em .8em; text-align: left; }}
article {{ border-top: 1px solid #aaa; padding: .5em 0; }} footer {{ border-top: 1px solid #888; margin-top: 3em; font-size: .9em; }}
</style>
</head>
<body>
{body.strip()}
</body>
</html>
""")


# --- Sharing journals (lienPartage3) ---

def journals():
    head = ("date", "personne", "action", "droit")
    sheet("journal-partages-theatre.csv", [head,
        ("02/09/2024", "Nils", "ajout", "modification"),
        ("02/09/2024", "Oriane", "ajout", "commentaire"),
        ("03/09/2024", "Pablo", "ajout", "modification"),
        ("05/09/2024", "Quitterie", "ajout", "lecture"),
        ("09/09/2024", "Nils", "changement", "commentaire"),
        ("10/09/2024", "Rosalie", "ajout", "modification"),
        ("12/09/2024", "Oriane", "changement", "modification"),
        ("16/09/2024", "Pablo", "retrait", ""),
        ("17/09/2024", "Quitterie", "changement", "commentaire"),
        ("20/09/2024", "Simon", "ajout", "modification"),
        ("23/09/2024", "Simon", "changement", "lecture"),
        ("25/09/2024", "Pablo", "ajout", "lecture")])
    sheet("journal-partages-fouilles.csv", [head,
        ("04/03/2025", "Théa", "ajout", "modification"),
        ("04/03/2025", "Ugo", "ajout", "lecture"),
        ("05/03/2025", "Violette", "ajout", "modification"),
        ("06/03/2025", "Wassim", "ajout", "commentaire"),
        ("07/03/2025", "Violette", "changement", "lecture"),
        ("10/03/2025", "Ugo", "changement", "modification"),
        ("11/03/2025", "Théa", "retrait", ""),
        ("12/03/2025", "Xénia", "ajout", "modification"),
        ("14/03/2025", "Xénia", "changement", "commentaire"),
        ("17/03/2025", "Wassim", "changement", "modification"),
        ("18/03/2025", "Théa", "ajout", "commentaire"),
        ("19/03/2025", "Violette", "changement", "modification"),
        ("20/03/2025", "Wassim", "changement", "lecture")])


# --- Rights inherited from folders and groups (lienPartage5) ---

RULES = """RÈGLES
1. Un droit donné sur un dossier vaut pour tout ce qu'il contient, à tous les niveaux.
2. Qui commente peut lire, et qui modifie peut commenter et lire.
3. Si une personne reçoit plusieurs droits, le plus étendu l'emporte.
4. Exception : « aucun », donné à une personne, lui retire tout droit sur l'élément
   et sur ce qu'il contient, quel que soit le chemin par lequel elle l'avait reçu.
"""


def rights():
    text("droits-partage-asso.txt", f"""
PARTAGES DE L'ASSOCIATION LES CABANES

GROUPES
bureau     : Alma, Boris, Chloé
trésorerie : Boris, Dina
bénévoles  : Alma, Elias, Fanny, Gaël, Hugo

PARTAGES
/                              groupe bénévoles     lecture
/Comptes                       groupe bureau        commentaire
/Comptes                       Gaël                 modification
/Comptes/2024                  Hugo                 modification
/Comptes/2025                  groupe trésorerie    modification
/Comptes/2025                  Elias                aucun
/Comptes/2025/budget.ods       Fanny                modification
/Comptes/2025/budget.ods       Chloé                lecture
/Comptes/2025/factures.ods     Hugo                 modification
/Projets                       groupe bénévoles     modification

{RULES}""")
    text("droits-partage-club.txt", f"""
PARTAGES DU CLUB D'ASTRONOMIE DE LA PLAINE

GROUPES
observateurs : Ivan, Jeanne, Karim, Lou
rédaction    : Jeanne, Maya, Noam
bureau       : Ivan, Odile, Pierre

PARTAGES
/                              groupe bureau        lecture
/Revue                         groupe observateurs  lecture
/Revue                         Pierre               modification
/Revue                         Sami                 lecture
/Revue/numero-11               Karim                modification
/Revue/numero-12               groupe rédaction     modification
/Revue/numero-12               Noam                 aucun
/Revue/numero-12               Lou                  commentaire
/Revue/numero-12/une.odt       Odile                commentaire
/Revue/numero-12/une.odt       Ivan                 commentaire
/Revue/numero-12/cartes.odt    Ivan                 modification
/Photos                        groupe observateurs  modification

{RULES}""")


# --- Settings of a profile (visibiliteMessage2) ---

def settings():
    def profile(name, of_who, rows):
        lines = "\n".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
        page(name, f"Réglages {of_who}", f"""
<h1>Mon profil : réglages de visibilité</h1>
<p>Compte {of_who}, réseau « Passerelle »</p>
<table>
<tr><th>Information</th><th>Visible par</th></tr>
{lines}
</table>
<h2>Que veulent dire ces réglages ?</h2>
<p><b>Moi</b> : personne d’autre que vous. <b>Amis</b> : les contacts que vous avez acceptés.
<b>Membres</b> : toute personne qui a un compte sur Passerelle et s’y est connectée.
<b>Web</b> : toute personne, avec ou sans compte ; les moteurs de recherche aussi.</p>
""")
    profile("reglages-profil-lina.html", "de Lina", [("Photo de profil", "Membres"), ("Ville", "Web"), ("Date de naissance", "Amis"),
        ("Lycée", "Membres"), ("Numéro de téléphone", "Moi"), ("Liste d’amis", "Web"), ("Adresse électronique", "Amis")])
    profile("reglages-profil-omar.html", "d’Omar", [("Adresse électronique", "Moi"), ("Métier", "Membres"), ("Date de naissance", "Web"),
        ("Photo de profil", "Amis"), ("Ville", "Membres"), ("Numéro de téléphone", "Amis"), ("Loisirs", "Web")])


# --- Who is whose friend (visibiliteMessage4) ---

def friendships():
    sheet("amities-cordee.csv", [("membre 1", "membre 2"), ("Paul", "Ali"), ("Zoé", "Marc"), ("Jade", "Théo"), ("Zoé", "Ali"), ("Marc", "Ali"),
        ("Hugo", "Paul"), ("Inès", "Zoé"), ("Marc", "Théo"), ("Inès", "Paul"), ("Léna", "Jade"), ("Nour", "Zoé"), ("Léna", "Inès"),
        ("Rémi", "Hugo"), ("Omar", "Nour"), ("Jade", "Rémi"), ("Inès", "Marc")])
    sheet("amities-fanfare.csv", [("membre 1", "membre 2"), ("Adèle", "Bruno"), ("Cléo", "Denis"), ("Yaël", "Bruno"), ("Esther", "Yaël"),
        ("Esther", "Fouad"), ("Bruno", "Denis"), ("Fouad", "Gilda"), ("Yaël", "Hélio"), ("Hélio", "Esther"), ("Hélio", "Irma"), ("Irma", "Jonas"),
        ("Fouad", "Hélio"), ("Jonas", "Gilda"), ("Denis", "Gilda"), ("Kim", "Jonas"), ("Kim", "Irma")])


# --- Remarks under an article (respectPersonnes5) ---

def remarks():
    def discussion(name, title, about, items):
        page(name, title, f"<h1>{title}</h1>\n<p>{about}</p>\n" + "\n".join(
            f"<article>\n<p><b>Commentaire {n}</b>, par {who}</p>\n<p>{what}</p>\n</article>" for n, (who, what) in enumerate(items, 1)))
    discussion("commentaires-restaurant.html", "L’avis des lecteurs : Le Four à bois",
        "Le restaurant Le Four à bois, tenu par Gaspard Merlin, vient de rouvrir. (Lieu et personnes imaginaires.)", [
        ("tartine", "J’ai attendu quarante minutes, et ma pizza était froide. Je n’y retournerai pas."),
        ("zeste", "Vingt-deux euros une salade ! C’est beaucoup trop cher pour ce que c’est."),
        ("poivre", "Gaspard Merlin, espèce de gros abruti, retourne garder les cochons."),
        ("laurier", "La nouvelle décoration est affreuse : on se croirait dans une gare."),
        ("cumin", "Gaspard Merlin ne déclare pas ses serveurs et met la moitié de la recette dans sa poche."),
        ("basilic", "Le règlement interdit les chiens en terrasse. Je trouve cette règle stupide.")])
    discussion("commentaires-club.html", "Réactions : le club de judo change de salle",
        "Le club de judo de Sault, présidé par Hélène Barral, déménage. (Lieu et personnes imaginaires.)", [
        ("tatami", "Hélène Barral a pris trois mille euros dans la caisse du club pour payer ses vacances."),
        ("ceinture", "La nouvelle salle est loin du centre, c’est une très mauvaise idée."),
        ("ippon", "Je n’ai pas voté pour ce bureau, et je ne voterai pas pour lui l’an prochain."),
        ("kimono", "Les entraînements du mardi sont mal organisés, mes enfants s’y ennuient."),
        ("dojo", "Hélène Barral, pauvre cruche, tu n’es qu’une minable."),
        ("sensei", "Le club a perdu douze adhérents cette année : il faudrait se demander pourquoi.")])


# --- Sites that break once on line (pagePubliee4) ---

def png(width, height, colour):
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + bytes(colour) * width) * height
    # stored, not compressed: the same bytes with every version of zlib
    packed = b"\x78\x01" + b"\x01" + struct.pack("<HH", len(rows), len(rows) ^ 0xFFFF) + rows + struct.pack(">I", zlib.adler32(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def archive(name, files):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_STORED) as z:
        for path, data in files:
            info = zipfile.ZipInfo(path, (2025, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            z.writestr(info, data if isinstance(data, bytes) else data.lstrip("\n").encode("utf-8"))


def web(title, body):
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
{body.strip()}
</body>
</html>
"""


def sites():
    style = "body { font-family: sans-serif; max-width: 40em; margin: 2em auto; }\nimg { width: 120px; }\n"
    archive("site-chorale.zip", [
        ("index.html", web("Chorale du Lac", """
<h1>Chorale du Lac</h1>
<p><img src="images/logo.png" alt="Logo de la chorale"> <img src="images/Repetition-Mardi.png" alt="La répétition du mardi"></p>
<p><img src="images/Concert-2024.png" alt="Le concert de 2024"></p>
<p>Lire le <a href="textes/Reglement.txt">règlement</a>, voir <a href="concerts.html">les concerts</a>, revoir <a href="textes/paroles-hiver.txt">les paroles de l’hiver</a>.</p>
""")),
        ("concerts.html", web("Concerts", """
<h1>Nos concerts</h1>
<p>Samedi 17 mai, 20 h 30, salle des fêtes. Dimanche 22 juin, 17 h, sur la jetée.</p>
<p><a href="index.html">Retour à l’accueil</a></p>
""")),
        ("style.css", style),
        ("images/Concert-2024.png", png(60, 40, (60, 110, 170))),
        ("images/logo.png", png(40, 40, (200, 90, 60))),
        ("images/repetition-mardi.png", png(60, 40, (90, 150, 90))),
        ("textes/Reglement.txt", "Article 1. On arrive à l'heure.\nArticle 2. On écoute les autres.\n"),
        ("textes/paroles-hiver.txt", "La neige est sur la rive,\nla barque est au repos.\n")])
    archive("site-refuge.zip", [
        ("index.html", web("Refuge des Aulnes", """
<h1>Refuge des Aulnes</h1>
<p><img src="Photos/Facade.png" alt="La façade"> <img src="Photos/dortoir.png" alt="Le dortoir"></p>
<p>Voir <a href="acces.html">l’accès</a>, <a href="Textes/tarifs-2025.txt">les tarifs</a> et <a href="Textes/Menu.txt">le menu</a>.</p>
""")),
        ("acces.html", web("Accès", """
<h1>Venir au refuge</h1>
<p><img src="Photos/plan.png" alt="Plan d’accès"></p>
<p>Deux heures de marche depuis le parking. <a href="index.html">Accueil</a></p>
""")),
        ("style.css", style),
        ("Photos/Facade.png", png(60, 40, (150, 120, 80))),
        ("Photos/dortoir.png", png(60, 40, (120, 120, 160))),
        ("Photos/plan.png", png(60, 40, (180, 200, 150))),
        ("Textes/Tarifs-2025.txt", "Nuitée : 18 euros. Demi-pension : 39 euros.\n"),
        ("Textes/Menu.txt", "Soupe, lentilles, tarte aux myrtilles.\n")])


# --- How a network shows a shared page (pagePubliee5) ---

def previews():
    page("apercu-exposition.html", "Musée de la Lanterne - accueil", """
<h1>L’ombre et la main</h1>
<p><img src="https://musee-lanterne.example/photos/salle-3.jpg" alt="La salle 3"></p>
<p>Du 4 avril au 28 septembre, quarante silhouettes découpées sortent des réserves.</p>
<p><img src="https://musee-lanterne.example/photos/affiche-a4.jpg" alt="L’affiche de l’exposition"></p>
<footer>Musée de la Lanterne, place du Pont.</footer>
""", """
<meta name="description" content="Silhouettes et théâtres d’ombres, au musée de la Lanterne.">
<meta property="og:type" content="website">
<meta property="og:title" content="Peurs bleues, la nuit des automates">
<meta property="og:description" content="Une nuit au musée, le 16 novembre.">
<meta property="og:image" content="https://musee-lanterne.example/partage/automate-carre.png">
<meta property="og:url" content="https://musee-lanterne.example/ombres">
<link rel="icon" href="https://musee-lanterne.example/favicon.png">
""")
    page("apercu-marche.html", "Ville de Sault | vie locale", """
<h1>Le marché du soir revient</h1>
<p><img src="https://ville-sault.example/medias/halles.jpg" alt="Les halles"></p>
<p>Tous les jeudis de juillet et d’août, de 18 h à 22 h, sous les halles.</p>
<p><img src="https://ville-sault.example/medias/plan-stands.png" alt="Plan des stands"></p>
<footer>Ville de Sault, service du commerce.</footer>
""", """
<meta name="description" content="Les marchés de la ville : jours, heures et emplacements.">
<meta property="og:site_name" content="Sault, la ville en pente">
<meta property="og:title" content="Foire aux chalands d’hiver">
<meta property="og:image" content="https://ville-sault.example/medias/reseaux/foire-large.jpg">
<meta property="og:description" content="Trois jours de foire, du 5 au 7 décembre.">
<link rel="apple-touch-icon" href="https://ville-sault.example/medias/touche.png">
""")


# --- Which page search engines keep (pagePubliee7) ---

def indexing():
    text("indexation-mairie.txt", """
SITE mairie-orval.example : RELEVÉ DES PAGES À RETIRER DES MOTEURS DE RECHERCHE

--- https://mairie-orval.example/robots.txt ---
User-agent: *
Disallow: /interne/
Disallow: /elus/agenda
Allow: /interne/plan.html

--- /interne/plan.html ---
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<head><title>Plan</title><meta name="robots" content="noindex"></head>

--- /elus/photos.html ---
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
X-Robots-Tag: noindex

<head><title>Photos</title></head>

--- /elus/agenda-2023.html ---
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<head><title>Agenda 2023</title><meta name="robots" content="noindex"></head>

--- /archives/interne/notes.html ---
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<head><title>Notes</title><meta name="robots" content="noindex, nofollow"></head>
""")
    text("indexation-ecole.txt", """
SITE ecole-tilleuls.example : PAGES QUE L'ON VOUDRAIT FAIRE DISPARAÎTRE DES MOTEURS DE RECHERCHE

--- https://ecole-tilleuls.example/robots.txt ---
User-agent: *
Disallow: /classes/
Disallow: /prive/
Allow: /classes/cm2/

--- /classes/cm2/sortie.html ---
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<head><title>Sortie</title><meta name="robots" content="noindex"></head>

--- /cantine/prive/menus.html ---
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<head><title>Menus</title><meta name="robots" content="noindex"></head>

--- /equipe.html ---
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
X-Robots-Tag: noindex, noarchive

<head><title>L'équipe</title></head>

--- /classes/cm1/carnet.html ---
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
X-Robots-Tag: noindex

<head><title>Carnet</title></head>
""")


# --- Figures of publications (audiencePublication4) ---

def figures():
    head = ("publication", "affichages", "mentions j'aime", "commentaires", "partages")
    sheet("stats-publications-cinema.csv", [head,
        ("Le programme de mai", 5200, 210, 24, 26),
        ("La salle rouge rouvre", 12400, 480, 61, 79),
        ("Rencontre avec le projectionniste", 1500, 62, 21, 25),
        ("Concours d'affiches", 3800, 150, 60, 18),
        ("Le prix du pop-corn", 9100, 130, 290, 35),
        ("Nuit du court métrage", 2600, 118, 12, 26)])
    sheet("stats-publications-escalade.csv", [head,
        ("Nouvelles voies au mur nord", 8400, 395, 38, 71),
        ("Chaussons d'occasion", 2300, 84, 30, 24),
        ("Sortie en falaise", 4100, 201, 19, 26),
        ("Ouverture le dimanche", 15000, 610, 92, 48),
        ("Portrait de l'ouvreuse", 1200, 49, 17, 18),
        ("Panne de chauffage", 6700, 41, 260, 34)])


if __name__ == "__main__":
    for make in (journals, rights, settings, friendships, remarks, sites, previews, indexing, figures):
        make()
