#!/usr/bin/env python3
"""Makes the attached files of competence 1.3, beside this script. Same bytes each time; standard library only."""
import io
import struct
import zipfile
import zlib
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent


def put(name, data):
    (HERE / name).write_bytes(data if isinstance(data, bytes) else data.lstrip("\n").encode("utf-8"))


class Draw:
    """Numbers that look random."""

    def __init__(self, seed):
        self.x = seed

    def __call__(self, low, high):
        self.x = (self.x * 1103515245 + 12345) & 0x7FFFFFFF
        return low + (self.x >> 8) % (high - low + 1)

    def pick(self, values):
        return values[self(0, len(values) - 1)]

    def mix(self, values):
        values = list(values)
        for k in range(len(values) - 1, 0, -1):
            j = self(0, k)
            values[k], values[j] = values[j], values[k]
        return values


# --- Spreadsheets ---

NS = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
      'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"')


def cell(value):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, tuple):
        formula, result = value
        return f'<table:table-cell table:formula="{escape(formula)}" office:value-type="float" office:value="{result}"><text:p>{str(result).replace(".", ",")}</text:p></table:table-cell>'
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{str(value).replace(".", ",")}</text:p></table:table-cell>'
    inner = escape(value)
    if value != value.strip():
        lead, tail = len(value) - len(value.lstrip()), len(value) - len(value.rstrip())
        inner = "<text:s/>" * lead + escape(value.strip()) + "<text:s/>" * tail
    return f'<table:table-cell office:value-type="string"><text:p>{inner}</text:p></table:table-cell>'


