#!/usr/bin/env python3
"""Makes the attached files of competence 2.4, beside this script. Same bytes each time; standard library only."""
import io
import json
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def put(name, data):
    (HERE / name).write_bytes(data if isinstance(data, bytes) else data.lstrip("\n").encode("utf-8"))


def archive(name, members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for n, text in members:
            info = zipfile.ZipInfo(n, (2024, 1, 15, 12, 0, 0))
            info.create_system, info.external_attr, info.compress_type = 3, 0o644 << 16, zipfile.ZIP_DEFLATED
            z.writestr(info, text.lstrip("\n").encode("utf-8"))
    put(name, out.getvalue())


def page(title, body, head=""):
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{head}<style>
body {{ font-family: sans-serif; line-height: 1.5; max-width: 40em; margin: 2em auto; padding: 0 1em; }}
article {{ border: 1px solid #888; border-radius: .5em; padding: .2em 1em; margin: 1em 0; }} time {{ color: #555; }}
</style>
</head>
<body>
{body.strip()}
</body>
</html>
"""


# --- Public profiles (identiteNumerique3) ---

def profiles():
    def profile(name, handle, about, posts):
        put(name, page(handle, f"<h1>{handle}</h1>\n<p>{about}</p>\n" + "\n".join(f"<article><time>{d}</time><p>{t}</p></article>" for d, t in posts)))
    profile("profil-lina-plume.html", "@lina_plume", "Je dessine, je râle, je recommence. Profil public.", [
        ("20 juin 2024", "Mon petit frère fête ses douze ans aujourd’hui, et il a mangé la moitié du gâteau."),
        ("11 mai 2024", "Plus que trois jours avant mes quinze ans ! Qui vient manger des crêpes ?"),
        ("2 mars 2024", "Concours de dessin : deuxième sur quarante. Je suis en nage."),
        ("14 février 2024", "La Saint-Valentin, très peu pour moi."),
        ("4 septembre 2023", "Rentrée en troisième, nouvelle salle d’arts, enfin de la lumière !")])
    profile("profil-tom-archet.html", "@tom_archet", "Violoncelle et jeux de société. Profil public.", [
        ("3 février 2024", "Ma grande sœur a vingt ans. Je lui ai joué une valse."),
        ("8 janvier 2024", "Concert samedi, je n’ai pas fini d’apprendre le second mouvement."),
        ("24 novembre 2023", "Dans quatre jours, j’aurai seize ans. Toujours pas de scooter en vue."),
        ("31 octobre 2023", "Costume de chauve-souris : approuvé par le chat."),
        ("5 septembre 2023", "Première semaine de lycée, je me suis déjà perdu trois fois.")])


# --- Sites that prove whose they are, or not (identiteNumerique7) ---

def sites():
    def profile(handle, links):
        return page(handle, f"<h1>{handle}</h1>\n<p>Mes sites :</p>\n<ul>\n" + "\n".join(f'<li><a rel="me nofollow" href="https://{s}/">{s}</a></li>' for s in links) + "\n</ul>")
    archive("sites-de-maya.zip", [
        ("profil.html", profile("@maya@toile.example", ["maya-dessine.example", "atelier-maya.example", "carnet-de-maya.example", "maya-photos.example"])),
        ("maya-dessine.html", page("Maya dessine", '<h1>Maya dessine</h1>\n<p><a href="https://toile.example/@maya" rel="nofollow">Suivez-moi !</a></p>')),
        ("atelier-maya.html", page("L’atelier de Maya", '<h1>L’atelier de Maya</h1>\n<!-- <a rel="me" href="https://toile.example/@maya">Mon profil</a> -->\n<p>Mon profil : https://toile.example/@maya</p>')),
        ("carnet-de-maya.html", page("Carnet", "<h1>Carnet</h1>\n<p>Rien de neuf cette semaine.</p>", '<link rel="me" href="https://toile.example/@maya">\n')),
        ("maya-photos.html", page("Maya photos", '<h1>Photos</h1>\n<p><a rel="me" href="https://toile.example/@maya_photos">Mon profil</a></p>'))])
    archive("sites-de-bastien.zip", [
        ("profil.html", profile("@bastien@place.example", ["bastien-cuisine.example", "radio-bastien.example", "bastien-velo.example", "bastien-lit.example"])),
        ("bastien-cuisine.html", page("Bastien cuisine", '<h1>Bastien cuisine</h1>\n<p><a rel="author" href="https://place.example/@bastien">Bastien</a></p>')),
        ("radio-bastien.html", page("Radio Bastien", '<h1>Radio Bastien</h1>\n<p><a rel="me" href="https://places.example/@bastien">Mon profil</a></p>')),
        ("bastien-velo.html", page("Bastien à vélo", '<h1>À vélo</h1>\n<p>Me suivre : place.example/@bastien</p>\n<!-- rel="me" à ajouter ici un jour -->')),
        ("bastien-lit.html", page("Bastien lit", '<h1>Mes lectures</h1>\n<p><a class="discret" rel="noopener me" href="https://place.example/@bastien">B.</a></p>'))])


# --- A charter and a thread (regleConduite6) ---

def charters():
    charter = """Les modérateurs RETIRENT les messages contraires aux règles 1 à 4.
1. On ne s'en prend pas aux personnes. Critiquer une idée, une méthode ou un produit est permis, même vivement.
2. On ne donne pas les coordonnées privées d'autrui. Les siennes, ou celles d'un service public, sont permises.
3. La publicité pour ce que l'on vend est interdite dans ce salon. Donner son avis sur un achat est permis.
4. Une photo où l'on reconnaît quelqu'un d'autre n'est permise que si le message dit que cette personne est d'accord.
5. Un message hors sujet est DÉPLACÉ dans un autre salon, il n'est pas retiré.
"""
    put("moderation-jardins.txt", f"""
CHARTE DU FORUM DES JARDINS
{charter}
SALON « SEMIS »
[1] Rosa : Cette méthode de semis est ridicule, toutes mes graines ont pourri.
[2] Milo : Si un enfant avale une graine toxique, appelez tout de suite le 15.
[3] Ada : Rosa, il faut vraiment être idiote pour rater un semis pareil.
[4] Paul : J'ai acheté la serre Plumevert l'an dernier, très solide, je la conseille.
[5] Inès : Photo de Noé devant nos tomates. Il est d'accord pour que je la montre.
[6] Karl : Chez moi, terreau à moitié prix jusqu'à samedi, passez commande sur mon site !
[7] Zoé : Quelqu'un regarde le match ce soir ?
[8] Omar : L'idée de Milo sur le paillage me paraît franchement mauvaise, elle attire les limaces.
[9] Lou : Le président du club ne répond pas ? Voici son numéro personnel : 06 39 98 14 25.
[10] Rosa : J'ai des plants en trop, écrivez-moi : rosa@jardins.example.
[11] Paul : La serre Verdurette, en revanche, est une vraie passoire. À fuir.
[12] Ada : Ma photo du jour : une chenille sur un chou.
""")
    put("moderation-cuisine.txt", f"""
CHARTE DU FORUM DES CUISINES
{charter}
SALON « PAINS »
[1] Gino : La mairie m'a bien renseigné, son standard est le 01 99 00 12 34.
[2] Selma : Voici Hugo en train de pétrir, il ne sait pas que je l'ai pris en photo !
[3] Hugo : La recette de Nils est immangeable, beaucoup trop salée.
[4] Nils : Je vends mon four, mais j'en parle dans le salon des annonces.
[5] Yara : Le four Brasero m'a déçue, il chauffe mal. Gardez votre argent.
[6] Alix : Mon levain a doublé, regardez cette photo !
[7] Nils : Hugo, tu n'es qu'un incapable, retourne jouer aux billes.
[8] Gino : Qui connaît un bon film pour dimanche ?
[9] Yara : Photo de ma tante Fatou et de ses brioches ; elle m'a dit oui pour la publier.
[10] Alix : La méthode du levain express est une mauvaise idée, et je pèse mes mots.
[11] Selma : L'ancien boulanger habite au 4, impasse des Lilas, deuxième étage, allez lui demander.
[12] Hugo : Pour la soirée pain, appelez-moi au 06 39 98 33 07, c'est mon numéro.
""")


# --- Majority judgment (demarcheCitoyenne5) ---

def ballots():
    def vote(name, projects, grades):
        """Ballots whose columns hold the wanted numbers of each mention, shuffled by a fixed step."""
        words = ["Excellent", "Bien", "Passable", "À rejeter"]
        columns = []
        for k, counts in enumerate(grades):
            column = [w for w, c in zip(words, counts) for _ in range(c)]
            n = len(column)
            columns.append([column[(i * (7 + 2 * k) + 3 * k) % n] for i in range(n)])
        put(name, "bulletin;" + ";".join(projects) + "\n" + "".join(f"{i + 1};" + ";".join(c[i] for c in columns) + "\n" for i in range(len(columns[0]))))
    vote("budget-participatif-orval.csv", ["Verger", "Skatepark", "Fontaine", "Kiosque"], [(6, 12, 8, 5), (15, 0, 4, 12), (4, 9, 12, 6), (8, 6, 9, 8)])
    vote("budget-participatif-aval.csv", ["Ruches", "Piscine", "Fresque", "Bancs"], [(7, 7, 12, 5), (14, 1, 3, 13), (5, 11, 10, 5), (2, 13, 9, 7)])


# --- Feeds (algorithmeFil3, algorithmeFil5, algorithmeFil7) ---

def feeds():
    put("fil-photos-lou.csv", """
publication;mentions_j_aime;commentaires;partages
Le chat sur le toit;310;12;4
Sortie au lac;145;58;21
Mon premier pain;98;40;35
Panne de bus;60;95;18
Dessin du lundi;220;20;10
Nouvelle coupe;275;33;2
Le marché de Sault;130;61;24
""")
    put("fil-videos-axel.csv", """
publication;mentions_j_aime;commentaires;partages
Tour de cartes;420;30;6
Réparer un vélo;180;64;44
Le saut raté;510;22;3
Visite du phare;205;90;30
Recette express;260;41;25
Mon chien chante;330;48;9
Le pont la nuit;150;57;52
""")
    films = ["Abysse", "Brume", "Cyclone", "Dédale", "Éclipse", "Falaise", "Granit", "Horizon", "Îlot", "Jasmin", "Kayak", "Lueur"]
    def tastes(name, likes):
        put(name, "personne;" + ";".join(films) + "\n" + "".join(p + ";" + ";".join("1" if f[0] in s else "0" for f in films) + "\n" for p, s in likes))
    tastes("gouts-cine-club.csv", [("Lou", "ABÉGÎK"), ("Ana", "ABCDFHJ"), ("Ben", "ABÉGD"), ("Cléo", "ÉGKCJ"), ("Dov", "ABÉGKF"), ("Elsa", "CDFHJLÎ"), ("Farid", "BÎKHCDL"), ("Gwen", "ABCÎKH")])
    tastes("gouts-mediatheque.csv", [("Tom", "CDFHÎL"), ("Ida", "CDFÉA"), ("Jan", "CDFHLB"), ("Kim", "ABÉGJK"), ("Léo", "FHLGJ"), ("Mia", "CDHKÉBA"), ("Nils", "DFHLA"), ("Olga", "ACÉGÎKL")])

    def ranking(name, posts):
        put(name, f'''
# Classement d'un fil : plus une publication est ancienne, plus son score baisse.
GRAVITE = 1.0

# titre, mentions « j'aime », partages, âge en heures
PUBLICATIONS = [
{chr(10).join(f"    {p!r}," for p in posts)}
]


def score(publication):
    titre, aime, partages, age = publication
    return (aime + 3 * partages) / (age + 2) ** GRAVITE


for publication in sorted(PUBLICATIONS, key=score, reverse=True):
    print(round(score(publication), 3), publication[0])
''')
    ranking("classement-nouvelles.py", [("Le tunnel", 900, 60, 46), ("La foire", 240, 20, 10), ("Le verglas", 60, 8, 2), ("La grue", 420, 50, 22), ("Le loup", 130, 9, 5)])
    ranking("classement-annonces.py", [("Le piano", 70, 11, 3), ("La barque", 1400, 90, 62), ("Le violon", 330, 40, 18), ("La tente", 160, 12, 7), ("Le canot", 26, 5, 1)])


# --- Accounts of the fediverse (cultureNumerique8) ---

def accounts():
    def actor(host, user, name, **more):
        return json.dumps({"@context": "https://www.w3.org/ns/activitystreams", "id": f"https://{host}/users/{user}", "type": "Person", "preferredUsername": user, "name": name,
                           "inbox": f"https://{host}/users/{user}/inbox", "outbox": f"https://{host}/users/{user}/outbox", **more}, ensure_ascii=False, indent=2) + "\n"

    def finger(subject, host, user):
        return json.dumps({"subject": subject, "aliases": [f"https://{host}/@{user}"], "links": [
            {"rel": "http://webfinger.net/rel/profile-page", "type": "text/html", "href": f"https://{host}/@{user}"},
            {"rel": "self", "type": "application/activity+json", "href": f"https://{host}/users/{user}"}]}, indent=2) + "\n"
    archive("compte-demenage-lise.zip", [
        ("acteur-ancien.json", actor("toile.example", "lise", "Lise", movedTo="https://social.bocage.example/users/lise_b", alsoKnownAs=["https://place.example/users/lise"])),
        ("acteur-1.json", actor("place.example", "lise", "Lise", alsoKnownAs=["https://toile.example/users/lise"])),
        ("acteur-2.json", actor("social.bocage.example", "lise_b", "Lise B.", alsoKnownAs=["https://toile.example/users/lise"])),
        ("webfinger-1.json", finger("acct:lise@place.example", "place.example", "lise")),
        ("webfinger-2.json", finger("acct:lise_b@bocage.example", "social.bocage.example", "lise_b")),
        ("webfinger-3.json", finger("acct:lise.b@bocage.example", "autre.bocage.example", "lise.b"))])
    archive("compte-demenage-idris.zip", [
        ("acteur-ancien.json", actor("ruche.example", "idris", "Idris", alsoKnownAs=["https://vieux.example/users/idris78"], movedTo="https://fedi.galets.example/users/idris-z")),
        ("acteur-1.json", actor("fedi.galets.example", "idris-z", "Idris Z.", alsoKnownAs=["https://ruche.example/users/idris"])),
        ("acteur-2.json", actor("vieux.example", "idris78", "Idris", movedTo="https://ruche.example/users/idris")),
        ("webfinger-1.json", finger("acct:idris78@vieux.example", "vieux.example", "idris78")),
        ("webfinger-2.json", finger("acct:idris.z@galets.example", "fedi.galets.example", "idris.z")),
        ("webfinger-3.json", finger("acct:idris-z@galets.example", "fedi.galets.example", "idris-z"))])


for make in (profiles, sites, charters, ballots, feeds, accounts):
    make()
