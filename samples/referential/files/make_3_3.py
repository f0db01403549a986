#!/usr/bin/env python3
"""Makes the attached files of competence 3.3, beside this script. Same bytes each time; standard library only."""
import io
import struct
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent


def text(name, content):
    mark = "\ufeff" if name.endswith(".csv") else ""  # so that spreadsheets read the accents
    (HERE / name).write_bytes((mark + content.lstrip("\n")).encode("utf-8"))


def archive(name, members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as z:
        for member, content in members:
            info = zipfile.ZipInfo(member, (2025, 1, 6, 8, 0, 0))
            info.external_attr = 0o644 << 16
            z.writestr(info, content if isinstance(content, bytes) else content.encode("utf-8"))
    (HERE / name).write_bytes(data.getvalue())


def picture(width, height, dpi, dark, light, step):
    """A PNG of two colours, in diagonal stripes; `dpi` is only what the file declares."""
    period = "".join("1" if (x // step) % 2 else "0" for x in range(2 * step)) * (width // (2 * step) + 3)
    lines = []
    for y in range(height):
        bits = period[y // 8 * 8 % (2 * step):][:width].ljust((width + 7) // 8 * 8, "0")
        lines.append(b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big"))
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    metre = round(dpi / 0.0254)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 3, 0, 0, 0)) + chunk(b"PLTE", bytes(dark + light))
            + chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)) + chunk(b"IDAT", zlib.compress(b"".join(lines), 9)) + chunk(b"IEND", b""))


# --- Pictures to print (preparerImpression5) ---

def prints():
    for name, photos in (
            ("finalite-photos-marche.zip", [("etal.png", 1200, 900, 300, 16), ("halle.png", 2400, 1600, 96, 24), ("panier.png", 2400, 1800, 72, 32), ("place.png", 2200, 2000, 300, 40)]),
            ("finalite-photos-atelier.zip", [("etabli.png", 1800, 1200, 72, 16), ("rabot.png", 1700, 1500, 300, 24), ("scie.png", 900, 600, 300, 32), ("tour.png", 1900, 1100, 150, 40)])):
        archive(name, [(photo, picture(w, h, dpi, (40, 60 + step, 90), (210, 200, 150 + step), step)) for photo, w, h, dpi, step in photos])


# --- Pictures inside a document (choisirFormatDocument7) ---

def heavy():
    for name, title, pictures in (
            ("finalite-dossier-musee.odt", "Le musée de la Lanterne", [("carte", 1600, 1000, "16cm", "10cm"), ("facade", 1200, 900, "4cm", "3cm"), ("escalier", 2400, 1600, "15cm", "10cm"), ("lampe", 600, 600, "5cm", "5cm")]),
            ("finalite-dossier-jardin.odt", "Le jardin des Simples", [("plan", 2600, 1300, "16cm", "8cm"), ("menthe", 700, 700, "7cm", "7cm"), ("outils", 1500, 1000, "6cm", "4cm"), ("ruche", 1000, 750, "2.5cm", "1.875cm")])):
        ns = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
              'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
              'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"')
        xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
        body = f"<text:p>{title}</text:p>" + "".join(
            f'<text:p><draw:frame draw:name="{p}" text:anchor-type="as-char" svg:width="{w}" svg:height="{h}"><draw:image xlink:href="Pictures/{p}.png" xlink:type="simple"/></draw:frame></text:p>'
            for p, _, _, w, h in pictures)
        entries = "".join(f'<manifest:file-entry manifest:full-path="Pictures/{p[0]}.png" manifest:media-type="image/png"/>' for p in pictures)
        archive(name, [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", xml + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
             '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
             f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>{entries}</manifest:manifest>\n'),
            ("content.xml", xml + f"<office:document-content {ns}><office:body><office:text>{body}</office:text></office:body></office:document-content>\n"),
            *[(f"Pictures/{p}.png", picture(w, h, 96, (30, 80, 60 + k * 30), (230, 220, 200), 16 + 8 * k)) for k, (p, w, h, _, _) in enumerate(pictures)]])