def ods(name, sheet, rows):
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    body = "\n".join("<table:table-row>" + "".join(map(cell, r)) + "</table:table-row>" for r in rows)
    files = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", head + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>\n'),
        ("styles.xml", head + f'<office:document-styles {NS} office:version="1.2"><office:styles><style:default-style style:family="table-cell"/></office:styles></office:document-styles>\n'),
        ("content.xml", head + f'<office:document-content {NS} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="{escape(sheet)}"><table:table-column table:number-columns-repeated="{max(map(len, rows))}"/>\n{body}\n</table:table></office:spreadsheet></office:body></office:document-content>\n'),
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for n, text in files:
            info = zipfile.ZipInfo(n, (2024, 1, 15, 12, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if n == "mimetype" else zipfile.ZIP_DEFLATED
            z.writestr(info, text.encode("utf-8"))
    put(name, out.getvalue())


# --- Formulas (formuleTableur6, formuleTableur8) ---

def sales():
    d = Draw(101)
    rows = [["Date", "Secteur", "Produit", "Montant"]]
    for k in range(40):
        rows.append([f"2024-{k // 4 + 1:02}-{d(1, 28):02}", d.pick(["Nord", "Sud", "Est", "Ouest", "Nord"]), d.pick(["miel", "pain", "savon", "laine"]), d.pick([12, 25, 50, 50, 48, 63, 77, 120, 35, 91])])
    ods("ventes-marche-secteurs.ods", "Ventes", rows)
    d = Draw(107)
    rows = [["Date", "Ville", "Mode", "Montant"]]
    for k in range(50):
        rows.append([f"2023-{k // 5 + 1:02}-{d(1, 28):02}", d.pick(["Arlens", "Sault", "Orval", "Sault"]), d.pick(["chèque", "virement", "espèces", "chèque"]), d.pick([5, 10, 20, 20, 30, 50, 80, 15])])
    ods("dons-phare-villes.ods", "Dons", rows)


def grids():
    ods("tarifs-colis-zones.ods", "Tarifs", [
        ["À partir de (kg)", 0, 1, 2, 5, 10],
        ["Zone 1", 5.2, 6.9, 8.4, 12.1, 17.5], ["Zone 2", 7.4, 9.3, 11.8, 16.6, 22.9], ["Zone 3", 11.3, 14.2, 18.7, 24.8, 33.6],
        ["Zone 4", 14.9, 19.5, 25.3, 31.7, 44.2], ["Zone 5", 21.6, 27.8, 35.1, 46.4, 60.3]])
    ods("tarifs-salles-personnes.ods", "Salles", [
        ["À partir de (personnes)", 1, 20, 50, 100, 200],
        ["Atelier", 35, 62, 98, 140, 215], ["Belvédère", 48, 77, 126, 183, 264], ["Cellier", 29, 54, 81, 119, 171],
        ["Dortoir", 41, 69, 107, 152, 228], ["Escale", 57, 93, 144, 206, 291]])


# --- Sorting and filtering (triFiltre1, triFiltre3, triFiltre5) ---

def lists():
    ods("altitudes-refuges.ods", "Refuges", [["Refuge", "Altitude (m)"]] + [list(r) for r in (
        ("Combe Noire", 1985), ("La Sagne", 2240), ("Pierre Folle", 1760), ("Les Barmes", 2415), ("Col du Geai", 2108), ("Aiguille Basse", 2630),
        ("Pré Doux", 1540), ("Tête de Lièvre", 2295), ("Lac Cornu", 2057), ("Balme Rousse", 1890), ("Les Échelettes", 2372), ("Fontaine Claire", 1675))])
    ods("longueurs-sentiers.ods", "Sentiers", [["Sentier", "Longueur (m)"]] + [list(r) for r in (
        ("Sentier des Aulnes", 4850), ("Boucle du Moulin", 3120), ("Chemin des Crêtes", 12400), ("Tour de l’étang", 2760), ("Sentier du Loriot", 9050),
        ("Voie des Carriers", 6930), ("Boucle des Tilleuls", 3480), ("Chemin du Gué", 980), ("Sentier botanique", 1450), ("Tour des remparts", 10200),
        ("Allée des Charmes", 3090), ("Boucle du Four", 7610))])
    d = Draw(211)
    ods("livres-bibliotheque-orme.ods", "Livres", [["Cote", "Genre", "Année", "Pages"]] + [
        [f"L{1001 + k}", d.pick(["Policier", "Roman", "Poésie", "Policier", "Conte"]), d(1998, 2023), d(90, 520)] for k in range(60)])
    d = Draw(223)
    ods("velos-atelier-sault.ods", "Vélos", [["Numéro", "Type", "État", "Prix"]] + [
        [f"V{201 + k}", d.pick(["Pliant", "Ville", "Course", "Enfant", "Pliant"]), d.pick(["bon", "moyen", "neuf"]), d(12, 60) * 5] for k in range(60)])
    d = Draw(227)
    ods("plantes-serre-arlens.ods", "Plantes", [["Étiquette", "Exposition", "Famille", "Hauteur (cm)"]] + [
        [f"P{301 + k}", d.pick(["Ombre", "Soleil", "Intérieur", "Ombre"]), d.pick(["fougère", "cactus", "aromate", "fleur"]), d(6, 90)] for k in range(60)])
    d = Draw(231)
    times = d.mix(range(1805, 1805 + 48 * 13, 13))
    ods("course-du-canal.ods", "Arrivées", [["Dossard", "Club", "Catégorie", "Temps (s)"]] + [
        [n, d.pick(["Arlens", "Orval", "Sault", "Vorne"]), d.pick(["cadet", "junior", "senior"]), t] for n, t in zip(d.mix(range(101, 149)), times)])
    d = Draw(241)
    days = d.mix(range(3, 3 + 48))
    ods("prets-de-disques.ods", "Prêts", [["Carte", "Quartier", "Support", "Jours"]] + [
        [n, d.pick(["Berges", "Gare", "Halles", "Plateau"]), d.pick(["vinyle", "CD"]), t] for n, t in zip(d.mix(range(5201, 5249)), days)])


# --- Statistics (statistiqueSimple3, statistiqueSimple5) ---

def series():
    d = Draw(307)
    ods("temperatures-mai-arlens.ods", "Mai", [["Jour", "Matin (°C)", "Midi (°C)"]] + [[k, d(40, 120) / 10, d(145, 262) / 10] for k in range(1, 32)])
    d = Draw(311)
    ods("piscine-aval-fevrier.ods", "Février", [["Jour", "Enfants", "Adultes"]] + [[k, d(20, 140), d(35, 190)] for k in range(1, 29)])

    def skewed(name, sheet, titles, values, extremes, total, seed):
        """The last small value is tuned so that the total is the one wanted."""
        d = Draw(seed)
        values = values + extremes
        values[0] += total - sum(values)
        values = d.mix(values)
        ods(name, sheet, [titles] + [[f"{titles[0][0]}{k + 1:02}", v] for k, v in enumerate(values)])
    skewed("salaires-forge-brune.ods", "Salaires", ["Poste", "Salaire (€)"],
           [1700, 1620, 1640, 1655, 1680, 1690, 1700, 1712, 1725, 1730, 1745, 1760, 1782, 1790, 1805, 1820, 1840, 1865, 1880, 1910, 1950, 2010, 2140], [5400, 8200], 25 * 2190, 331)
    skewed("loyers-quartier-port.ods", "Loyers", ["Logement", "Loyer (€)"],
           [430, 402, 415, 425, 438, 440, 452, 455, 463, 470, 474, 481, 490, 495, 502, 510, 520, 533, 540, 566, 590], [1900, 2600], 23 * 640, 337)
    skewed("durees-appels-standard.ods", "Appels", ["Appel", "Durée (s)"],
           [70, 62, 66, 71, 75, 80, 84, 88, 91, 95, 97, 102, 106, 110, 115, 121, 130, 138, 150], [740, 1105], 21 * 180, 347)


# --- Data to clean (nettoyageDonnees2, nettoyageDonnees4, nettoyageDonnees6) ---

def dirty():
    ods("mesures-sportives-lin.ods", "Classe", [["Prénom", "Né le", "Taille (cm)", "Saut (m)"]] + [list(r) for r in (
        ("Adèle", "12/03/2012", 148, 3.1), ("Bilal", "27/09/2012", 151, 2.9), ("Chloé", "05/01/2012", 139, 2.7), ("Driss", "31/06/2012", 146, 3.0),
        ("Emma", "18/11/2012", 152, 3.3), ("Farid", "29/02/2012", 143, 2.8), ("Gaspard", "30/04/2012", 155, 3.4), ("Hawa", "09/08/2012", 1490, 3.2),
        ("Isis", "31/07/2012", 137, 2.6), ("Jules", "22/10/2012", 150, 3.0), ("Kenza", "14/12/2012", 147, -2.9), ("Lucien", "01/05/2012", 144, 2.8),
        ("Maëlle", "31/03/2012", 158, 3.5), ("Noam", "16/02/2012", 141, 2.5))])
    ods("collecte-bouchons-axel.ods", "Collecte", [["École", "Jour", "Heure", "Kilos"]] + [list(r) for r in (
        ("Alouettes", "14/03/2024", "9:30", 42.5), ("Bruyères", "29/02/2024", "10:15", 31.0), ("Coquelicots", "30/04/2024", "14:00", -18.2), ("Dahlias", "31/05/2024", "11:45", 27.9),
        ("Églantiers", "12/06/2024", "8:50", 36.4), ("Fauvettes", "31/04/2024", "15:20", 22.8), ("Genêts", "03/05/2024", "16:10", 48.1), ("Hirondelles", "17/04/2024", "13:05", 19.6),
        ("Iris", "08/03/2024", "10:72", 25.3), ("Jonquilles", "31/03/2024", "9:00", 33.7), ("Lilas", "22/05/2024", "14:35", 40.2), ("Merisiers", "05/06/2024", "0:59", 29.5))])
    club = ["alba", "ben", "cleo", "dina", "elio", "fanny", "gael", "hedi", "ines", "joris", "karl", "lena", "malo", "nour", "oscar", "paul", "rita", "simon", "tess", "ugo", "vera", "wael"]
    d = Draw(401)
    rows = [f"{n}@club-arlens.example" for n in club]
    rows += ["Alba@club-arlens.example", "gael@club-arlens.example ", "TESS@club-arlens.example", "rita@club-arlens.example", " nour@club-arlens.example", "ben@club-arlens.exemple.example", "Ugo@Club-Arlens.example", "paul@club-orval.example"]
    ods("abonnes-lettre-arlens.ods", "Abonnés", [["Adresse"]] + [[r] for r in d.mix(rows)])
    d = Draw(409)
    rows = [f"{n}@chorale-sault.example" for n in club[3:]]
    rows += ["Elio@chorale-sault.example", "karl@chorale-sault.example ", "vera@chorale-sault.example", "HEDI@chorale-sault.example", "ines@chorale-sauld.example", " Oscar@chorale-sault.example", "simon2@chorale-sault.example", "dina@Chorale-Sault.example", "malo@chorale-sault.example"]
    ods("choristes-sault.ods", "Choristes", [["Courriel"]] + [[r] for r in d.mix(rows)])
    def till(name, sheet, titles, rows):
        shown = round(sum(v for _, v in rows if not isinstance(v, str)), 2)
        ods(name, sheet, [titles] + [list(r) for r in rows] + [["Total affiché", (f"of:=SUM([.B2:.B{len(rows) + 1}])", shown)]])
    till("caisse-kermesse-sault.ods", "Caisse", ["Stand", "Recette"], [
        ("Pêche aux canards", 84.5), ("Buvette", 212.0), ("Gâteaux", "96.40"), ("Chamboule-tout", 61.0), ("Tombola", 150.0), ("Maquillage", "38,00 €"),
        ("Photos", 27.5), ("Lancer d’anneaux", " 45"), ("Livres", 73.2), ("Crêpes", "118.60"), ("Plantes", 52.0), ("Loto", 131.3)])
    till("frais-voyage-orval.ods", "Frais", ["Dépense", "Montant"], [
        ("Car", 640.0), ("Péage", "47.80"), ("Musée", 132.0), ("Guide", 90.0), ("Pique-nique", "108,50 €"), ("Eau", 14.4), ("Parking", " 12"),
        ("Assurance", 61.3), ("Photocopies", "9.20"), ("Pharmacie", 18.9), ("Goûter", 35.6), ("Pourboire", 20.0)])


# --- Queries (requeteSql5, requeteSql8) ---

def queries():
    d = Draw(503)
    lines = ["id;section;jours_de_retard;rendu_le"]
    for k in range(1, 41):
        lines.append(f"{k};{d.pick(['Adultes', 'Jeunesse', 'Musique'])};{d.pick([0, 0, 3, 8, 10, 12, 15, 21])};{d.pick(['', '2024-03-0' + str(d(1, 9)), '2024-02-1' + str(d(0, 9))])}")
    put("emprunts-orme.csv", "\n".join(lines) + "\n")
    d = Draw(509)
    lines = ["id;atelier;note;repare_le"]
    for k in range(1, 41):
        lines.append(f"{k};{d.pick(['Vélos', 'Radios', 'Textile'])};{d.pick([5, 8, 10, 12, 14, 15, 18])};{d.pick(['', '2024-05-0' + str(d(1, 9)), '2024-04-2' + str(d(0, 9))])}")
    put("reparations-sault.csv", "\n".join(lines) + "\n")

    def script(name, people, persons, teams, groups):
        out = [f"CREATE TABLE {people} (id INTEGER PRIMARY KEY, prenom TEXT);", f"CREATE TABLE {teams} (id INTEGER PRIMARY KEY, nom TEXT, referent_id INTEGER);"]
        out += [f"INSERT INTO {people} VALUES ({k}, '{p}');" for k, p in enumerate(persons, 1)]
        out += [f"INSERT INTO {teams} VALUES ({k}, '{g}', {'NULL' if r is None else r});" for k, (g, r) in enumerate(groups, 1)]
        put(name, "\n".join(out) + "\n")
    script("benevoles-festival.sql", "benevoles", ["Aïda", "Boris", "Célia", "Dov", "Elsa", "Fadi", "Greta", "Hugo", "Ilan", "Jade", "Kofi"], "equipes",
           [("Accueil", 3), ("Bar", 7), ("Scène", 3), ("Parking", None), ("Propreté", 10), ("Presse", None), ("Loges", 1)])
    script("arbitres-tournoi.sql", "arbitres", ["Anna", "Bassem", "Carl", "Dora", "Eddy", "Flore", "Gino", "Hana", "Ivo", "Julie", "Kemal", "Laure", "Milo"], "terrains",
           [("Nord", 2), ("Sud", 5), ("Est", None), ("Ouest", 5), ("Centre", 12), ("Annexe", 2), ("Gymnase", 9), ("Plage", None)])


# --- Charts (graphiqueLecture4) ---

FONT = {"0": ("111", "101", "101", "101", "111"), "1": ("010", "110", "010", "010", "111"), "2": ("111", "001", "111", "100", "111"), "3": ("111", "001", "111", "001", "111"),
        "4": ("101", "101", "111", "001", "001"), "5": ("111", "100", "111", "001", "111"), "6": ("111", "100", "111", "101", "111"), "7": ("111", "001", "001", "001", "001"),
        "8": ("111", "101", "111", "101", "111"), "9": ("111", "101", "111", "001", "111"), "A": ("010", "101", "111", "101", "101"), "B": ("110", "101", "110", "101", "110")}


def curves(name, top_value, step, lines):
    width, height, left, top, bottom = 720, 420, 70, 24, 370
    pixels = [bytearray(b"\xff\xff\xff" * width) for _ in range(height)]

    def box(x0, y0, x1, y1, colour):
        for y in range(max(y0, 0), min(y1, height)):
            for x in range(max(x0, 0), min(x1, width)):
                pixels[y][3 * x:3 * x + 3] = bytes(colour)

    def write(x, y, word, colour=(40, 40, 40)):
        for ch in word:
            for r, row in enumerate(FONT[ch]):
                for k, bit in enumerate(row):
                    if bit == "1":
                        box(x + 3 * k, y + 3 * r, x + 3 * k + 3, y + 3 * r + 3, colour)
            x += 12
    at = lambda v: bottom - v * (bottom - top) // top_value
    across = lambda m: left + 30 + m * (width - left - 80) // 11
    for v in range(0, top_value + 1, step):
        box(left, at(v), width - 20, at(v) + 1, (205, 205, 205))
        write(left - 12 - 12 * len(str(v)), at(v) - 7, str(v))
    for m in range(12):
        box(across(m), top, across(m) + 1, bottom, (230, 230, 230))
        write(across(m) - 6 * len(str(m + 1)), bottom + 14, str(m + 1))
    for letter, values, colour in lines:
        for m in range(11):
            x0, x1, y0, y1 = across(m), across(m + 1), at(values[m]), at(values[m + 1])
            n = max(x1 - x0, abs(y1 - y0))
            for s in range(n + 1):
                x, y = x0 + (x1 - x0) * s // n, y0 + (y1 - y0) * s // n
                box(x - 1, y - 1, x + 2, y + 2, colour)
        for m, v in enumerate(values):
            box(across(m) - 4, at(v) - 4, across(m) + 5, at(v) + 5, colour)
        write(across(11) + 12, at(values[11]) - 7, letter, colour)
    box(left, top, left + 2, bottom, (40, 40, 40))
    box(left, bottom, width - 20, bottom + 2, (40, 40, 40))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    put(name, b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + bytes(p) for p in pixels), 9)) + chunk(b"IEND", b""))


def charts():
    curves("courbes-deux-piscines.png", 100, 10, [("A", [20, 20, 30, 40, 60, 80, 100, 90, 60, 40, 30, 20], (29, 95, 191)), ("B", [50, 50, 60, 60, 50, 40, 30, 20, 40, 50, 60, 50], (200, 90, 10))])
    curves("courbes-deux-centrales.png", 100, 10, [("A", [90, 80, 60, 50, 40, 30, 30, 40, 50, 70, 80, 90], (29, 95, 191)), ("B", [10, 20, 40, 60, 70, 80, 80, 70, 50, 30, 20, 10], (200, 90, 10))])


for make in (sales, grids, lists, series, dirty, queries, charts):
    make()
