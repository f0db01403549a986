#!/usr/bin/env python3
"""Makes every attached file of the sample referential, beside this script. Same bytes each time; standard library only."""
import struct
import zlib
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent


def text(name, content):
    (HERE / name).write_bytes(content.lstrip("\n").encode("utf-8"))


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
figure {{ margin: 2em 0; }} footer {{ border-top: 1px solid #888; margin-top: 3em; font-size: .9em; }}
</style>
</head>
<body>
{body.strip()}
</body>
</html>
""")


def table(head, rows):
    cells = lambda tag, values: "".join(f"<{tag}>{v}</{tag}>" for v in values)
    return "<table>\n<tr>" + cells("th", head) + "</tr>\n" + "\n".join(f"<tr>{cells('td', r)}</tr>" for r in rows) + "\n</table>"


# --- Timetables (serviceEnLigne3) ---

def timetables():
    stops = ["Gare", "Mairie", "Hôpital"]
    page("horaires-navette.html", "Navette de la gare", f"""
<h1>Navette Gare – Hôpital</h1>
<h2>Du lundi au vendredi</h2>
{table(stops, [("7:20", "7:34", "7:45"), ("7:50", "8:04", "8:15"), ("8:20", "8:34", "8:45"), ("8:50", "9:04", "9:15"), ("9:20", "9:34", "9:45")])}
<h2>Samedi</h2>
{table(stops, [("7:40", "7:54", "8:05"), ("8:12", "8:26", "8:37"), ("8:40", "8:54", "9:05"), ("8:58 (a)", "9:12", "9:23"), ("9:10", "9:24", "9:35")])}
<h2>Dimanche et jours fériés</h2>
{table(stops, [("8:30", "8:44", "8:55"), ("9:30", "9:44", "9:55")])}
<p>(a) Ne circule pas pendant les vacances scolaires.</p>
""")
    ports = ["Île d’Ombrelle", "Port de Saline"]
    page("horaires-bac.html", "Bac de l’île d’Ombrelle", f"""
<h1>Bac de l’île d’Ombrelle : retours vers le continent</h1>
<h2>Du lundi au vendredi</h2>
{table(ports, [("16:00", "16:25"), ("16:50", "17:15"), ("17:30", "17:55"), ("18:10", "18:35")])}
<h2>Samedi</h2>
{table(ports, [("16:10", "16:35"), ("17:25", "17:50"), ("18:40", "19:05")])}
<h2>Dimanche et jours fériés</h2>
{table(ports, [("15:45", "16:10"), ("16:30", "16:55"), ("17:15", "17:40"), ("17:40 (b)", "18:05"), ("18:20", "18:45")])}
<p>(b) Traversée assurée d’avril à septembre seulement.</p>
""")


# --- Feeds (serviceEnLigne6) ---

def feed(name, title, link, items):
    def item(n, heading, local, hours, words):
        moment = datetime.strptime(local, "%Y-%m-%d %H:%M").replace(tzinfo=timezone(timedelta(hours=hours)))
        return f"""    <item>
      <title>{heading}</title>
      <link>{link}{n}</link>
      <guid isPermaLink="true">{link}{n}</guid>
      <pubDate>{format_datetime(moment)}</pubDate>
      <description>{words}</description>
    </item>"""
    lines = "\n".join(item(n, *i) for n, i in enumerate(items, 1))
    text(name, f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>{title}</title>
    <link>{link}</link>
    <description>Les billets sont rangés par importance, et non par date.</description>
    <language>fr</language>
{lines}
  </channel>
</rss>
""")


def feeds():
    feed("flux-seismes.xml", "Veille sismique", "https://seismes.example/billets/", [
        ("Secousse ressentie à Volcamaria", "2025-03-04 09:40", 9, "Magnitude 5,1. Heure locale de l’observatoire de Volcamaria."),
        ("Secousse ressentie à Port-Salin", "2025-03-04 03:15", 1, "Magnitude 4,6. Quelques vitres brisées."),
        ("Secousse ressentie à San Aurelio", "2025-03-03 22:05", -5, "Magnitude 4,4. Pas de dégât signalé."),
        ("Secousse ressentie à Tolvik", "2025-03-04 02:50", 0, "Magnitude 3,9. Ressentie au nord de la baie."),
        ("Secousse ressentie à Kermadoc", "2025-03-04 04:30", 2, "Magnitude 3,2. À peine perceptible."),
    ])
    feed("flux-crues.xml", "Alertes de crue", "https://crues.example/alertes/", [
        ("Alerte de crue à Vorne", "2025-10-10 12:50", 11, "Niveau 4. Le quai bas est sous l’eau."),
        ("Alerte de crue à Belac", "2025-10-10 03:20", 1, "Niveau 3. La décrue est attendue demain."),
        ("Alerte de crue à Adjama", "2025-10-10 04:10", 2, "Niveau 3. Le pont est fermé aux camions."),
        ("Alerte de crue à Tisvar", "2025-10-10 02:30", 0, "Niveau 2. Le débit monte lentement."),
        ("Alerte de crue à Rio Manso", "2025-10-09 23:45", -3, "Niveau 2. Les pontons sont repliés."),
    ])


# --- Articles and their dates (indiceQualite2) ---

def articles():
    page("article-marees.html", "Ramasser des coquillages sans risque", """
<p>Le Guide du littoral › Promenades</p>
<h1>Ramasser des coquillages sans risque</h1>
<p>Par Anouk Lesven. Article publié le 12 avril 2017, revu et complété le 3 mai 2023.</p>
<p>Avant de partir, consultez l’heure de la basse mer : il faut remonter dès que l’eau revient. En 2019, deux promeneurs
ont été surpris par la marée au pied de la même falaise.</p>
<p>Chaque espèce a une taille minimale. Reposez ce qui est trop petit et remettez les pierres à l’endroit.</p>
<footer>© 2009-2025 Le Guide du littoral. Tous droits réservés.</footer>
""")
    page("article-tiques.html", "Que faire après une piqûre de tique ?", """
<p>Sentiers et santé › Conseils</p>
<h1>Que faire après une piqûre de tique&nbsp;?</h1>
<p>Retirez la tique avec un tire-tique, sans produit, puis désinfectez. Notez la date et surveillez la peau pendant un mois.</p>
<p>Le recensement participatif lancé en 2018 a déjà réuni des milliers de signalements.</p>
<p>Texte de Bastien Hoarau, mis en ligne le 27 juin 2015, dernière révision le 9 septembre 2021.</p>
<footer>© 2012-2024 Sentiers et santé. Mentions légales.</footer>
""")


# --- Charts whose axis does not start at zero (indiceQualite4) ---

DIGITS = {
    "0": "01110 10001 10011 10101 11001 10001 01110", "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00010 00100 01000 11111", "3": "11111 00010 00100 00010 00001 10001 01110",
    "4": "00010 00110 01010 10010 11111 00010 00010", "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110", "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110", "9": "01110 10001 10001 01111 00001 00010 01100",
}


def png(name, pixels):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    height, width = len(pixels), len(pixels[0])
    raw = b"".join(b"\0" + b"".join(bytes(p) for p in row) for row in pixels)
    (HERE / name).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
                              + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


def chart(name, low, high, step, bars, colour):
    width, height, left, top, bottom = 640, 420, 90, 30, 360
    pixels = [[(255, 255, 255)] * width for _ in range(height)]

    def box(x0, y0, x1, y1, c):
        for y in range(y0, y1):
            for x in range(x0, x1):
                pixels[y][x] = c

    def write(x, y, digits):
        for d in digits:
            for r, row in enumerate(DIGITS[d].split()):
                for k, bit in enumerate(row):
                    if bit == "1":
                        box(x + 3 * k, y + 3 * r, x + 3 * k + 3, y + 3 * r + 3, (40, 40, 40))
            x += 18

    at = lambda value: bottom - (value - low) * (bottom - top) // (high - low)
    for value in range(low, high + 1, step):
        box(left, at(value), width - 20, at(value) + 2, (200, 200, 200))
        write(left - 64, at(value) - 10, str(value))
    room = (width - 20 - left) // len(bars)
    for n, (year, value) in enumerate(bars):
        x = left + n * room + room // 2
        box(x - 35, at(value), x + 35, bottom, colour)
        write(x - 36, bottom + 18, str(year))
    box(left, top, left + 2, bottom, (40, 40, 40))
    box(left, bottom, width - 20, bottom + 2, (40, 40, 40))
    png(name, pixels)


def charts():
    chart("graphique-inscriptions.png", 245, 265, 5, [(2021, 250), (2022, 255), (2023, 260)], (29, 95, 191))
    chart("graphique-abonnements.png", 198, 208, 2, [(2022, 200), (2023, 204), (2024, 206)], (179, 36, 90))


# --- Pages that hide who publishes them (indiceQualite6) ---

def disguised():
    page("comparatif-matelas.html", "Quel matelas choisir ? Notre comparatif", """
<h1>Quel matelas choisir&nbsp;? Notre comparatif</h1>
<p>Les lecteurs du <strong>Comité du bon sommeil</strong> ont dormi trente nuits sur trois matelas, sans aucun lien avec les fabricants.</p>
<ol>
<li><strong>Sommeo Confort</strong> : maintien parfait, prix doux. Notre coup de cœur.</li>
<li><strong>Nuitelle Douceur</strong> : agréable, un peu chaud l’été.</li>
<li><strong>Plumail Original</strong> : bon accueil, mais les bords s’affaissent.</li>
</ol>
<p><a href="https://boutique.example/sommeo?partenaire=cbs" rel="sponsored nofollow">Voir le prix du gagnant</a></p>
<footer>Le Comité du bon sommeil, des passionnés au service de vos nuits.</footer>
""", """
<meta name="description" content="Trois matelas comparés par des dormeurs comme vous.">
<meta name="author" content="La rédaction">
<meta name="generator" content="Plumier 4.2">
<script type="application/ld+json">
{
  "@context": "https://schema.org",
  "@type": "Article",
  "headline": "Quel matelas choisir ? Notre comparatif",
  "datePublished": "2024-02-11",
  "author": { "@type": "Organization", "name": "Comité du bon sommeil" },
  "publisher": { "@type": "Corporation", "name": "Literies Vauclair", "brand": { "@type": "Brand", "name": "Sommeo" } }
}
</script>
""")
    page("conseils-chauffage.html", "Pompe à chaleur : nos conseils avant d’acheter", """
<h1>Pompe à chaleur : nos conseils avant d’acheter</h1>
<p>Le <strong>Cercle des maisons sobres</strong> réunit des habitants qui partagent leur expérience, en toute neutralité.</p>
<ul>
<li>Isolez d’abord le toit : c’est là que la chaleur s’échappe.</li>
<li>Méfiez-vous des modèles Brizeo, bruyants, et des modèles Calorsud, fragiles.</li>
<li>Nos membres ont tous été conquis par la gamme <strong>Tiedora</strong>.</li>
</ul>
<p><a href="https://devis.example/tiedora?origine=cercle" rel="nofollow sponsored">Demander un devis</a></p>
<footer>Cercle des maisons sobres, association de fait.</footer>
""", """
<meta name="description" content="Des habitants racontent leur pompe à chaleur.">
<meta name="author" content="Les membres du Cercle">
<meta name="robots" content="index, follow">
<script type="application/ld+json">
{
  "@context": "https://schema.org",
  "@type": "Article",
  "headline": "Pompe à chaleur : nos conseils avant d’acheter",
  "dateModified": "2023-10-02",
  "publisher": { "@type": "Corporation", "name": "Thermique Galand", "brand": { "@type": "Brand", "name": "Tiedora" } },
  "author": { "@type": "Organization", "name": "Cercle des maisons sobres" }
}
</script>
""")


# --- Captures of a web archive (indiceQualite8) ---

def captures():
    text("capture-pollens.txt", """
1. Adresse demandée le 12 février 2025

https://archives-web.example/web/20210115000000/https://pollens.example/seuils.html

2. Réponse de l’archive

HTTP/1.1 302 Found
Date: Wed, 12 Feb 2025 10:02:40 GMT
Location: https://archives-web.example/web/20210123182007/https://pollens.example/seuils.html

HTTP/1.1 200 OK
Date: Wed, 12 Feb 2025 10:02:41 GMT
Content-Type: text/html; charset=utf-8
Memento-Datetime: Sat, 23 Jan 2021 18:20:07 GMT
X-Archive-Orig-Server: nginx
X-Archive-Orig-Date: Sat, 23 Jan 2021 18:20:07 GMT
X-Archive-Orig-Last-Modified: Thu, 17 Aug 2017 09:31:00 GMT
X-Archive-Orig-Cache-Control: max-age=3600
Link: <https://pollens.example/seuils.html>; rel="original"

3. Extrait du code de la page reçue

<h1>Seuils d’alerte aux pollens</h1>
<p>Données à jour au <span id="jour"></span></p>
<script>document.getElementById("jour").textContent = new Date().toLocaleDateString("fr-FR");</script>

4. Ce que le navigateur affiche

Seuils d’alerte aux pollens
Données à jour au 12/02/2025
""")
    text("capture-bareme.txt", """
1. Adresse demandée le 6 mai 2024

https://archives-web.example/web/20190301000000/https://aides-velo.example/bareme.html

2. Réponse de l’archive

HTTP/1.1 302 Found
Date: Mon, 06 May 2024 14:47:12 GMT
Location: https://archives-web.example/web/20190218063355/https://aides-velo.example/bareme.html

HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
X-Archive-Orig-Last-Modified: Fri, 09 Oct 2015 12:05:00 GMT
X-Archive-Orig-Date: Mon, 18 Feb 2019 06:33:55 GMT
X-Archive-Orig-Server: Apache
Memento-Datetime: Mon, 18 Feb 2019 06:33:55 GMT
Link: <https://aides-velo.example/bareme.html>; rel="original"
Date: Mon, 06 May 2024 14:47:13 GMT

3. Extrait du code de la page reçue

<h1>Barème de l’aide à l’achat d’un vélo</h1>
<p>Montants en vigueur le <time id="auj"></time></p>
<script>document.querySelector("#auj").textContent = new Date().toLocaleDateString("fr-FR");</script>

4. Ce que le navigateur affiche

Barème de l’aide à l’achat d’un vélo
Montants en vigueur le 06/05/2024
""")


# --- Exported bookmarks (outilsAcces4) ---

def bookmarks(name, folders):
    lines = ["<!DOCTYPE NETSCAPE-Bookmark-file-1>", '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
             "<TITLE>Bookmarks</TITLE>", "<H1>Marque-pages</H1>", "<DL><p>"]
    added = 1_700_000_000
    for folder, links in folders:
        lines += [f"    <DT><H3>{folder}</H3>", "    <DL><p>"]
        for title, address in links:
            added += 86_413
            lines.append(f'        <DT><A HREF="{escape(address)}" ADD_DATE="{added}">{title}</A>')
        lines.append("    </DL><p>")
    text(name, "\n".join(lines + ["</DL><p>", ""]))


def bookmark_files():
    bookmarks("marque-pages-alma.html", [
        ("Loisirs", [("Cinéma Rialto", "https://rialto.example/seances"), ("Recettes du lac", "http://recettes-du-lac.example/"),
                     ("Tricot facile", "https://tricot.example/?source=http://blogs.example/")]),
        ("Lycée", [("Cahier de textes", "https://lycee.example/cahier"), ("Annales de chimie", "http://annales.example/chimie/http-et-https.html"),
                   ("Dictionnaire", "https://dico.example/")]),
        ("Sorties", [("Météo des cimes", "http://meteo-cimes.example/bulletin?https=1"), ("Plan des bus", "https://bus.example/plan.html"),
                     ("Refuges", "https://http-refuges.example/")]),
    ])
    bookmarks("marque-pages-ilyes.html", [
        ("Musique", [("Tablatures", "https://tablatures.example/"), ("Radio Garage", "http://radio-garage.example/direct"),
                     ("Paroles", "https://paroles.example/?retour=http://accueil.example/")]),
        ("Travail", [("Intranet", "https://intranet.example/"), ("Planning", "https://planning.example/http/"),
                     ("Fiches sécurité", "http://fiches.example/https/index.html")]),
        ("Jardin", [("Semis et lune", "https://semis.example/"), ("Bourse aux graines", "http://graines.example/?mode=https"),
                    ("Compost", "https://compost.example/guide")]),
    ])


# --- Rules for robots (outilsAcces7) ---

def robots():
    text("robots-musee.txt", """
# Musée de la Lanterne
User-agent: *
Disallow: /

User-agent: GlaneurBot
Disallow: /collections/
Allow: /collections/*.html$
Disallow: /prive

Sitemap: https://musee-lanterne.example/sitemap.xml
""")
    text("robots-journal.txt", """
# Journal La Dépêche de Sault
User-agent: PetitVeilleur
Disallow: /archives/
Allow: /archives/2020/
Disallow: /*.pdf$
Disallow: /compte

User-agent: *
Disallow: /

Sitemap: https://depeche-sault.example/plan.xml
""")


# --- Pictures and their licences (sourceImage5) ---

def gallery(name, title, photos):
    def figure(n, caption, author, terms):
        sky, ground = ["#9cc7e8", "#f3c98b", "#c3b1e1", "#a8d5ba"][n], ["#3b5d50", "#7a5230", "#4a3b6b", "#2f5d3a"][n]
        return f"""<figure>
<svg width="320" height="180" role="img" aria-label="{caption}"><rect width="320" height="180" fill="{sky}"/><path d="M0 {120 - 10 * n} L110 {80 + 12 * n} L210 {130 - 8 * n} L320 {95 + 6 * n} V180 H0 Z" fill="{ground}"/></svg>
<figcaption>{caption}. Photo : {author}. {terms}</figcaption>
</figure>"""
    page(name, title, f"<h1>{title}</h1>\n" + "\n".join(figure(n, *p) for n, p in enumerate(photos)))


def galleries():
    cc = lambda kind: f'<a href="https://creativecommons.org/licenses/{kind}/4.0/">Conditions d’utilisation</a>'
    gallery("photos-phare.html", "Le phare en quatre photos", [
        ("Le phare à l’aube", "Maud Keravel", cc("by-nc")),
        ("Le phare dans la tempête", "Tiago Lenz", cc("by-nd")),
        ("L’escalier du phare", "Hugo Brandt", "Tous droits réservés."),
        ("Le phare et les barques", "Sabine Orfila", cc("by-sa")),
    ])
    gallery("photos-riviere.html", "La rivière en quatre photos", [
        ("La source", "Nadia Perrot", cc("by-nd")),
        ("Le gué", "Colin Ashby", cc("by-sa")),
        ("Les gorges", "Irène Moussa", cc("by-nc-sa")),
        ("L’embouchure", "Paul Weber", "Reproduction interdite."),
    ])


# --- Photographs with metadata (sourceImage7) ---

def exif(model, modified, taken, latitude, longitude):
    """An EXIF block; west and south are negative. Directories are laid out one after the other, values after their directory."""
    def degrees(value):
        whole = round(abs(value) * 360000)
        return struct.pack("<6I", whole // 360000, 1, whole % 360000 // 6000, 1, whole % 6000, 100)

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
    first = lambda sub, gps: directory(8, [
        words(0x010F, "Obscura"), words(0x0110, model), words(0x0131, "Retouche 3.1"), words(0x0132, modified),
        (0x8769, 4, 1, struct.pack("<I", sub)), (0x8825, 4, 1, struct.pack("<I", gps))])
    second = lambda at: directory(at, [(0x9000, 7, 4, b"0232"), words(0x9003, taken), words(0x9004, taken)])
    at = 8 + len(first(0, 0))
    gps_at = at + len(second(at))
    gps = directory(gps_at, [
        (0, 1, 4, b"\x02\x03\0\0"),
        words(1, "N" if latitude >= 0 else "S"), (2, 5, 3, degrees(latitude)),
        words(3, "E" if longitude >= 0 else "W"), (4, 5, 3, degrees(longitude))])
    return b"Exif\0\0II*\0" + struct.pack("<I", 8) + first(at, gps_at) + second(at) + gps


def jpeg(name, metadata, paint, columns=80, rows=60):
    """A baseline JPEG of 8 x 8 blocks, each of one colour: paint(column, row) gives its red, green and blue."""
    lengths = [0, 1, 5, 1, 1, 1, 1, 1, 1] + [0] * 7
    codes, code, size_of = {}, 0, iter(range(12))
    for length, count in enumerate(lengths, 1):
        for _ in range(count):
            codes[next(size_of)] = format(code, f"0{length}b")
            code += 1
        code <<= 1
    bits, before = [], [0, 0, 0]
    for row in range(rows):
        for column in range(columns):
            r, g, b = paint(column, row)
            ycc = (0.299 * r + 0.587 * g + 0.114 * b, 128 - 0.168736 * r - 0.331264 * g + 0.5 * b, 128 + 0.5 * r - 0.418688 * g - 0.081312 * b)
            for n, value in enumerate(ycc):
                level = min(255, max(0, round(value))) - 128
                difference, before[n] = level - before[n], level
                size = abs(difference).bit_length()
                bits.append(codes[size])
                if size:
                    bits.append(format(difference if difference > 0 else difference + (1 << size) - 1, f"0{size}b"))
                bits.append("0")  # end of block: no detail
    stream = "".join(bits)
    stream += "1" * (-len(stream) % 8)
    scan = int(stream, 2).to_bytes(len(stream) // 8, "big").replace(b"\xff", b"\xff\0")
    segment = lambda marker, data: b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data
    (HERE / name).write_bytes(
        b"\xff\xd8" + segment(0xE1, metadata)
        + segment(0xDB, b"\0" + b"\x08" * 64)
        + segment(0xC0, struct.pack(">BHHB", 8, rows * 8, columns * 8, 3) + b"".join(bytes([n, 0x11, 0]) for n in (1, 2, 3)))
        + segment(0xC4, b"\x00" + bytes(lengths) + bytes(range(12)))
        + segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0")
        + segment(0xDA, b"\x03\x01\0\x02\0\x03\0\x00\x3f\0") + scan + b"\xff\xd9")


def photographs():
    def street(column, row):
        if row < 22:
            return (150 + row, 180 + row, 215)
        if row < 40 and (column // 9) % 2:
            return (150 + 7 * (column // 9), 120, 90) if (column % 3 or row % 4) else (240, 220, 140)
        return (90, 90, 95) if (column + row) % 7 else (200, 60, 50)

    def water(column, row):
        if row < 18:
            return (170, 175, 185)
        if row < 30 and column % 17 < 10:
            return (180, 150 + column % 17, 120)
        return (120 - row // 2 + (column * row) % 9, 105 - row // 3, 80)

    def party(column, row):
        if row < 34:
            return (25, 20 + row, 60 + row) if (column * 7 + row * 11) % 53 else (250, 220, 90)
        return (60 + (column * 13) % 90, 40 + (column * 29) % 70, 50 + row)

    jpeg("photo-greve.jpg", exif("OB-20", "2024:03:14 19:02:51", "2018:10:06 15:41:20", 47.2184, -1.5536), street)
    jpeg("photo-inondation.jpg", exif("OB-31", "2023:11:09 08:12:05", "2014:02:08 11:26:44", 48.1113, -1.6800), water)
    jpeg("photo-concert.jpg", exif("OB-20 S", "2022:06:22 23:40:10", "2016:07:14 23:05:37", 48.3904, -4.4861), party)


# --- Catalogues to search (rechercheAvancee7) ---

def catalogue(name, groups, titles):
    """groups: (how many, how many of them relevant, keywords). Records are interleaved so that groups do not show."""
    records = []
    for n, (count, relevant, keywords) in enumerate(groups):
        for k in range(count):
            records.append((keywords, "oui" if k < relevant else "non", n, k))
    records.sort(key=lambda r: ((r[2] * 37 + r[3] * 101) % 89, r[2], r[3]))
    lines = ["notice;titre;annee;mots_cles;pertinente"]
    for n, (keywords, relevant, group, k) in enumerate(records, 1):
        lines.append(f"N{n:03};{titles[(group * 5 + k) % len(titles)]} ({n});{2004 + (n * 7) % 20};{', '.join(keywords)};{relevant}")
    (HERE / name).write_bytes(("\ufeff" + "\n".join(lines) + "\n").encode("utf-8"))


def catalogues():
    catalogue("notices-eau.csv", [
        (9, 7, ("pollution", "rivière", "métaux")),
        (6, 4, ("rivière", "contamination", "santé")),
        (5, 4, ("pollution", "contamination", "rivière")),
        (7, 2, ("pollution", "rivière", "estuaire")),
        (4, 1, ("contamination", "estuaire", "rivière")),
        (8, 1, ("pollution", "nappe")),
        (6, 3, ("rivière", "rejets", "usine")),
        (7, 1, ("contamination", "lac")),
        (5, 2, ("rejets", "fleuve")),
        (6, 0, ("rivière", "navigation")),
    ], ["Suivi d’un bassin versant", "Mesures de terrain", "Bilan de campagne", "Analyse d’échantillons", "Retour d’expérience", "Synthèse régionale", "Étude de cas"])
    catalogue("notices-sommeil.csv", [
        (11, 9, ("sommeil", "adolescent", "écran")),
        (8, 6, ("adolescent", "insomnie", "lycée")),
        (6, 5, ("insomnie", "sommeil", "adolescent")),
        (6, 4, ("sommeil", "adolescent", "médicament")),
        (5, 3, ("médicament", "insomnie", "adolescent")),
        (9, 1, ("sommeil", "nourrisson")),
        (8, 5, ("adolescent", "fatigue", "lycée")),
        (7, 1, ("insomnie", "travail")),
        (8, 6, ("endormissement", "collégien")),
        (7, 0, ("adolescent", "sport")),
    ], ["Enquête par questionnaire", "Essai comparatif", "Revue de travaux", "Suivi de cohorte", "Entretiens", "Note de synthèse", "Mesures en laboratoire", "Témoignages"])


# --- A rumour and its relays (sourceInfo5) ---

def rumours():
    head = "n;publication;date;extrait\n"
    wolf = """1;Le Fil du jour;2024-05-16 07:30;D’après Radio Vauban, un loup aurait tué quatorze brebis au col d’Aspre.
2;La Gazette des alpages;2021-09-02 18:00;Un loup a été filmé au col d’Aspre par un berger. Aucune attaque n’est à déplorer.
3;Radio Vauban;2024-05-15 12:05;Quatorze brebis tuées au col d’Aspre : c’est ce que révèle Le Courrier des crêtes.
4;Info Minute;2024-05-16 09:10;De sources concordantes, le loup d’Aspre a fait quatorze victimes.
5;Pistes et Poils;2024-05-13 21:48;Ce matin, au col d’Aspre, j’ai compté quatorze brebis mortes et photographié des empreintes.
6;Le Courrier des crêtes;2024-05-14 17:20;Le blog Pistes et Poils publie des photos du col d’Aspre et parle de quatorze brebis tuées.
7;Le Matin rural;2024-05-14 23:55;Le syndicat ovin demande des clôtures. Il ne confirme pas encore l’attaque dont parle Le Courrier des crêtes.
8;Canal Vallée;2024-05-16 13:00;Le Fil du jour l’annonce : un loup a décimé un troupeau de quatorze brebis.
"""
    bridge = """1;Info Minute;2023-11-22 08:15;Le pont de Sarge fermera huit mois, assure-t-on de bonne source.
2;Le Quotidien du val;2023-11-20 19:40;Huit mois sans pont à Sarge ? Radio Confluence l’affirme dans son journal de midi.
3;Les Deux Rives;2023-11-18 20:05;Nous avons lu l’appel d’offres affiché en mairie : le pont de Sarge sera fermé huit mois.
4;Actu Express;2023-11-21 06:50;Le pont de Sarge fermé huit mois, selon Le Quotidien du val.
5;La Voix des ponts;2020-03-11 10:00;La mairie de Sarge étudie la réfection du pont. Aucune fermeture n’est décidée.
6;Radio Confluence;2023-11-20 12:00;Le collectif Les Deux Rives l’écrit sur son site : huit mois de fermeture pour le pont de Sarge.
7;Le Matin rural;2023-11-20 22:30;Les commerçants s’inquiètent après le journal de Radio Confluence. La mairie n’a pas répondu.
8;Canal Vallée;2023-11-21 13:00;Actu Express annonce huit mois de déviation à Sarge.
"""
    for name, rows in (("relais-loup.csv", wolf), ("relais-pont.csv", bridge)):
        (HERE / name).write_bytes(("\ufeff" + head + rows).encode("utf-8"))


# --- Saved messages (sourceInfo8) ---

def messages():
    text("message-concours.txt", """
Return-Path: <retour@promo-express.example>
Delivered-To: cdi@lycee-arlens.example
Received: from mx.lycee-arlens.example (mx.lycee-arlens.example [192.0.2.10])
\tby boites.lycee-arlens.example with LMTP; Mon, 13 Jan 2025 08:14:09 +0100
Authentication-Results: mx.lycee-arlens.example;
\tspf=pass smtp.mailfrom=promo-express.example;
\tdkim=pass header.d=lettres-masse.example;
\tdmarc=fail header.from=ministere-ecole.example
Received: from smtp.ministere-ecole.example (unknown [203.0.113.77])
\tby mx.lycee-arlens.example with ESMTPS; Mon, 13 Jan 2025 08:14:07 +0100
Received: from cabinet.ministere-ecole.example (cabinet.ministere-ecole.example [198.51.100.5])
\tby smtp.ministere-ecole.example with ESMTPS; Mon, 13 Jan 2025 08:13:58 +0100
Authentication-Results: smtp.ministere-ecole.example;
\tdkim=pass header.d=ministere-ecole.example
DKIM-Signature: v=1; a=rsa-sha256; d=lettres-masse.example; s=k1; h=from:to:subject:date;
\tbh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=Zm9ydCBjb3VydGUgc2lnbmF0dXJl
From: =?utf-8?Q?Minist=C3=A8re_de_l=27=C3=89cole?= <concours@ministere-ecole.example>
To: cdi@lycee-arlens.example
Subject: Concours national du livre : inscrivez vos classes avant vendredi
Date: Mon, 13 Jan 2025 08:13:55 +0100
Message-ID: <20250113.071355.9@cabinet.ministere-ecole.example>
Content-Type: text/plain; charset=utf-8

Bonjour,
Le ministère lance un concours pour toutes les classes. Les frais de dossier sont à régler avant vendredi.
""")
    text("message-bourse.txt", """
Return-Path: <noreply@cartes-cadeaux.example>
Delivered-To: vie-scolaire@college-sault.example
Received: from relais.college-sault.example (relais.college-sault.example [198.51.100.20])
\tby courrier.college-sault.example with LMTP; Thu, 06 Mar 2025 17:30:44 +0100
Authentication-Results: relais.college-sault.example;
\tdmarc=fail header.from=region-bourses.example;
\tdkim=pass header.d=envois-groupes.example;
\tspf=pass smtp.mailfrom=cartes-cadeaux.example
Received: from mail.region-bourses.example (unknown [192.0.2.145])
\tby relais.college-sault.example with ESMTP; Thu, 06 Mar 2025 17:30:41 +0100
Received: from guichet.region-bourses.example (guichet.region-bourses.example [203.0.113.8])
\tby mail.region-bourses.example with ESMTPS; Thu, 06 Mar 2025 17:30:30 +0100
Authentication-Results: mail.region-bourses.example;
\tdkim=pass header.d=region-bourses.example
DKIM-Signature: v=1; a=rsa-sha256; d=envois-groupes.example; s=mars; h=from:subject:date:to;
\tbh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=; b=dW5lIGF1dHJlIHNpZ25hdHVyZQ==
From: =?utf-8?Q?Bourses_de_la_r=C3=A9gion?= <dossiers@region-bourses.example>
To: vie-scolaire@college-sault.example
Subject: =?utf-8?Q?Bourses_exceptionnelles_:_liste_des_=C3=A9l=C3=A8ves_=C3=A0_envoyer?=
Date: Thu, 06 Mar 2025 17:30:27 +0100
Message-ID: <b7731@guichet.region-bourses.example>
Content-Type: text/plain; charset=utf-8

Madame, Monsieur,
Une bourse exceptionnelle est créée. Envoyez la liste complète de vos élèves avec leur adresse en réponse à ce message.
""")


if __name__ == "__main__":
    for make in (timetables, feeds, articles, charts, disguised, captures, bookmark_files, robots, galleries, photographs, catalogues, rumours, messages):
        make()