# --- Tables to convert (convertirDocument4) ---

def tables():
    text("finalite-catalogue-brocante.csv", """
numero;objet;prix;date_depot
1;Lampe à pétrole;34,50;08/03/2025
2;Chaise;12,00;10/03/2025
3;Miroir, cadre doré;58,90;11/03/2025
4;Boîte à musique;27,25;02/04/2025
5;Table, deux rallonges;140,00;09/04/2025
6;Pendule;75,40;12/04/2025
""")
    text("finalite-stages-musique.csv", """
numero;intitule;tarif;debut
1;Guitare;85,00;07/07/2025
2;Chorale, tous niveaux;42,50;04/08/2025
3;Harpe;96,00;11/08/2025
4;Percussions, enfants;63,80;05/09/2025
5;Flûte;77,20;12/09/2025
6;Improvisation;59,90;03/10/2025
""")


# --- Electronic books (convertirDocument6) ---

def books():
    for name, title, chapters, order in (
            ("finalite-livre-phare.epub", "Les gardiens du phare", ["La tempête", "L’escalier", "La lanterne", "Le ravitaillement", "La brume", "Le départ"], [0, 1, 2, 3, 5]),
            ("finalite-livre-moulin.epub", "Le moulin d’Arlens", ["La meule", "Le bief", "Les sacs", "La crue", "Le meunier", "La roue", "Le pain"], [0, 1, 3, 4, 5, 6])):
        files = [f"texte-{(k * 5 + 3) % 17:02}.xhtml" for k in range(len(chapters))]
        ids = [f"c{(k * 7 + 4) % 23}" for k in range(len(chapters))]
        xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
        doc = lambda heading, body: (xml + '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="fr" lang="fr">'
                                     f"<head><title>{heading}</title></head><body>{body}</body></html>\n")
        items = "\n".join(f'    <item id="{i}" href="{f}" media-type="application/xhtml+xml"/>' for i, f in sorted(zip(ids, files)))
        spine = "\n".join(f'    <itemref idref="{ids[k]}"/>' for k in order)
        nav = "".join(f'<li><a href="{files[k]}">{chapters[k]}</a></li>' for k in order)
        archive(name, [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", xml + '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
             '<rootfile full-path="OEBPS/livre.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'),
            ("OEBPS/livre.opf", xml + f"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="livre" xml:lang="fr">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="livre">{name[:-5]}</dc:identifier>
    <dc:title>{title}</dc:title>
    <dc:language>fr</dc:language>
    <meta property="dcterms:modified">2025-01-06T08:00:00Z</meta>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}
  </manifest>
  <spine>
{spine}
  </spine>
</package>
"""),
            ("OEBPS/nav.xhtml", doc("Sommaire", f'<nav epub:type="toc"><ol>{nav}</ol></nav>')),
            *[(f"OEBPS/{f}", doc(c, f"<h1>{c}</h1><p>Chapitre du livre « {title} ».</p>")) for f, c in sorted(zip(files, chapters))]])


# --- Style sheets (adapterEcran6) ---

def grids():
    text("finalite-grille-agenda.css", """
/* Page de l'agenda : 1 rem = 16 px */
.liste { display: grid; grid-template-columns: repeat(4, 1fr); font-size: 16px; }

@media (max-width: 1100px) {
  .liste { grid-template-columns: repeat(3, 1fr); }
}

@media (max-width: 600px) {
  .liste { grid-template-columns: 1fr; font-size: 20px; }
}

@media (max-width: 900px) {
  .liste { grid-template-columns: repeat(2, 1fr); font-size: 18px; }
}

@media (min-width: 500px) and (orientation: landscape) {
  .liste { font-size: 15px; }
}

@media print {
  .liste { grid-template-columns: repeat(5, 1fr); font-size: 11px; }
}
""")
    text("finalite-grille-galerie.css", """
/* Page de la galerie */
.photos { display: grid; grid-template-columns: 1fr; font-size: 19px; }

@media (min-width: 1200px) {
  .photos { grid-template-columns: repeat(6, 1fr); font-size: 14px; }
}

@media (min-width: 480px) {
  .photos { grid-template-columns: repeat(2, 1fr); font-size: 17px; }
}

@media (min-width: 800px) and (max-width: 1400px) {
  .photos { grid-template-columns: repeat(3, 1fr); }
}

@media (min-width: 700px) and (orientation: portrait) {
  .photos { font-size: 21px; }
}

@media print {
  .photos { grid-template-columns: repeat(4, 1fr); font-size: 10px; }
}
""")


# --- Pages to make accessible (rendreAccessible3, 4, 5, 8) ---

def html(name, title, body, style=""):
    text(name, f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; line-height: 1.5; max-width: 46em; margin: 2em auto; padding: 0 1em; }}
{style.strip()}
</style>
</head>
<body>
{body.strip()}
</body>
</html>
""")


