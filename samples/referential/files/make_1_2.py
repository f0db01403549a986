#!/usr/bin/env python3
"""Makes the attached files of competence 1.2, beside this script. Same bytes each time; standard library only."""
import io
import struct
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent


def put(name, data):
    (HERE / name).write_bytes(data if isinstance(data, bytes) else data.lstrip("\n").encode("utf-8"))


def archive(members, stored=()):
    """A ZIP of (name, text or bytes); folders end with a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data in members:
            info = zipfile.ZipInfo(name, (2024, 1, 15, 12, 0, 0))
            info.create_system = 3
            info.external_attr = (0o40755 << 16 | 16) if name.endswith("/") else 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if stored is True or name in stored or name.endswith("/") else zipfile.ZIP_DEFLATED
            z.writestr(info, data if isinstance(data, bytes) else data.encode("utf-8"))
    return out.getvalue()


def noise(seed, size):
    """Bytes that look random."""
    out, x = bytearray(), seed
    while len(out) < size:
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(x >> 16 & 255)
    return bytes(out)


# --- Names to match (nommageFichier3, nommageFichier7) ---

def names():
    put("liste-factures-atelier.txt", "\n".join([
        "facture_2023-09_bois.pdf", "facture_2023-10_outils.pdf", "facture_2023-12_vernis.pdf", "facture_2024-01_bois.pdf",
        "facture_2024-01_colle.ods", "facture_2024-02_outils.pdf", "facture_2024-03_bois.pdf", "facture_2024-03_bois.pdf.bak",
        "facture_2024-04_quincaillerie.pdf", "facture_2024-05_vernis.odt", "facture_2024-06_bois.pdf", "facture_2024-09_colle.pdf",
        "facture_2024-10_bois.pdf", "facture_2024-11_outils.pdf", "facture_2024-12_bois.pdf", "facture_2024_annuelle.pdf",
        "ma_facture_2024-07_bois.pdf", "facture_2025-01_bois.pdf", "devis_2024-02_bois.pdf", "devis_2024-05_vernis.pdf"]) + "\n")
    put("liste-sons-chorale.txt", "\n".join([
        "alto_08_prise1.mp3", "alto_11_prise1.mp3", "basse_10_prise1.mp3", "soprano_09_prise1.mp3", "soprano_10_prise1.mp3",
        "soprano_10_prise2.mp3", "soprano_11_prise1.wav", "soprano_12_prise1.mp3", "soprano_12_prise1.mp3.part",
        "soprano_13_prise1.mp3", "soprano_14_prise3.mp3", "soprano_1_essai.mp3", "soprano_15_prise1.flac", "soprano_17_prise1.mp3",
        "soprano_19_prise2.mp3", "soprano_20_prise1.mp3", "soprano_21_prise1.mp3", "mezzosoprano_16_prise1.mp3", "tenor_12_prise1.mp3"]) + "\n")
    put("liste-cartes-randonnee.txt", "\n".join([
        "carte-nord-2v1.png", "carte-nord-2v2.png", "carte-sud-2v1.png", "carte-est-2v1.png", "carte-sud-2v10.png", "carte-sud-2v3.jpg",
        "carte-sud-2v4.png", "carte-ouest-2v4.png", "carte-est-2v7.png", "carte-est-2v7.png.old", "carte-est-3v2.png",
        "plan-est-2v1.png", "carte-nord-2v.png", "carte-ouest-2v8.png", "carte-ouest-1v8.png"]) + "\n")
    put("liste-photos-chantier.txt", "\n".join([
        "IMG_20230914_007.jpg", "IMG_20231102_118.jpeg", "IMG_20231102_119.jpeg.tmp", "IMG_20240317_042.jpeg", "IMG_20240317_42b.jpg",
        "IMG_20240402_1005.jpg", "IMG_202404_12.jpg", "img_20240511_033.jpg", "IMG_20240512_034.JPG", "IMG_20240630_051.jpg",
        "MIMG_20240701_052.jpg", "IMG-20240702-053.jpg", "IMG_20240702_054.jpeg", "IMG_20240709_.jpg"]) + "\n")
    put("liste-scans-mairie.txt", "\n".join([
        "scan 2022-06 acte12.pdf", "scan 2022-06 acte12 (copie).pdf", "scan 2022-11 acte205.tiff", "Scan 2023-01 acte3.pdf",
        "scan 2023-01 acte7.tif", "scan 2023-02 plan4.pdf", "scan 2023-04 acte.pdf", "scan 2023-05 acte88.pdf", "scan 2023-5 acte89.pdf",
        "scan 2023-09 acte90.tiff", "scan 2023-10 acte91.jpg", "rescan 2023-11 acte92.pdf", "scan 2023-12 acte93.tif", "scan 2024-02 acte94.pdf"]) + "\n")


# --- Pictures whose extension is lost (extensionFichier3) ---

SEGMENTS = {"0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc", "8": "abcdefg", "9": "abcdfg"}
STROKES = {"a": (0, 0, 5, 1), "b": (4, 0, 5, 5), "c": (4, 4, 5, 9), "d": (0, 8, 5, 9), "e": (0, 4, 1, 9), "f": (0, 0, 1, 5), "g": (0, 4, 5, 5)}


def digits(number, scale=8):
    """Rows of booleans: the number, in seven-segment digits."""
    width = (7 * len(number) + 2) * scale
    rows = [[False] * width for _ in range(13 * scale)]
    for k, digit in enumerate(number):
        for s in SEGMENTS[digit]:
            x0, y0, x1, y1 = STROKES[s]
            for y in range((y0 + 2) * scale, (y1 + 2) * scale):
                for x in range((x0 + 2 + 7 * k) * scale, (x1 + 2 + 7 * k) * scale):
                    rows[y][x] = True
    return rows


def png(rows, ink, paper):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    raw = b"".join(b"\0" + bytes(rows_) for rows_ in rows)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0))
            + chunk(b"PLTE", bytes(paper + ink)) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


def bmp(rows, ink, paper):
    """One bit a pixel; rows from the bottom, each on a multiple of four bytes."""
    width, height = len(rows[0]), len(rows)
    stride = (width + 31) // 32 * 4
    data = b""
    for row in reversed(rows):
        line = bytearray(stride)
        for x, on in enumerate(row):
            if on:
                line[x // 8] |= 0x80 >> x % 8
        data += bytes(line)
    palette = bytes(reversed(paper)) + b"\0" + bytes(reversed(ink)) + b"\0"
    return (b"BM" + struct.pack("<IHHI", 62 + len(data), 0, 0, 62)
            + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 1, 0, len(data), 2835, 2835, 2, 2) + palette + data)


def lost():
    put("vestiaire-image-png.dat", png(digits("5283"), (20, 60, 120), (255, 255, 255)))
    put("consigne-image-bmp.dat", bmp(digits("7146"), (120, 30, 20), (255, 255, 240)))


# --- Files known by their first bytes (extensionFichier6) ---

def signatures():
    pdf = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    flac = b"fLaC\x00\x00\x00\x22\x10\x00\x10\x00"
    sevenzip = b"7z\xbc\xaf\x27\x1c\x00\x04"
    gif = b"GIF89a\x40\x00\x30\x00\x91\x00\x00"
    gzip = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03"
    ogg = b"OggS\x00\x02" + bytes(8)
    put("disque-repare-lin.zip", archive([("rec001", flac + noise(11, 900)), ("rec002", pdf + noise(12, 900)), ("rec003", sevenzip + noise(13, 900))]))
    put("disque-repare-axel.zip", archive([("rec101", gif + noise(21, 900)), ("rec102", ogg + noise(22, 900)), ("rec103", gzip + noise(23, 900))]))


# --- Documents that are archives (extensionFichier7) ---

def odt(name, title, creator, last, cycles, paragraphs):
    ns = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    body = "".join(f"<text:p>{p}</text:p>" for p in paragraphs)
    put(name, archive([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", head + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>\n'),
        ("content.xml", head + f'<office:document-content {ns} office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>\n'),
        ("meta.xml", head + f'<office:document-meta {ns} office:version="1.2"><office:meta><dc:title>{title}</dc:title><meta:initial-creator>{creator}</meta:initial-creator><dc:creator>{last}</dc:creator><meta:creation-date>2023-03-02T09:14:00</meta:creation-date><dc:date>2024-01-11T18:40:00</dc:date><meta:editing-cycles>{cycles}</meta:editing-cycles><meta:editing-duration>PT6H12M</meta:editing-duration></office:meta></office:document-meta>\n'),
    ], stored=("mimetype",)))


def docx(name, title, creator, last, revision, paragraphs):
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    put(name, archive([
        ("[Content_Types].xml", head + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>\n'),
        ("_rels/.rels", head + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>\n'),
        ("docProps/core.xml", head + f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><cp:lastModifiedBy>{last}</cp:lastModifiedBy><cp:revision>{revision}</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">2022-10-04T08:20:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2023-06-21T16:05:00Z</dcterms:modified></cp:coreProperties>\n'),
        ("word/document.xml", head + f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}<w:sectPr/></w:body></w:document>\n'),
    ]))


def documents():
    odt("reglement-du-tournoi.odt", "Règlement du tournoi", "Olga Tavernier", "Bruno Castel", 27,
        ["Règlement du tournoi d’échecs de Sault", "Document présenté par Rose Milan, présidente du club.",
         "Article 1. Chaque partie dure au plus une heure.", "Article 2. Un joueur absent au bout de dix minutes perd la partie."])
    docx("charte-du-jardin.docx", "Charte du jardin", "Denis Aubrac", "Salma Ferrand", 34,
         ["Charte du jardin partagé d’Arlens", "Texte lu à l’assemblée par Yves Lorin, secrétaire.",
          "1. L’eau de pluie est utilisée en premier.", "2. Les allées restent libres pour les brouettes."])


# --- Archives (archiveZip2, archiveZip5, archiveZip8) ---

def zips():
    put("sortie-au-chateau.zip", archive([
        ("sortie-au-chateau/", ""), ("sortie-au-chateau/lisez-moi.txt", "Bonjour,\nle programme est dans le dossier « Programme ».\nLe prix à payer est dans le dossier « Inscription ».\n"),
        ("sortie-au-chateau/Programme/", ""),
        ("sortie-au-chateau/Programme/samedi.txt", "Samedi\nDépart du car : 8 h 15\nVisite des tours : 10 h\nRetour : 18 h 30\n"),
        ("sortie-au-chateau/Programme/dimanche.txt", "Dimanche\nDépart du car : 9 h 05\nAtelier blason : 11 h\nRetour : 17 h 45\n"),
        ("sortie-au-chateau/Inscription/", ""), ("sortie-au-chateau/Inscription/tarif.txt", "Adultes : 14 euros\nEnfants : 8 euros\n")]))
    put("stage-de-voile.zip", archive([
        ("stage-de-voile/", ""), ("stage-de-voile/a-lire.txt", "Bienvenue au stage !\nLes groupes sont dans le dossier « Groupes ».\nLa liste du matériel est dans le dossier « Materiel ».\n"),
        ("stage-de-voile/Groupes/", ""),
        ("stage-de-voile/Groupes/debutants.txt", "Débutants\nRendez-vous : 13 h 40\nBateau : optimist\nFin : 16 h 10\n"),
        ("stage-de-voile/Groupes/confirmes.txt", "Confirmés\nRendez-vous : 9 h 20\nBateau : dériveur\nFin : 12 h\n"),
        ("stage-de-voile/Materiel/", ""), ("stage-de-voile/Materiel/liste.txt", "Coupe-vent\nChaussures fermées\nGourde\n")]))
    sentence = "Relevé du jour : rien à signaler, le niveau est normal. "
    def mixed(seed, size, share):
        n = int(size * share)
        return noise(seed, n) + (sentence * (size // 20)).encode()[:size - n]
    put("archive-observatoire.zip", archive([
        ("ciel.dat", mixed(31, 42000, .30)), ("journal.log", mixed(32, 26000, .10)), ("lune.dat", mixed(33, 2000, .22)),
        ("etoiles.dat", mixed(34, 12000, .04)), ("carte.dat", mixed(35, 30000, .16))]))
    put("archive-laboratoire.zip", archive([
        ("mesures.dat", mixed(41, 40000, .34)), ("notes.log", mixed(42, 33000, .15)), ("spectre.dat", mixed(43, 16000, .05)),
        ("capteur.dat", mixed(44, 8000, .07)), ("film.dat", mixed(45, 10000, .90))]))
    for name, what, count, bad, seed in (("releves-de-pluie.zip", "pluie", 12, 8, 51), ("releves-de-vent.zip", "vent", 12, 5, 61)):
        members = []
        for k in range(1, count + 1):
            values = noise(seed + k, 60)
            members.append((f"{what}-{k:02}.csv", f"heure;{what}\n" + "".join(f"{h:02}:00;{values[h * 2] % 90 + 10}\n" for h in range(24))))
        data = bytearray(archive(members, stored=True))
        at = data.index(f"{what}-{bad:02}.csv".encode()) + len(f"{what}-{bad:02}.csv")
        at = data.index(b"14:00;", at) + 6
        data[at] = data[at] + 1 if data[at] < ord("9") else data[at] - 1
        put(name, bytes(data))


# --- Backups to compare (sauvegardeDonnees4) ---

def inventories():
    def table(rows):
        return "fichier;taille_octets;modifie_le\n" + "".join(f"{n};{s};{d}\n" for n, s, d in rows)
    lou = [("album-juin.odp", 8120334, "2024-06-30 18:12"), ("budget.ods", 48211, "2024-11-04 21:07"), ("chants.odt", 30112, "2023-12-02 10:30"),
           ("cv.odt", 22410, "2024-09-18 08:55"), ("herbier.odt", 915003, "2024-05-11 16:41"), ("lettre-bail.odt", 19877, "2024-10-02 19:20"),
           ("mots-de-passe.kdbx", 20480, "2024-11-09 07:31"), ("plan-potager.odg", 77120, "2024-03-03 11:15"), ("recettes.odt", 65200, "2024-08-21 12:00"),
           ("tarot.ods", 15330, "2024-01-14 23:10")]
    sauve = dict((n, (s, d)) for n, s, d in lou)
    sauve["budget.ods"] = (48090, "2024-10-28 20:15")
    sauve["mots-de-passe.kdbx"] = (20480, "2024-09-30 07:02")
    del sauve["lettre-bail.odt"]
    sauve["vieux-carnet.odt"] = (12004, "2021-02-06 09:00")
    put("inventaire-ordinateur-lou.csv", table(lou))
    put("inventaire-sauvegarde-lou.csv", table(sorted(((n, s, d) for n, (s, d) in sauve.items()), key=lambda r: (-r[1], r[0]))))
    omar = [("adherents.ods", 51230, "2024-12-01 17:40"), ("affiche-loto.odg", 340112, "2024-10-15 14:22"), ("bilan-2023.odt", 88410, "2024-01-28 20:51"),
            ("convocation.odt", 17320, "2024-11-22 09:05"), ("dons.ods", 23904, "2024-11-30 18:33"), ("logo.svg", 9120, "2022-04-19 10:10"),
            ("photos-fete.zip", 9400321, "2024-06-23 23:48"), ("statuts.odt", 40115, "2020-09-07 15:00"), ("subvention.odt", 61702, "2024-12-03 11:12"),
            ("tombola.ods", 14002, "2024-03-16 16:16")]
    sauve = dict((n, (s, d)) for n, s, d in omar)
    sauve["adherents.ods"] = (51230, "2024-11-02 18:01")
    sauve["dons.ods"] = (23377, "2024-11-16 10:20")
    del sauve["subvention.odt"]
    sauve["ancien-logo.svg"] = (7733, "2019-01-05 08:30")
    put("inventaire-ordinateur-omar.csv", table(omar))
    put("inventaire-sauvegarde-omar.csv", table(sorted(((n, s, d) for n, (s, d) in sauve.items()), key=lambda r: (-r[1], r[0]))))


for make in (names, lost, signatures, documents, zips, inventories):
    make()
