#!/usr/bin/env python3
"""Makes the attached files of competence 4.2, beside this script. Same bytes each time; standard library only."""
import base64
import hashlib
import io
import json
import random
import struct
import sys
import zipfile
from datetime import date, datetime, timedelta, timezone
from html import escape
from pathlib import Path

sys.dont_write_bytecode = True
from make_files import jpeg  # noqa: E402

HERE = Path(__file__).resolve().parent


def text(name, content):
    (HERE / name).write_bytes(content.lstrip("\n").encode("utf-8"))


def rows(name, head, lines):
    content = "\n".join(";".join(str(v) for v in line) for line in [head, *lines]) + "\n"
    text(name, content if content.isascii() else "\ufeff" + content)  # so that spreadsheets read the accents


def archive(name, members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as z:
        for member, content in members:
            info = zipfile.ZipInfo(member, (2025, 1, 6, 8, 0, 0))
            info.external_attr = 0o644 << 16
            z.writestr(info, content if isinstance(content, bytes) else content.encode("utf-8"))
    (HERE / name).write_bytes(data.getvalue())


# --- Registration forms (donneePersonnelle3) ---

def forms():
    for name, title, fields in (
            ("vieprivee-fiche-colonie.html", "Colonie des Cimes : fiche d’inscription", [
                ("Nom et prénom", "Morgane Tual"), ("Date de naissance", "14/08/2012"), ("Téléphone d’un parent", "01 99 00 47 12"), ("Adresse", "3 rue du Lavoir, Arlens"),
                ("Numéro d’allocataire", "0471182"), ("Taille de vêtement", "12 ans"), ("Asthme ou autre maladie", "asthme léger"), ("Niveau en natation", "sait nager 50 m"),
                ("Religion", "non précisée"), ("École fréquentée", "école des Tilleuls"), ("Revenu des parents", "tranche 3"), ("Personne à prévenir", "son grand-père")]),
            ("vieprivee-fiche-stage.html", "Rencontres du Sault : dossier de participation", [
                ("Nom et prénom", "Adrien Kowal"), ("Profession", "menuisier"), ("Courriel", "adrien@courriel-val.example"), ("Adhésion à un syndicat", "oui"),
                ("Situation de famille", "marié, deux enfants"), ("Compte bancaire", "FR76 0000 0000 0000"), ("Numéro du permis de conduire", "990012345"), ("Photo d’identité", "jointe"),
                ("Langues parlées", "français, polonais"), ("Handicap à prendre en compte", "malentendant"), ("Salaire mensuel", "1 900 €"), ("Ville de naissance", "Lens")])):
        lines = "\n".join(f"<tr><th>{n}</th><td>{escape(label)}</td><td>{escape(value)}</td></tr>" for n, (label, value) in enumerate(fields, 1))
        text(name, f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>body {{ font-family: sans-serif; margin: 2em; }} table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #888; padding: .3em .8em; text-align: left; }}</style>
</head>
<body>
<h1>{title}</h1>
<table>
<tr><th>Rubrique</th><th>Ce qui est demandé</th><th>Réponse</th></tr>
{lines}
</table>
</body>
</html>
""")


# --- Journals of an incident (droitRgpd5) ---

def incidents():
    text("vieprivee-incident-ludotheque.txt", """
Ludothèque d'Orval : journal de l'incident (responsable du traitement : la directrice)

ven. 07/03/2025 23:12  Un inconnu copie le fichier des familles (reconstitué après coup, dans les traces du serveur).
sam. 08/03/2025 02:00  Une alerte automatique est écrite dans un fichier que personne ne consulte le week-end.
lun. 10/03/2025 09:05  Une bénévole trouve l'ordinateur « lent » et appelle le technicien.
lun. 10/03/2025 11:20  Le technicien montre à la directrice la preuve de la copie : elle en a connaissance.
lun. 10/03/2025 14:30  Le serveur est coupé du réseau.
mar. 11/03/2025 10:00  Réunion du bureau : on décide de prévenir les familles.
""")
    text("vieprivee-incident-dojo.txt", """
Dojo du Sault : suite des faits (responsable du traitement : le président)

sam. 14/06/2025 18:47  Une clé USB contenant les certificats médicaux des élèves est volée dans une voiture, à l'insu de tous.
lun. 16/06/2025 20:10  L'entraîneuse cherche la clé, et pense l'avoir laissée chez elle.
mar. 17/06/2025 15:40  L'entraîneuse prévient le président : la clé a été volée, et n'était pas chiffrée. Il en a connaissance.
mar. 17/06/2025 18:25  Plainte déposée.
mer. 18/06/2025 09:00  Le président demande conseil à la fédération.
""")


# --- Files to purge (droitRgpd6) ---

def purges():
    for name, seed, at, kinds in (
            ("vieprivee-fichier-agence.csv", 61, date(2025, 6, 1), {"prospect": 36, "candidat": 24, "ancien client": 60}),
            ("vieprivee-fichier-theatre.csv", 83, date(2025, 9, 1), {"spectateur": 36, "stagiaire": 24, "abonné parti": 12})):
        draw = random.Random(seed)
        lines = []
        for n in range(1, 49):
            kind = list(kinds)[n % 3]
            months = kinds[kind]
            gap = draw.choice([-1, 1]) * draw.randint(12, months * 20)
            last = date(at.year - months // 12, at.month, 1) - timedelta(days=gap)
            if last >= at:
                last = at - timedelta(days=draw.randint(10, 60))
            lines.append((f"F{n:03}", kind, last.strftime("%d/%m/%Y"), "oui" if n % 11 == 5 else "non"))
        draw.shuffle(lines)
        rows(name, ("fiche", "categorie", "dernier_contact", "litige_en_cours"), lines)


# --- Cookies (traceNavigation5) ---

def cookies():
    def stamp(when):
        return int(datetime.fromisoformat(when).replace(tzinfo=timezone.utc).timestamp()) if when else 0
    for name, entries in (
            ("vieprivee-cookies-gazette.txt", [
                (".gazette-arlens.example", "preferences", "2033-05-11T10:00:00"), ("www.gazette-arlens.example", "session", ""), (".pub-vive.example", "id", "2026-02-20T08:30:00"),
                (".mesure-audience.example", "_ma", "2028-07-04T12:00:00"), ("cdn.polices-jolies.example", "v", "2025-09-01T00:30:00"), (".reseau-ami.example", "sb", "2029-03-15T09:45:00"),
                (".pub-vive.example", "test", "2025-06-12T17:20:00"), ("www.gazette-arlens.example", "consentement", "2026-04-02T07:00:00"), (".enchere-flash.example", "uid", "2027-10-28T21:10:00"),
                ("video.lecteur-web.example", "volume", "2028-11-19T15:00:00")]),
            ("vieprivee-cookies-boutique.txt", [
                ("www.boutique-corail.example", "panier", ""), (".relance-panier.example", "visiteur", "2028-05-23T14:15:00"), (".boutique-corail.example", "langue", "2035-01-17T11:00:00"),
                ("carte.plan-libre.example", "zoom", "2026-08-08T08:08:00"), (".profil-plus.example", "p", "2030-06-26T19:40:00"), (".reseau-ami.example", "sb", "2029-12-05T10:10:00"),
                (".boutique-corail.example", "consentement", "2026-03-14T12:00:00"), (".profil-plus.example", "sync", "2026-01-09T06:50:00"), ("avis.clients-heureux.example", "vu", "2030-02-11T16:30:00"),
                (".enchere-flash.example", "uid", "2027-04-30T23:00:00")])):
        lines = ["# Netscape HTTP Cookie File", "# domaine\tsous-domaines\tchemin\tsecurise\texpiration\tnom\tvaleur", "# expiration : secondes depuis le 1er janvier 1970 ; 0 = fin de session"]
        for domain, label, when in entries:
            value = hashlib.sha256((name + domain + label).encode()).hexdigest()[:14]
            lines.append("\t".join([domain, "TRUE" if domain[0] == "." else "FALSE", "/", "TRUE", str(stamp(when)), label, value]))
        text(name, "\n".join(lines) + "\n")


# --- Recorded network exchanges (traceNavigation7) ---

def exchanges():
    sha = lambda s: hashlib.sha256(s.encode()).hexdigest()
    b64 = lambda s: base64.b64encode(s.encode()).decode()
    for name, site, mail, clear, hashed, encoded, others in (
            ("vieprivee-echanges-boutique.json", "boutique-corail.example", "alma.riou@courriel-val.example", "https://www.boutique-corail.example/connexion",
             "https://collecte.profil-plus.example/p?v=2&uid=", "https://evt.relance-panier.example/evenement", ["mesure-audience.example", "reseau-ami.example", "enchere-flash.example", "avis-clients.example"]),
            ("vieprivee-echanges-voyages.json", "escale-voyages.example", "tom.garrec@courriel-val.example", "https://www.escale-voyages.example/compte",
             "https://sync.enchere-flash.example/match?partner=44&k=", "https://in.carnet-contacts.example/v1/vu", ["mesure-audience.example", "profil-plus.example", "reseau-ami.example", "plan-libre.example"])):
        entries = []

        def add(method, url, body=None):
            request = {"method": method, "url": url}
            if body is not None:
                request["postData"] = {"mimeType": "application/json", "text": json.dumps(body)}
            entries.append({"startedDateTime": f"2025-04-08T17:{20 + len(entries) // 6:02}:{len(entries) % 6 * 9 + 3:02}.000Z", "request": request, "response": {"status": 200}})

        add("GET", f"https://www.{site}/")
        add("GET", f"https://static.{site}/styles.css")
        add("GET", f"https://stats.{others[0]}/hit?page=%2F&cid={sha('visite ' + site)[:20]}")
        add("GET", f"https://www.{others[1]}/bouton.js?h={sha('bouton ' + site)}")
        add("POST", clear, {"courriel": mail, "motdepasse": "********"})
        add("GET", f"https://a.{others[2]}/pixel?u={sha('visiteur ' + site)}&r=connexion")
        add("POST", encoded, {"t": "vue", "p": b64("fiche produit 2207"), "c": b64(mail)})
        add("GET", f"https://static.{site}/logo.svg")
        add("GET", f"https://www.{others[3]}/encart?ref={b64('page=' + site)}&n=4")
        add("GET", hashed + sha(mail))
        add("POST", f"https://stats.{others[0]}/lot", {"cid": sha("visite " + site)[:20], "pages": ["/", "/connexion"], "k": b64("fin de visite, client connu")})
        add("GET", f"https://a.{others[2]}/pixel?u={sha('visiteur ' + site)}&r=panier")
        text(name, json.dumps({"log": {"version": "1.2", "creator": {"name": "Navigateur Cormoran", "version": "118.0.10"}, "entries": entries}}, indent=1, ensure_ascii=False) + "\n")


# --- Use of a telephone's sensors (reglagePublication4) ---

def sensors():
    for name, seed, sensor, guilty, count, phone in (
            ("vieprivee-capteurs-eva.csv", 15, "micro", "Lampe Luciole", 6, "Téléphone"),
            ("vieprivee-capteurs-omar.csv", 28, "position", "Jeu des bulles", 7, "Localiser mon appareil")):
        draw = random.Random(seed)
        apps = ["Lampe Luciole", "Jeu des bulles", "Messagerie Pigeon", "Carte des sentiers", "Appareil photo", "Dictaphone"]
        lines = []

        def add(app, what, screen):
            minute = draw.randrange(7 * 1440)
            lines.append((date(2025, 5, 5) + timedelta(days=minute // 1440), f"{minute % 1440 // 60:02}:{minute % 60:02}", app, what, screen))

        for _ in range(70):
            add(draw.choice(apps), draw.choice(["micro", "position", "appareil photo", "contacts"]), "allumé")
        for _ in range(9):
            add(phone, sensor, "éteint")
        for _ in range(12):
            add(draw.choice([a for a in apps if a != guilty]), draw.choice([s for s in ("contacts", "appareil photo") if s != sensor]), "éteint")
        add(guilty, "contacts", "éteint")
        for _ in range(count):
            add(guilty, sensor, "éteint")
        rows(name, ("date", "heure", "application", "acces", "ecran"), sorted(lines))


# --- Photographs, one of which tells where it was taken (metadonneeFichier3) ---

def camera(model, taken, place=None):
    """An EXIF block, with a position when `place` (latitude, longitude) is given."""
    def directory(start, entries):
        data_at, head, data = start + 2 + 12 * len(entries) + 4, struct.pack("<H", len(entries)), b""
        for tag, kind, count, value in entries:
            if len(value) > 4:
                head += struct.pack("<HHII", tag, kind, count, data_at + len(data))
                data += value + b"\0" * (len(value) % 2)
            else:
                head += struct.pack("<HHI", tag, kind, count) + value.ljust(4, b"\0")
        return head + struct.pack("<I", 0) + data

    words = lambda tag, s: (tag, 2, len(s) + 1, s.encode("ascii") + b"\0")
    degrees = lambda v: struct.pack("<6I", int(abs(v)), 1, int(abs(v) * 60) % 60, 1, round(abs(v) * 360000) % 6000, 100)
    first = lambda at: directory(8, [words(0x010F, "Obscura"), words(0x0110, model), words(0x0132, taken)] + ([(0x8825, 4, 1, struct.pack("<I", at))] if place else []))
    block = first(0)
    if place:
        gps = directory(8 + len(block), [
            (0, 1, 4, b"\x02\x03\0\0"), words(1, "N" if place[0] >= 0 else "S"), (2, 5, 3, degrees(place[0])),
            words(3, "E" if place[1] >= 0 else "W"), (4, 5, 3, degrees(place[1]))])
        block = first(8 + len(block)) + gps
    return b"Exif\0\0II*\0" + struct.pack("<I", 8) + block


def pictures():
    for name, seed, photos in (
            ("vieprivee-photos-velo.zip", 3, [("velo-face.jpg", None), ("velo-profil.jpg", None), ("velo-guidon.jpg", (48.1113, -1.6742)), ("velo-selle.jpg", None)]),
            ("vieprivee-photos-canape.zip", 8, [("canape-dos.jpg", (45.7597, 4.8422)), ("canape-face.jpg", None), ("canape-pied.jpg", None), ("canape-tissu.jpg", None)])):
        draw = random.Random(seed)
        members = []
        for k, (photo, place) in enumerate(photos):
            base = [draw.randint(60, 190) for _ in range(3)]
            path = HERE / photo
            jpeg(photo, camera("Obscura M4", f"2025:03:{16 + k:02} 15:2{k}:07", place),
                 lambda c, r: [max(0, min(255, b + (c - r) * 2 + (40 if (c // 4 + r // 4 + k) % 3 == 0 else 0))) for b in base], columns=32, rows=24)
            members.append((photo, path.read_bytes()))
            path.unlink()
        archive(name, members)


# --- Documents that say more than they show (metadonneeFichier4, metadonneeFichier6) ---

def odt(name, content, author, styles=""):
    ns = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
          'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"')
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
    archive(name, [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", xml + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
         '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
         '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
         '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>\n'),
        ("meta.xml", xml + f"<office:document-meta {ns}><office:meta><meta:initial-creator>{author}</meta:initial-creator></office:meta></office:document-meta>\n"),
        ("content.xml", xml + f"<office:document-content {ns}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{content}</office:text></office:body></office:document-content>\n")])


BLACK = '<style:style style:name="noir" style:family="text"><style:text-properties fo:color="#000000" fo:background-color="#000000"/></style:style>'


def hidden():
    p = lambda s: "<text:p>" + s.replace("[", '<text:span text:style-name="noir">').replace("]", "</text:span>") + "</text:p>"
    odt("vieprivee-temoignage.odt", "".join(map(p, [
        "Mairie d’Orval — Enquête sur l’accident du marché (version publique)",
        "Le 3 mai, vers 11 h, une camionnette a reculé sur l’étal de fromages.",
        "Selon le témoin, [Mme Hortense Quémar], le conducteur regardait son téléphone.",
        "Le conducteur, [M. Basile Frémont], affirme au contraire qu’il n’avait rien vu dans son rétroviseur.",
        "L’assureur, la société Horizon, a été prévenu le lendemain."])), "Secrétariat", BLACK)
    odt("vieprivee-signalement.odt", "".join(map(p, [
        "Collège de Sault — Note aux familles (version publique)",
        "Le 12 novembre, une fenêtre du gymnase a été brisée pendant la récréation.",
        "L’élève qui a lancé la pierre, [Léandre Vosgien], a reconnu les faits.",
        "Une surveillante, [Mme Prune Castaing], avait demandé d’arrêter le jeu quelques minutes plus tôt.",
        "La réparation est confiée à la vitrerie du Rond-Point."])), "Vie scolaire", BLACK)

    def change(n, kind, who, when, inner=""):
        return (f'<text:changed-region text:id="c{n}"><text:{kind}><office:change-info><dc:creator>{who}</dc:creator><dc:date>{when}</dc:date></office:change-info>'
                f"{inner}</text:{kind}></text:changed-region>")
    gone = lambda s: f"<text:p>{s}</text:p>"
    odt("vieprivee-compte-rendu.odt", "<text:tracked-changes>"
        + change(1, "deletion", "Solène Briac", "2025-02-10T09:14:00", gone("onze"))
        + change(2, "insertion", "Solène Briac", "2025-02-10T09:14:20")
        + change(3, "deletion", "Yvon Tardieu", "2025-02-11T16:40:00", gone(" Le bureau accorde une aide de 1 350 euros à Mme Lisandre, en difficulté depuis son licenciement."))
        + change(4, "deletion", "Solène Briac", "2025-02-12T08:05:00", gone(" (850 euros)")) + "</text:tracked-changes>"
        + gone("Amicale du Sault — compte rendu du 7 février 2025")
        + gone('Présents : <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>douze<text:change-end text:change-id="c2"/> membres.')
        + gone('La fête d’hiver a été bénéficiaire.<text:change text:change-id="c3"/>')
        + gone('On achètera une sonorisation<text:change text:change-id="c4"/> avant l’été.'), "Solène Briac")
    odt("vieprivee-avis-jury.odt", "<text:tracked-changes>"
        + change(1, "deletion", "Gaëlle Ordan", "2025-06-02T10:00:00", gone(" M. Vasco demandait 2 400 euros."))
        + change(2, "deletion", "Fabrice Noll", "2025-06-03T11:32:00", gone("mardi"))
        + change(3, "insertion", "Fabrice Noll", "2025-06-03T11:32:10")
        + change(4, "deletion", "Hervé Lantin", "2025-06-04T18:21:00", gone(" Le projet de Mme Ysope est écarté : elle doit encore 3 180 euros à l’association.")) + "</text:tracked-changes>"
        + gone("Bourse « Jeunes pousses » — avis du jury")
        + gone('Le jury s’est réuni <text:change text:change-id="c2"/><text:change-start text:change-id="c3"/>mercredi<text:change-end text:change-id="c3"/>.')
        + gone('Le projet de fournil est retenu.<text:change text:change-id="c1"/>')
        + gone('Les autres dossiers pourront être présentés de nouveau.<text:change text:change-id="c4"/>'), "Gaëlle Ordan")


# --- PDF files with an earlier revision inside (metadonneeFichier8) ---

def pdf(name, before, after):
    """Two revisions: the second appends a new version of the page's content, as an incremental update does."""
    def stream(lines):
        operators = "BT /F1 13 Tf 60 740 Td 20 TL " + " ".join("(" + s.replace("(", r"\(").replace(")", r"\)") + ") Tj T*" for s in lines) + " ET"
        return operators.encode("cp1252").hex().upper().encode() + b">"

    def content(lines):
        data = stream(lines)
        return b"4 0 obj\n<< /Length %d /Filter /ASCIIHexDecode >>\nstream\n" % len(data) + data + b"\nendstream\nendobj\n"

    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = {}
    for number, body in ((1, b"<< /Type /Catalog /Pages 2 0 R >>"), (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                         (3, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"),
                         (5, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    places[4] = len(out)
    out += content(before)
    first = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % places[n] for n in range(1, 6))
    out += b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % first
    again = len(out)
    out += content(after)
    second = len(out)
    out += b"xref\n4 1\n%010d 00000 n \n" % again
    out += b"trailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (first, second)
    (HERE / name).write_bytes(out)


def revisions():
    pdf("vieprivee-accord.pdf",
        ["Protocole d'accord du 6 mars 2025", "La société Calorsud verse à Mme Orsel la somme de 18 450 euros.", "Les deux parties renoncent à toute action."],
        ["Protocole d'accord du 6 mars 2025 (version à publier)", "La société Calorsud verse à la plaignante une somme confidentielle.", "Les deux parties renoncent à toute action."])
    pdf("vieprivee-decision.pdf",
        ["Décision du conseil de discipline, 22 mai 2025", "L'agent Maxence Ivry est suspendu 45 jours.", "Il peut faire appel pendant deux mois."],
        ["Décision du conseil de discipline, 22 mai 2025 (version à publier)", "L'agent concerné est suspendu pour une durée non communiquée.", "Il peut faire appel pendant deux mois."])


# --- Sets to anonymise (anonymiserDonnees5) ---

def groups():
    for name, seed, answer, sizes in (
            ("vieprivee-enquete-lecture.csv", 11, "livres_lus", {("35", "18-29", "F"): 7, ("35", "18-29", "H"): 6, ("35", "30-49", "F"): 9, ("44", "18-29", "F"): 8, ("44", "30-49", "F"): 4, ("44", "30-49", "H"): 5}),
            ("vieprivee-enquete-sommeil.csv", 12, "heures_sommeil", {("21", "15-24", "H"): 5, ("21", "25-39", "F"): 8, ("21", "25-39", "H"): 6, ("71", "15-24", "F"): 9, ("71", "25-39", "H"): 7, ("71", "25-39", "F"): 3}),
            ("vieprivee-enquete-sport.csv", 13, "seances", {("59", "40-59", "F"): 10, ("59", "60-79", "H"): 6, ("59", "60-79", "F"): 8, ("62", "40-59", "F"): 7, ("62", "60-79", "H"): 9, ("62", "60-79", "F"): 5})):
        draw = random.Random(seed)
        lines = [(*key, draw.randint(3, 11)) for key, size in sizes.items() for _ in range(size)]
        draw.shuffle(lines)
        rows(name, ("departement", "tranche_age", "sexe", answer), lines)


# --- A public list and a survey without names (anonymiserDonnees7) ---

def crossings():
    first = {"F": ["Alix", "Berthe", "Capucine", "Delphine", "Elsa", "Flore", "Garance", "Hermine", "Iris", "Judith"],
             "H": ["Abel", "Basile", "Cyril", "Damien", "Eliott", "Firmin", "Gaspard", "Hector", "Isidore", "Joachim"]}
    last = ["Aubrac", "Bessin", "Cotentin", "Drôme", "Estérel", "Forez", "Gévaudan", "Huveaune", "Isère", "Jura", "Lauragais", "Morvan"]
    for list_name, survey, seed, towns, years, star in (
            ("vieprivee-course-resultats.csv", "vieprivee-course-enquete.csv", 4, ["Arlens", "Orval", "Sault"], range(1982, 1990), ("Maud Tessier", 1986, "Orval", "F", "asthme")),
            ("vieprivee-chorale-membres.csv", "vieprivee-chorale-enquete.csv", 19, ["Brume", "Tisvar", "Vorne"], range(1970, 1978), ("Yann Coadou", 1973, "Vorne", "H", "anxiété"))):
        draw = random.Random(seed)
        people, used = [], set()
        while len(people) < 53:
            sex = draw.choice("FH")
            name = f"{draw.choice(first[sex])} {draw.choice(last)}"
            key = (draw.choice(list(years)), draw.choice(towns), sex)
            if name not in used and key != star[1:4]:
                used.add(name)
                people.append((name, *key))
        answers = [(*p[1:], draw.choice(["aucun", "aucun", "allergie", "asthme", "migraine", "anxiété", "diabète"])) for p in draw.sample(people, 30)]
        people.append(star[:4])
        answers.append(star[1:])
        rows(list_name, ("nom", "annee_naissance", "commune", "sexe"), sorted(people))
        draw.shuffle(answers)
        rows(survey, ("annee_naissance", "commune", "sexe", "traitement"), answers)


# --- A table to generalise (anonymiserDonnees8) ---

SCHEMES = {"decade3": lambda a, z: (a // 10, z[:3]), "twenty2": lambda a, z: ((a - 20) // 20, z[:2]), "age4": lambda a, z: z[:4], "thirty3": lambda a, z: ((a - 20) // 30, z[:3])}


def safety(lines, scheme):
    found = {}
    for age, zip_code, illness in lines:
        found.setdefault(scheme(age, zip_code), []).append(illness)
    return min(map(len, found.values())), min(len(set(v)) for v in found.values())


def generalisations():
    for name, start, codes, good, lowest in (
            ("vieprivee-registre-soins.csv", 1, ["35000", "35200", "35310", "35400", "35420", "44100", "44110", "44300", "44320"], "thirty3", 3),
            ("vieprivee-registre-dentistes.csv", 500, ["21000", "21110", "21200", "21240", "71100", "71150", "71300", "71380"], "twenty2", 4)):
        for seed in range(start, start + 200000):
            draw = random.Random(seed)
            lines = [(draw.randint(20, 79), draw.choice(codes), draw.choice(["asthme", "grippe", "grippe", "migraine"])) for _ in range(48)]
            seen = {key: safety(lines, scheme) for key, scheme in SCHEMES.items()}
            fits = [key for key, (k, l) in seen.items() if k >= 3 and l >= 2]
            if fits == [good] and seen[good][0] >= lowest and any(k >= 3 and l < 2 for k, l in seen.values()):
                break
        else:
            raise AssertionError("no such table")
        rows(name, ("age", "code_postal", "diagnostic"), lines)


if __name__ == "__main__":
    for make in (forms, incidents, purges, cookies, exchanges, sensors, pictures, hidden, revisions, groups, crossings, generalisations):
        make()