def pages():
    html("finalite-page-refuge.html", "Le refuge d’Aspre", """
<h1>Le refuge d’Aspre</h1>
<p>Les images de cette page ne sont pas fournies : le navigateur affiche leur texte de remplacement, quand il existe.</p>
<img src="feston.png" alt="" class="decor">
<p>Le refuge est ouvert de juin à septembre.</p>
<img src="facade.jpg" alt="Le refuge, une maison de pierre à deux étages, vu du sentier">
<p>Pour venir à pied depuis le parking :</p>
<img src="acces.png">
<p>Les tarifs de la saison :</p>
<img src="tarifs.png" alt="IMG_20250611_tarifs.png">
<p>La vue depuis la terrasse :</p>
<img src="terrasse.jpg" alt="Depuis la terrasse, le lac et trois sommets enneigés">
<img src="filet.png" alt="" class="decor">
""")
    html("finalite-page-fanfare.html", "La fanfare du Sault", """
<h1>La fanfare du Sault</h1>
<p>Les fichiers des images manquent : à leur place, le navigateur montre le texte de remplacement, s’il y en a un.</p>
<img src="groupe.jpg" alt="Les vingt musiciens de la fanfare, en veste rouge, devant le kiosque">
<p>Les dates de la tournée sont sur l’affiche :</p>
<img src="affiche.png" alt="image">
<img src="notes.png" alt="" class="decor">
<p>Où nous trouver le jour du concert :</p>
<img src="plan.png">
<p>Notre nouvelle venue :</p>
<img src="tuba.jpg" alt="Une jeune musicienne souffle dans un tuba plus grand qu’elle">
<img src="ligne.png" alt="" class="decor">
""")
    html("finalite-titres-guide.html", "Guide du nouvel adhérent", """
<h1>Guide du nouvel adhérent</h1>
<h2>Bienvenue</h2>
<h2>S’inscrire</h2>
<h3>Les pièces à fournir</h3>
<h3>Les tarifs</h3>
<h4>Réduction pour les familles</h4>
<h2>Emprunter du matériel</h2>
<h4>La caution</h4>
<h3>Les retours</h3>
<h2>Participer</h2>
<h3>Le bureau</h3>
<h4>Le calendrier des réunions</h4>
<h3>La fête annuelle</h3>
""", "h4 { font-size: 1.17em; }")
    html("finalite-titres-rapport.html", "Rapport d’activité", """
<h1>Rapport d’activité</h1>
<h2>L’année en bref</h2>
<h3>Les chiffres</h3>
<h4>Fréquentation</h4>
<h4>Recettes</h4>
<h2>Les ateliers</h2>
<h3>La reliure</h3>
<h5>Le matériel acheté</h5>
<h4>Les participants</h4>
<h3>La gravure</h3>
<h2>Les projets</h2>
<h3>Le fonds ancien</h3>
<h4>La numérisation</h4>
""", "h5 { font-size: 1em; }")
    for name, title, pairs in (
            ("finalite-couleurs-orval.html", "Ville d’Orval", [("bandeau", "#FFFFFF", "#1F5A7A"), ("chapeau", "#5C6670", "#FFFFFF"), ("rappel", "#767676", "#FFFFFF"), ("date", "#777777", "#FFFFFF"), ("alerte", "#9C2A10", "#FDF1E3")]),
            ("finalite-couleurs-festival.html", "Festival du val", [("programme", "#2B2B2B", "#F5EFE0"), ("accroche", "#C2410C", "#FFFFFF"), ("lieu", "#0B6E4F", "#FFFFFF"), ("horaire", "#008E00", "#FFFFFF"), ("contact", "#4B4FA8", "#F2F2F2")]),
            ("finalite-couleurs-club.html", "Club de voile", [("menu", "#12355B", "#E8F1F8"), ("resultat", "#D64B00", "#FFFFFF"), ("meteo", "#006A8E", "#FFFFFF"), ("consigne", "#6B6B6B", "#FAFAFA"), ("archive", "#7A5AA6", "#FFFFFF")])):
        style = "\n".join(f".{c} {{ color: {fore}; background-color: {back}; font-size: 16px; padding: .5em; }}" for c, fore, back in pairs)
        html(name, title, f"<h1>{title}</h1>\n" + "\n".join(f'<p class="{c}">Texte de la classe « {c} »</p>' for c, _, _ in pairs), style)
    html("finalite-formulaire-atelier.html", "Inscription à l’atelier", """
<h1 id="titre">Inscription à l’atelier</h1>
<form>
<p><label for="champ-nom">Nom</label> <input id="champ-nom" name="nom"></p>
<p><label>Prénom <input id="champ-prenom" name="prenom"></label></p>
<p><span id="aide-courriel">Adresse pour la réponse</span> <label for="champ-courriel">Courriel</label> <input id="champ-courriel" name="courriel" aria-labelledby="aide-courriel"></p>
<p>Téléphone <input id="champ-telephone" name="telephone" aria-label="Numéro de téléphone"></p>
<p><span id="texte-commune">Commune</span> <input id="champ-commune" name="commune" aria-describedby="texte-commune"></p>
<p><label for="champ-jour">Jour choisi</label> <select id="champ-jour" name="jour"><option>Mardi</option><option>Samedi</option></select></p>
<p><input id="champ-accord" type="checkbox" name="accord" aria-labelledby="titre texte-accord"> <span id="texte-accord">J’accepte le règlement</span></p>
</form>
""")
    html("finalite-formulaire-don.html", "Faire un don", """
<h1 id="don">Faire un don</h1>
<form>
<p><span id="lib-somme">Somme en euros</span> <input id="zone-somme" name="somme" aria-labelledby="lib-somme"></p>
<p><label for="zone-nom">Nom</label> <input id="zone-nom" name="nom" aria-label="Nom du donateur"></p>
<p><label>Adresse <textarea id="zone-adresse" name="adresse"></textarea></label></p>
<p><label for="zone-pays-liste">Pays</label> <select id="zone-pays" name="pays"><option>Belgique</option><option>France</option></select></p>
<p><span id="lib-date">Date du don</span> <input id="zone-date" name="date" type="date" aria-labelledby="don lib-date"></p>
<p><input id="zone-recu" type="checkbox" name="recu"> <label for="zone-recu">Je souhaite un reçu</label></p>
<p><label for="zone-mot">Un mot</label> <input id="zone-mot" name="mot" aria-describedby="lib-somme"></p>
</form>
""")


