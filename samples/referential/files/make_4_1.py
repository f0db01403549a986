#!/usr/bin/env python3
"""Makes the attached files of competence 4.1, beside this script. Same bytes each time; standard library only."""
import hashlib
import io
import random
import zipfile
from datetime import datetime, timedelta
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent


def text(name, content):
    (HERE / name).write_bytes(content.lstrip("\n").encode("utf-8"))


def rows(name, head, lines):
    content = "\n".join(";".join(str(v) for v in line) for line in [head, *lines]) + "\n"
    text(name, content if content.isascii() else "\ufeff" + content)  # so that spreadsheets read the accents


def page(name, title, body):
    text(name, f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; line-height: 1.5; max-width: 46em; margin: 2em auto; padding: 0 1em; }}
article {{ border: 1px solid #888; border-radius: .4em; margin: 1.2em 0; padding: .2em 1em; }}
</style>
</head>
<body>
{body.strip()}
</body>
</html>
""")


def archive(name, members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as z:
        for member, content in members:
            info = zipfile.ZipInfo(member, (2025, 1, 6, 8, 0, 0))
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED
            z.writestr(info, content)
    (HERE / name).write_bytes(data.getvalue())


# --- Exports of a password manager (motDePasse3) ---

SITES = ["Atelier photo", "Banque Marelle", "Bibliothèque d’Orval", "Boutique Corail", "Cantine du lycée", "Cinéma Odyssée", "Covoiturage Zig",
         "Cours de dessin", "Forum des plantes", "Fournil du port", "Jeux Tournesol", "Laverie Bulle", "Librairie Plume", "Location Vélocéan",
         "Messagerie Pigeon", "Mutuelle de l’Orme", "Océan Vidéo", "Partitions libres", "Piscine d’Arlens", "Randos du val", "Recettes du lac",
         "Salle Escalade", "Théâtre des Quais", "Tricot facile", "Voyages Boréal"]
FILLERS = ["Hibou", "granit", "Vanille", "tandem", "Orage", "pivert", "Comète", "bruyère", "Sextant", "mangue", "Falaise", "tilleul", "Gondole",
           "sarrasin", "Boussole", "renard", "Lanterne", "mimosa", "Traîneau", "cobalt", "Pagaie", "safran", "Dolmen", "girafe", "Verger"]


def safes():
    for name, user, shift, special in (
            ("secu-coffre-lila.csv", "lila.morvan", 0, {
                "Boutique Corail": "Mistral!47bleu", "Forum des plantes": "Mistral!47bleu", "Théâtre des Quais": "Mistral!47bleu",
                "Cinéma Odyssée": "Mistral!47Bleu", "Laverie Bulle": "Mistral!74bleu", "Randos du val": "Mistral?47bleu"}),
            ("secu-coffre-samir.csv", "samir.kaci", 7, {
                "Jeux Tournesol": "Lynx*Agile_305", "Océan Vidéo": "Lynx*Agile_305", "Fournil du port": "Lynx*Agile_305",
                "Messagerie Pigeon": "Lynx*agile_305", "Salle Escalade": "Lynx*Agile_350", "Atelier photo": "Lynx*Agile-305"}),
            ("secu-coffre-ines.csv", "ines.ballan", 13, {
                "Location Vélocéan": "8Noix&Brume22", "Recettes du lac": "8Noix&Brume22", "Banque Marelle": "8Noix&Brume22",
                "Piscine d’Arlens": "8noix&Brume22", "Tricot facile": "8Noix&Brune22", "Librairie Plume": "8Noix%Brume22"})):
        lines = []
        for i, site in enumerate(SITES):
            word = FILLERS[(i + shift) % 25]
            lines.append((site, user, special.get(site, f"{word}-{(i * 37 + shift * 11) % 90 + 10}+{FILLERS[(i * 3 + shift + 5) % 25][:4]}")))
        rows(name, ("site", "identifiant", "mot_de_passe"), lines)


# --- Stolen tables of hashed codes (motDePasse7) ---

def codes():
    for name, entries in (
            ("secu-codes-atelier.csv", [("accueil", "f3b9", "7340"), ("atelier", "a61c", "4917"), ("cuisine", "09de", "2086"), ("garage", "c47a", "8153")]),
            ("secu-codes-refuge.csv", [("cave", "5ed2", "6604"), ("dortoir", "b80f", "1379"), ("grenier", "72c1", "9528"), ("refuge", "e94d", "3861")]),
            ("secu-codes-studio.csv", [("bureau", "1f6e", "5290"), ("local", "d7a3", "7748"), ("studio", "4cb8", "8032"), ("vestiaire", "96f0", "2415")])):
        rows(name, ("compte", "sel", "empreinte_sha256"),
             [(account, salt, hashlib.sha256((salt + code).encode("ascii")).hexdigest()) for account, salt, code in entries])


# --- Mailboxes (messagePiege2) ---

def mailbox(name, owner, contacts, messages):
    book = "\n".join(f"<li>{escape(who)} : <code>{address}</code></li>" for who, address in contacts)
    mails = "\n".join(f"""<article>
<h3>Message {n}</h3>
<p><strong>De :</strong> {escape(who)} &lt;{address}&gt;<br><strong>Objet :</strong> {escape(subject)}</p>
<p>{escape(body)}</p>
</article>""" for n, (who, address, subject, body) in enumerate(messages, 1))
    page(name, f"Messages de {owner}", f"""
<h1>Messages de {owner}</h1>
<h2>Carnet d’adresses</h2>
<ul>
{book}
</ul>
<h2>Boîte de réception</h2>
{mails}
""")


def mailboxes():
    mailbox("secu-boite-rose.html", "Rose", [
        ("Médiathèque d’Orval", "prets@mediatheque-orval.example"), ("Assurance Horizon", "service@assurance-horizon.example"),
        ("Club de voile", "bureau@voile-arlens.example"), ("Électricité du val", "clients@elec-val.example"), ("Tante Odile", "odile@courriel-val.example")], [
        ("Médiathèque d’Orval", "prets@mediatheque-orval.example", "URGENT : livre très en retard",
         "Le livre « Marées » devait être rendu il y a trois semaines. Merci de le déposer à l’accueil : quelqu’un l’attend."),
        ("Club de voile", "bureau@voile-arlens.example", "Certificat médical",
         "Bonjour Rose, il manque toujours ton certificat. Apporte-le samedi au local, sinon tu ne pourras pas naviguer."),
        ("Tante Odile", "odile@courriel-val.example", "Des sous pour tes vacances !",
         "Je passe dimanche avec une enveloppe pour ton voyage. Dis-moi si vous êtes à la maison. Bises."),
        ("Assurance Horizon", "service@horizon-assurances.example", "Votre contrat prend fin ce soir",
         "Sans réponse avant minuit, vous ne serez plus couverte. Répondez à ce message avec le numéro et le code de votre carte bancaire."),
        ("Électricité du val", "clients@elec-val.example", "Votre facture de mars",
         "Votre facture de 41,20 € sera prélevée le 5 avril. Vous la trouverez dans votre espace client. Aucune action n’est nécessaire.")])
    mailbox("secu-boite-yanis.html", "Yanis", [
        ("Lycée d’Arlens", "vie-scolaire@lycee-arlens.example"), ("Banque Marelle", "conseil@banque-marelle.example"),
        ("Auto-école du Rond-Point", "code@autoecole-rondpoint.example"), ("Transports du Sault", "abonnes@transports-sault.example"),
        ("Nora (basket)", "nora@basket-sault.example")], [
        ("Banque Marelle", "conseil@banque-marelle.example", "Important : votre carte arrive à expiration",
         "Votre nouvelle carte est prête. Venez la retirer à l’agence avec une pièce d’identité, avant la fin du mois."),
        ("Transports du Sault", "abonnes@transport-sault-pass.example", "Dernier rappel avant suspension",
         "Votre abonnement sera coupé dans deux heures. Pour l’éviter, renvoyez votre mot de passe et une photo de votre carte bancaire."),
        ("Lycée d’Arlens", "vie-scolaire@lycee-arlens.example", "Absence non justifiée",
         "Votre absence de jeudi matin n’est pas justifiée. Passez au bureau de la vie scolaire avec un mot de vos parents."),
        ("Nora (basket)", "nora@basket-sault.example", "Vite, réponds !",
         "On joue à 15 h et pas à 16 h ! Réponds avant midi, il me faut le nombre de joueurs."),
        ("Auto-école du Rond-Point", "code@autoecole-rondpoint.example", "Examen du code",
         "Votre place est réservée pour le 12 mai à 9 h. Merci de confirmer en répondant à ce message.")])


# --- Messages whose links lie (messagePiege4) ---

def links(name, title, paragraphs, target):
    """`paragraphs`: (text before, address shown, address opened or None when it is the one shown)."""
    body = "\n".join(f'<p>{before} : <a href="{opened or shown}">{shown}</a></p>' for before, shown, opened in paragraphs)
    page(name, title, f"<h1>{title}</h1>\n{body}\n<p>À bientôt,<br>{target}</p>")


def lying_links():
    b = "https://www.bibliotheque-arlens.example"
    links("secu-lettre-bibliotheque.html", "La lettre de la bibliothèque", [
        ("Le programme du mois", f"{b}/agenda", None), ("Les nouveautés", f"{b}/nouveautes?tri=date", None),
        ("Prolonger vos prêts", f"{b}/compte/prets", "https://www.bibliotheque-arlens.example.prets-lecteurs.example/compte/prets"),
        ("Le catalogue en ligne", "https://catalogue.bibliotheque-arlens.example/", None),
        ("Nous suivre sur le réseau des lecteurs", "https://lecteurs.example/bibliotheque-arlens", None)], "L’équipe de la bibliothèque d’Arlens")
    b = "https://www.location-velocean.example"
    links("secu-lettre-velos.html", "Vélocéan : votre bilan de l’été", [
        ("Vos trajets", f"{b}/bilan", None), ("Nos stations", "https://stations.location-velocean.example/carte", None),
        ("Le règlement", f"{b}/reglement.html#caution", None),
        ("Récupérer votre caution", f"{b}/caution", "https://location-velocean.caution-retour.example/www.location-velocean.example/caution"),
        ("Notre partenaire Recyclo", "https://recyclo.example/velocean", None)], "L’équipe de Vélocéan")
    b = "https://www.theatre-quais.example"
    links("secu-lettre-theatre.html", "Le Théâtre des Quais reporte sa soirée", [
        ("Le nouveau calendrier", f"{b}/calendrier", None),
        ("Demander un remboursement", f"{b}/remboursement", "https://billets.theatre-quais.example.remboursement-rapide.example/www.theatre-quais.example"),
        ("La billetterie", "https://billets.theatre-quais.example/", None), ("Venir au théâtre", f"{b}/acces?depuis=gare", None),
        ("Le festival ami", "https://festival-ami.example/theatre-quais", None)], "L’équipe du Théâtre des Quais")


# --- Addresses with foreign letters (messagePiege6) ---

def lookalikes():
    for name, site, paths, changes in (
            ("secu-adresses-paloma.txt", "www.credit-paloma.example",
             ["accueil", "cartes", "comptes", "virements", "epargne", "agences", "aide", "contact", "tarifs", "securite", "mobile", "emplois"],
             {4: ("a", "\u0430"), 9: ("o", "\u043e")}),
            ("secu-adresses-escale.txt", "www.escale-voyages.example",
             ["accueil", "trains", "avions", "hotels", "groupes", "promotions", "bagages", "assurance", "contact", "avis", "compte", "cadeaux"],
             {7: ("c", "\u0441"), 11: ("e", "\u0435")})):
        lines = []
        for n, path in enumerate(paths, 1):
            host = site
            if n in changes:
                latin, other = changes[n]
                at = host.index(latin, 4)
                host = host[:at] + other + host[at + 1:]
            lines.append(f"{n:2}. https://{host}/{path}")
        text(name, "\n".join(lines) + "\n")


# --- Histories of connections (accesCompte4) ---

def histories():
    head = ("date", "heure", "ville", "appareil", "navigateur", "resultat")
    for name, city, phone, computer, seed, odd in (
            ("secu-connexions-jeanne.csv", "Nantes", ("Android", "Chrome"), ("Windows", "Firefox"), 41, [
                ("2025-03-04", "05:52", "Ostrava", "Windows", "Edge", "échec"), ("2025-03-04", "05:53", "Ostrava", "Windows", "Edge", "échec"),
                ("2025-03-09", "23:41", "Turku", "Android", "Chrome", "échec"), ("2025-03-11", "02:37", "Nantes", "Windows", "Opera", "réussite"),
                ("2025-03-13", "07:08", "Nantes", "Windows", "Firefox", "échec")]),
            ("secu-connexions-bruno.csv", "Dijon", ("iPhone", "Safari"), ("Mac", "Firefox"), 67, [
                ("2025-05-06", "21:15", "Dijon", "Mac", "Firefox", "échec"), ("2025-05-10", "04:20", "Porto", "iPhone", "Safari", "échec"),
                ("2025-05-12", "13:46", "Dijon", "iPhone", "Chrome", "réussite"), ("2025-05-15", "03:02", "Gdansk", "Linux", "Chrome", "échec"),
                ("2025-05-15", "03:04", "Gdansk", "Linux", "Chrome", "échec")])):
        draw = random.Random(seed)
        start = datetime.fromisoformat(odd[0][0]) - timedelta(days=3)
        lines = list(odd)
        for day in range(15):
            for hour in sorted(draw.sample(range(7, 23), draw.randint(1, 3))):
                device, browser = phone if draw.random() < .5 else computer
                lines.append(((start + timedelta(days=day)).date().isoformat(), f"{hour:02}:{draw.randrange(60):02}", city, device, browser, "réussite"))
        rows(name, head, sorted(lines))


# --- Copies of a program and their fingerprints (logicielMalveillant5) ---

def tampered(good, mark):
    """Another content of the same length whose fingerprint begins alike."""
    wanted = hashlib.sha256(good).hexdigest()[:4]
    for k in range(1 << 22):
        other = good[:400] + mark + good[400 + len(mark):-4] + k.to_bytes(4, "big")
        if hashlib.sha256(other).hexdigest()[:4] == wanted:
            return other
    raise AssertionError("no look-alike found")


def copies():
    for name, program, version, seed, names, right in (
            ("secu-copies-lecteur.zip", "lecteur-ondine", "3.2.1", 5, ["nord", "sud", "centre", "littoral"], "littoral"),
            ("secu-copies-pinceau.zip", "pinceau-libre", "7.0.4", 9, ["cascade", "glacier", "lagune", "torrent"], "glacier")):
        draw = random.Random(seed)
        good = f"{program} {version}\n".encode() + draw.randbytes(1200)
        marks = iter([b"AJOUT-1", b"AJOUT-2", b"AJOUT-3"])
        members = [(f"{program}-{place}.bin", good if place == right else tampered(good, next(marks))) for place in names]
        published = hashlib.sha256(good).hexdigest()
        members.append(("LISEZMOI.txt", f"{program} {version}\nEmpreinte SHA-256 publiée par les auteurs :\n{published}\n".encode()))
        archive(name, members)


# --- Journals of a file server (logicielMalveillant6) ---

def journals():
    head = ("date", "heure", "poste", "compte", "action", "fichier", "nouveau_nom")
    for name, seed, day, suffix, origin, other, decoy, folders in (
            ("secu-journal-mairie.csv", 21, "2025-02-18", ".onyx", ("PC-114", "s.lemaire", 50941), ("PC-102", "accueil", 52317),
             ("PC-109", "p.arnal", 36240, "culture/affiche.onyx.png", "culture/affiche-onyx-v2.png"), ["culture", "etat-civil", "finances", "voirie", "ecoles"]),
            ("secu-journal-clinique.csv", 33, "2025-06-03", ".ambre", ("POSTE-27", "stage.bloc2", 33128), ("POSTE-08", "pharma1", 34655),
             ("POSTE-15", "com", 29410, "accueil/collier.ambre.odt", "accueil/collier-ambre.odt"), ["accueil", "achats", "planning", "pharmacie", "travaux"])):
        draw = random.Random(seed)
        clock = lambda s: f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}"
        nouns = ["budget", "courrier", "devis", "liste", "notes", "plan", "rapport", "stock", "suivi", "tableau"]
        files = [f"{folder}/{noun}-{k}.{ext}" for folder in folders for noun, ext in zip(nouns, ["ods", "odt", "pdf"] * 4) for k in (1, 2)]
        prefix = origin[0][:-2]
        lines = []
        for _ in range(130):
            post = f"{prefix}{draw.randint(1, 30):02}"
            lines.append((day, clock(draw.randrange(28800, origin[2] - 60)), post, draw.choice(["a.simon", "m.dupre", "j.calvet", "l.brun"]),
                          draw.choice(["lecture", "lecture", "ecriture"]), draw.choice(files), ""))
        lines.append((day, clock(decoy[2]), decoy[0], decoy[1], "renommage", decoy[3], decoy[4]))
        lines.append((day, clock(decoy[2] + 5400), prefix + "03", "m.dupre", "renommage", files[7], files[7].replace("-", "_")))
        targets = [f for f in files if f != files[7]]
        draw.shuffle(targets)
        second = origin[2]
        for target in targets[:30]:
            lines.append((day, clock(second), origin[0], origin[1], "renommage", target, target + suffix))
            second += draw.randint(2, 9)
        second = other[2]
        for target in targets[30:60]:
            lines.append((day, clock(second), other[0], other[1], "renommage", target, target + suffix))
            second += draw.randint(2, 9)
        rows(name, head, sorted(lines, key=lambda line: (line[5], line[1])))


# --- Certificates (connexionSure5) ---

def certificates():
    for name, trusted, items in (
            ("secu-certificats-mairie.txt", ["Autorité Granit R1", "Confiance du Ponant CA"], [
                ("A", "*.mairie-orval.example", ["*.mairie-orval.example", "mairie-orval.example"], "Autorité Granit R1", "01/02/2025", "01/02/2026"),
                ("B", "paie.services.mairie-orval.example", ["paie.services.mairie-orval.example"], "Confiance du Ponant CA", "10/05/2024", "10/05/2025"),
                ("C", "paie.services.mairie-orval.example", ["paie.services.mairie-orval.example"], "paie.services.mairie-orval.example", "01/01/2025", "01/01/2030"),
                ("D", "portail.mairie-orval.example", ["portail.mairie-orval.example", "*.services.mairie-orval.example"], "Confiance du Ponant CA", "20/03/2025", "20/03/2026"),
                ("E", "paie.service.mairie-orval.example", ["paie.service.mairie-orval.example", "mairie-orval.example"], "Autorité Granit R1", "15/04/2025", "15/04/2026")]),
            ("secu-certificats-clinique.txt", ["Racine Mélèze 2", "Sceau Atlantique G3"], [
                ("A", "rdv.patients.clinique-sault.example", ["rdv.patients.clinique-sault.example"], "Racine Mélèze 2", "12/09/2025", "12/09/2026"),
                ("B", "www.clinique-sault.example", ["www.clinique-sault.example", "*.patients.clinique-sault.example"], "Sceau Atlantique G3", "30/08/2024", "30/09/2025"),
                ("C", "*.clinique-sault.example", ["*.clinique-sault.example", "clinique-sault.example"], "Sceau Atlantique G3", "05/06/2025", "05/06/2026"),
                ("D", "rdv.patients.clinique-sault.example", ["rdv.patients.clinique-sault.example"], "Clinique du Sault (interne)", "01/01/2024", "01/01/2034"),
                ("E", "rdv-patients.clinique-sault.example", ["rdv-patients.clinique-sault.example"], "Racine Mélèze 2", "20/07/2025", "20/07/2026")])):
        out = ["Autorités de confiance connues du navigateur :", *(f"  - {t}" for t in trusted), ""]
        for letter, subject, names, issuer, start, end in items:
            out += [f"Certificat {letter}", f"  Sujet (CN) : {subject}", f"  Noms couverts (SAN) : {', '.join(names)}",
                    f"  Signé par : {issuer}", f"  Valable du {start} au {end} inclus", ""]
        text(name, "\n".join(out).rstrip("\n") + "\n")


# --- Firewalls (connexionSure7) ---

def firewalls():
    head = """# Les règles sont lues dans l'ordre ; la première qui correspond décide.
# action   protocole   source             destination        ports
"""
    for name, rules in (
            ("secu-pare-feu-lycee.txt", """
1  refuse   tcp   10.20.4.0/22      10.50.0.10/32     22
2  accepte  tcp   10.20.0.0/16      10.50.0.0/25      80,443
3  accepte  tcp   10.20.6.128/25    10.50.0.10/32     22
4  accepte  udp   10.20.0.0/16      10.50.0.53/32     53
5  accepte  tcp   10.20.8.0/23      10.50.0.10/32     22
6  refuse   tout  0.0.0.0/0         0.0.0.0/0         tous
"""),
            ("secu-pare-feu-atelier.txt", """
1  accepte  tcp   10.7.0.0/16       10.9.0.64/26      443
2  refuse   tcp   10.7.16.0/20      10.9.1.20/32      3389
3  accepte  tcp   10.7.30.0/24      10.9.1.20/32      3389
4  accepte  tcp   10.7.32.0/21      10.9.1.20/32      3389
5  accepte  udp   10.7.0.0/16       10.9.0.123/32     123
6  refuse   tout  0.0.0.0/0         0.0.0.0/0         tous
""")):
        text(name, head + rules.lstrip("\n"))


# --- Inventories and bulletins (majEtSauvegarde4) ---

def inventories():
    for base, installed, bulletin in (
            ("cdi", [("Galion Tableur", "4.9.12"), ("Lecteur Ondine", "3.2.1"), ("Navigateur Cormoran", "118.0.3"), ("Pinceau Libre", "7.10.0"), ("Archiveur Noix", "2.31"), ("Messagerie Pigeon", "10.4.2")],
             [("Galion Tableur", "4.10.0"), ("Lecteur Ondine", "3.2.1"), ("Navigateur Cormoran", "118.0.10"), ("Pinceau Libre", "7.9.3"), ("Archiveur Noix", "2.4"), ("Messagerie Pigeon", "9.12.5")]),
            ("radio", [("Mixeur Rainette", "2.20.1"), ("Studio Alizé", "5.8.9"), ("Antenne Direct", "1.14.0"), ("Convertisseur Quartz", "0.9.30"), ("Agenda Sablier", "12.1"), ("Podcast Martin", "6.0.7")],
             [("Mixeur Rainette", "2.3.0"), ("Studio Alizé", "5.8.9"), ("Antenne Direct", "1.9.6"), ("Convertisseur Quartz", "0.10.2"), ("Agenda Sablier", "11.9.9"), ("Podcast Martin", "6.0.12")])):
        rows(f"secu-inventaire-{base}.csv", ("logiciel", "version_installee"), installed)
        text(f"secu-bulletin-{base}.txt", "Bulletin de sécurité\n\nUne faille grave est corrigée à partir des versions suivantes.\nToute version plus ancienne est vulnérable.\n\n"
             + "\n".join(f"- {n} : corrigé à partir de la version {v}" for n, v in sorted(bulletin)) + "\n")


# --- Chains of backups (majEtSauvegarde6) ---

def backups():
    head = ("sauvegarde", "date", "type", "s_appuie_sur", "controle")
    for name, lines in (
            ("secu-sauvegardes-cabinet.csv", [
                ("C1", "02/03/2025 23:00", "complète", "", "correct"), ("I1", "03/03/2025 23:00", "incrémentielle", "C1", "correct"),
                ("I2", "04/03/2025 23:00", "incrémentielle", "I1", "illisible"), ("I3", "05/03/2025 23:00", "incrémentielle", "I2", "correct"),
                ("D1", "06/03/2025 23:00", "différentielle", "C1", "correct"), ("I4", "07/03/2025 23:00", "incrémentielle", "D1", "correct"),
                ("I5", "08/03/2025 23:00", "incrémentielle", "I4", "correct"), ("C2", "09/03/2025 23:00", "complète", "", "illisible"),
                ("I6", "10/03/2025 23:00", "incrémentielle", "C2", "correct"), ("I7", "11/03/2025 23:00", "incrémentielle", "I6", "correct"),
                ("C3", "12/03/2025 23:00", "complète", "", "correct"), ("I8", "13/03/2025 23:00", "incrémentielle", "C3", "correct")]),
            ("secu-sauvegardes-ferme.csv", [
                ("C1", "01/06/2025 22:00", "complète", "", "correct"), ("D1", "03/06/2025 22:00", "différentielle", "C1", "correct"),
                ("I1", "04/06/2025 22:00", "incrémentielle", "D1", "correct"), ("I2", "05/06/2025 22:00", "incrémentielle", "I1", "correct"),
                ("I3", "06/06/2025 22:00", "incrémentielle", "I2", "correct"), ("I4", "07/06/2025 22:00", "incrémentielle", "I3", "illisible"),
                ("I5", "08/06/2025 22:00", "incrémentielle", "I4", "correct"), ("C2", "10/06/2025 22:00", "complète", "", "illisible"),
                ("D2", "11/06/2025 22:00", "différentielle", "C2", "correct"), ("C3", "13/06/2025 22:00", "complète", "", "correct"),
                ("I6", "14/06/2025 22:00", "incrémentielle", "C3", "correct")])):
        rows(name, head, lines)


# --- Programs with a hole (majEtSauvegarde8) ---

def programs():
    text("secu-catalogue.py", '''
"""Catalogue d'une médiathèque. Tous les arguments viennent d'un formulaire public, sous forme de textes."""
COLONNES = ("titre", "auteur", "annee")


def par_auteur(base, auteur):
    return base.execute("SELECT * FROM livres WHERE auteur = ?", (auteur,)).fetchall()


def par_annee(base, annee):
    return base.execute(f"SELECT * FROM livres WHERE annee = {int(annee)}").fetchall()


def triees(base, colonne):
    if colonne not in COLONNES:
        colonne = "titre"
    return base.execute(f"SELECT * FROM livres ORDER BY {colonne}").fetchall()


def par_themes(base, *themes):
    marques = ",".join("?" for _ in themes)
    return base.execute(f"SELECT * FROM livres WHERE theme IN ({marques})", themes).fetchall()


def feuilleter(base, numero, taille):
    debut = 20 * int(numero) if numero.isdecimal() else 0
    return base.execute(f"SELECT * FROM livres LIMIT {taille} OFFSET {debut}").fetchall()


def contenant(base, mot):
    motif = "%" + mot + "%"
    return base.execute("SELECT * FROM livres WHERE titre LIKE ?", (motif,)).fetchall()
''')
    text("secu-annuaire.py", '''
"""Annuaire d'un club. Tous les arguments viennent d'une page web publique ; criteres est un dictionnaire de textes."""
SENS = {"haut": "ASC", "bas": "DESC"}


def compter(base, ville):
    requete = "SELECT COUNT(*) FROM membres WHERE ville = ?"
    return base.execute(requete, [ville]).fetchone()


def ranger(base, sens):
    ordre = SENS.get(sens, "ASC")
    return base.execute("SELECT * FROM membres ORDER BY nom " + ordre).fetchall()


def fiche(base, numero):
    return base.execute("SELECT * FROM membres WHERE numero = %d" % int(numero)).fetchone()


def filtrer(base, criteres):
    conditions = " AND ".join(f"{nom} = ?" for nom in criteres)
    return base.execute("SELECT * FROM membres WHERE " + conditions, list(criteres.values())).fetchall()


def initiale(base, lettre):
    debut = lettre[:1] + "%"
    return base.execute("SELECT * FROM membres WHERE nom LIKE ?", (debut,)).fetchall()


def choisir(base, *numeros):
    suite = ",".join(str(int(n)) for n in numeros)
    return base.execute(f"SELECT * FROM membres WHERE numero IN ({suite})").fetchall()
''')


if __name__ == "__main__":
    for make in (safes, codes, mailboxes, lying_links, lookalikes, histories, copies, journals, certificates, firewalls, inventories, backups, programs):
        make()