# --- House style (adapterPublic3) ---

def charters():
    text("finalite-charte-orme.txt", """
Charte graphique de la mutuelle de l'Orme

Titres          : #1A5276, police Lato, graisse 700
Texte courant   : #333333, police Lato, graisse 400
Liens           : #1E8449, police Lato, graisse 400, soulignés
Boutons         : fond #1A5276, texte #FFFFFF, police Lato, graisse 700
Encadrés        : fond #EAF2F8, texte #333333, police Lato, graisse 400
Notes           : #5D6D7E, police Lato, graisse 400
""")
    text("finalite-style-orme.css", """
.titre   { color: #1A5276; font-family: "Lato"; font-weight: 700; }
.texte   { color: #333333; font-family: "Lato"; font-weight: 400; }
.lien    { color: #1E8449; font-family: "Lato"; font-weight: 400; text-decoration: underline; }
.bouton  { background-color: #1A5726; color: #FFFFFF; font-family: "Lato"; font-weight: 700; }
.encadre { background-color: #EAF2F8; color: #333333; font-family: "Lato"; font-weight: 400; }
.note    { color: #5D6D7E; font-family: "Lato"; font-weight: 400; }
""")
    text("finalite-charte-marelle.txt", """
Charte graphique de la banque Marelle

Titres          : #6C3483, police Karla, graisse 800
Texte courant   : #2C2C2C, police Karla, graisse 400
Liens           : #B9770E, police Karla, graisse 400, soulignés
Boutons         : fond #6C3483, texte #FFFFFF, police Karla, graisse 800
Encadrés        : fond #F4ECF7, texte #2C2C2C, police Karla, graisse 400
Notes           : #626567, police Karla, graisse 400
""")
    text("finalite-style-marelle.css", """
.titre   { color: #6C3483; font-family: "Karla"; font-weight: 800; }
.texte   { color: #2C2C2C; font-family: "Karla"; font-weight: 400; }
.lien    { color: #B9770E; font-family: "Karla"; font-weight: 400; text-decoration: underline; }
.bouton  { background-color: #6C3483; color: #FFFFFF; font-family: "Karla"; font-weight: 800; }
.encadre { background-color: #F4EFC7; color: #2C2C2C; font-family: "Karla"; font-weight: 400; }
.note    { color: #626567; font-family: "Karla"; font-weight: 400; }
""")


# --- Subtitles (adapterPublic6) ---

def subtitles():
    def stamp(ms):
        return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"
    for name, start, cues in (
            ("finalite-soustitres-four.srt", 2000, [
                (2400, "Bienvenue au fournil d’Arlens."), (3200, "Ici, le pain se prépare la nuit."), (4600, "Le boulanger allume son four à bois\ndès deux heures du matin."),
                (2600, "Il pèse la farine avec soin."), (3900, "Puis il ajoute l’eau, le sel\net un peu de levain."), (2300, "La pâte doit reposer longtemps,\nau moins quatre heures."),
                (3600, "Pendant ce temps, le four chauffe\npeu à peu."), (2800, "On forme les boules à la main."), (5200, "Chacune est posée dans un panier en osier\npour une dernière pause."),
                (3000, "Le four est enfin assez chaud."), (4200, "Les pains cuisent quarante minutes\nsur la pierre."), (2500, "La croûte chante en refroidissant.")]),
            ("finalite-soustitres-bac.srt", 1500, [
                (2600, "Le bac traverse la rade."), (3400, "Il relie Saline à l’île d’Ombrelle."), (3900, "Par beau temps, le voyage dure\ntrente-cinq minutes."), (5600, "Le capitaine surveille les courants, le vent\net les voiliers."),
                (2500, "À bord, on peut rester dehors."), (3700, "Les vélos sont attachés à l’avant,\nles voitures au centre."), (2900, "Au large passe un phare éteint."), (3100, "Des oiseaux suivent le sillage."),
                (4100, "Le mécanicien descend vérifier\nles deux moteurs."), (1900, "L’île apparaît soudain derrière\nun rideau de brume."), (2700, "Les cordages sont lancés."), (3000, "Tout le monde descend à terre.")])):
        at, blocks = start, []
        for n, (length, words) in enumerate(cues, 1):
            blocks.append(f"{n}\n{stamp(at)} --> {stamp(at + length)}\n{words}\n")
            at += length + 300
        text(name, "\n".join(blocks))


if __name__ == "__main__":
    for make in (prints, heavy, tables, books, grids, pages, charters, subtitles):
        make()
