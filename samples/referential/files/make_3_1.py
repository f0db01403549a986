#!/usr/bin/env python3
"""Makes the attached files of competence 3.1, beside this script. Same bytes each time; standard library only."""
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent


def sheet(name, rows):
    (HERE / name).write_bytes(("\ufeff" + "".join(";".join(map(str, row)) + "\n" for row in rows)).encode("utf-8"))


def archive(name, files):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_STORED) as z:
        for path, data in files:
            info = zipfile.ZipInfo(path, (2025, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            z.writestr(info, data.lstrip("\n").encode("utf-8"))


# A document is a list of paragraphs: (style, paragraph settings, runs), a run is (text, character settings).
# Styles: "" or "1", "2", "3" (headings). Settings are dictionaries, see below.
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ODF = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")))
SIZES = {"1": 20, "2": 15, "3": 13}


def odt(name, paragraphs):
    auto, body = [], []

    def make(family, paragraph, character, parent=""):
        id = f"{family[0].upper()}{len(auto) + 1}"
        p = "".join(f' {k}="{v}"' for k, v in (
            ("fo:margin-left", paragraph.get("left")), ("fo:margin-right", paragraph.get("right")), ("fo:text-align", paragraph.get("align"))) if v)
        c = "".join(f' {k}="{v}"' for k, v in (
            ("fo:font-weight", "bold" if character.get("bold") else None), ("fo:font-style", "italic" if character.get("italic") else None),
            ("style:text-underline-style", "solid" if character.get("underline") else None), ("fo:color", character.get("colour")),
            ("style:font-name", character.get("font")), ("fo:font-size", f'{character["size"]}pt' if "size" in character else None)) if v)
        auto.append(f'<style:style style:name="{id}" style:family="{family}"' + (f' style:parent-style-name="{parent}"' if parent else "") + ">"
                    + (f"<style:paragraph-properties{p}/>" if p else "") + (f"<style:text-properties{c}/>" if c else "") + "</style:style>")
        return id

    fonts = sorted({c["font"] for _, _, runs in paragraphs for _, c in runs if "font" in c})
    for style, settings, runs in paragraphs:
        parent = f"Heading_20_{style}" if style else "Standard"
        id = make("paragraph", settings, {}, parent) if settings else parent
        inner = "".join(f'<text:span text:style-name="{make("text", {}, c)}">{escape(t)}</text:span>' if c else escape(t) for t, c in runs)
        body.append(f'<text:h text:style-name="{id}" text:outline-level="{style}">{inner}</text:h>' if style else f'<text:p text:style-name="{id}">{inner}</text:p>')
    content = (HEAD + f'<office:document-content {ODF} office:version="1.2"><office:font-face-decls>'
               + "".join(f'<style:font-face style:name="{f}" svg:font-family="\'{f}\'"/>' for f in fonts) + "</office:font-face-decls><office:automatic-styles>"
               + "".join(auto) + "</office:automatic-styles><office:body><office:text>" + "\n".join(body) + "</office:text></office:body></office:document-content>\n")
    archive(name, [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("styles.xml", odt_styles()), ("META-INF/manifest.xml", ODT_MANIFEST)])


def odt_styles():
    return (HEAD + f'<office:document-styles {ODF} office:version="1.2"><office:styles>'
            '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt" fo:language="fr" fo:country="FR"/></style:default-style>'
            '<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>'
            + "".join(f'<style:style style:name="Heading_20_{n}" style:display-name="Heading {n}" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Standard" '
                      f'style:default-outline-level="{n}" style:class="text"><style:text-properties fo:font-size="{s}pt" fo:font-weight="bold"/></style:style>' for n, s in SIZES.items())
            + "</office:styles></office:document-styles>\n")


ODT_MANIFEST = HEAD + """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx_body(paragraphs):
    body = []
    for style, settings, runs in paragraphs:
        twips = lambda length: str(round(float(length[:-2]) * 567))
        p = f'<w:pStyle w:val="Titre{style}"/>' if style else ""
        if "left" in settings or "right" in settings:
            p += f'<w:ind w:left="{twips(settings.get("left", "0cm"))}" w:right="{twips(settings.get("right", "0cm"))}"/>'
        if "align" in settings:
            p += f'<w:jc w:val="{dict(justify="both", end="right", start="left").get(settings["align"], settings["align"])}"/>'
        out = ""
        for t, c in runs:
            r = f'<w:rFonts w:ascii="{c["font"]}" w:hAnsi="{c["font"]}" w:cs="{c["font"]}"/>' if "font" in c else ""
            r += ("<w:b/>" if c.get("bold") else "") + ("<w:i/>" if c.get("italic") else "")
            r += f'<w:color w:val="{c["colour"][1:].upper()}"/>' if "colour" in c else ""
            r += f'<w:sz w:val="{2 * c["size"]}"/>' if "size" in c else ""
            r += '<w:u w:val="single"/>' if c.get("underline") else ""
            out += "<w:r>" + (f"<w:rPr>{r}</w:rPr>" if r else "") + f'<w:t xml:space="preserve">{escape(t)}</w:t></w:r>'
        body.append("<w:p>" + (f"<w:pPr>{p}</w:pPr>" if p else "") + out + "</w:p>")
    return "\n".join(body)


def docx(name, paragraphs, parts=(), end=""):
    """parts: (file, kind, xml) of further parts; end: what stands in the section's settings."""
    styles = (HEAD + f'<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>'
              '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
              + "".join(f'<w:style w:type="paragraph" w:styleId="Titre{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
                        f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{int(n) - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{2 * s}"/></w:rPr></w:style>' for n, s in SIZES.items())
              + "</w:styles>\n")
    document = HEAD + f"<w:document {WORD}><w:body>{docx_body(paragraphs)}<w:sectPr>{end}</w:sectPr></w:body></w:document>\n"
    all_parts = [("styles.xml", "styles", styles), *parts]
    archive(name, [
        ("[Content_Types].xml", HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>'
         + "".join(f'<Override PartName="/word/{f}" ContentType="{KIND}.{k}+xml"/>' for f, k, _ in all_parts) + "</Types>\n"),
        ("_rels/.rels", HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>\n'),
        ("word/_rels/document.xml.rels", HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         + "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{k}" Target="{f}"/>' for n, (f, k, _) in enumerate(all_parts, 1)) + "</Relationships>\n"),
        ("word/document.xml", document), *[(f"word/{f}", x) for f, _, x in all_parts]])


P = lambda text, **settings: ("", settings, [(text, {})])
H = lambda level, text: (str(level), {}, [(text, {})])


# --- Long journals to search in (editionTexte2, editionTexte4) ---

def journals():
    sky = ["Brouillard épais jusqu’à midi.", "Vent d’ouest, ciel clair.", "Pluie fine toute la matinée.", "Le brouillard est revenu avec la nuit.",
           "Grand soleil, pas un souffle.", "Grains violents, mer forte.", "Gelée blanche sur la passerelle."]
    work = ["J’ai repeint la rambarde du côté de la mer.", "Le ravitaillement du mercredi est arrivé en retard.", "Nettoyé les vitres de la lanterne.",
            "Un merle s’est posé sur le balcon.", "Le café avait un goût amer ce matin.", "Vérifié la corne de brume.",
            "Mer plate : j’ai sorti le canot.", "Le poêle recommence à fumer.", "Rangé les bidons au pied de la tour."]
    end = ["Feu allumé à l’heure.", "Aucun navire en vue, la mer est vide.", "Trois cargos au large.", "Remercié le pilote, qui a laissé des journaux.", "Rien d’autre à noter."]
    odt("journal-phare.odt", [H(1, "Journal du phare de la Roche-aux-Moines")] + [
        P(f"{day}{'er' * (day == 1)} mars. {sky[(day * 3) % 7]} {work[(day * 5) % 9]} {end[(day * 2) % 5]}") for day in range(1, 32)])
    sky = ["Neige lourde au réveil.", "Ciel bleu, les crêtes brillent.", "Nuages bas sur le vallon.", "Orage en fin de journée.", "Vent du nord, glacial."]
    work = ["Une marmotte a sifflé derrière la citerne.", "Le colis de la poste est monté par l’hélicoptère.", "Deux randonneurs redescendent du col.",
            "Recollé la semelle d’un client.", "Col fermé par une coulée.", "Les marmottes sortent près du torrent.", "L’école du village est venue dormir ici.",
            "Vérifié les paliers du protocole d’alerte.", "Préparé une collation pour douze.", "Lavé les couvertures du dortoir."]
    end = ["Le col reste dangereux.", "Couché tôt.", "La marmotte boiteuse a disparu.", "Dix-huit nuitées.", "Le troupeau a passé le col sans bruit.", "Il manque du bois.", "Repos."]
    docx("carnet-refuge.docx", [H(1, "Carnet du refuge des Trois-Sources")] + [
        P(f"{day}{'er' * (day == 1)} juin. {sky[(day * 2) % 5]} {work[(day * 3) % 10]} {end[(day * 4) % 7]}") for day in range(1, 31)])


# --- Words and paragraphs with a look of their own (miseEnForme1, 2, 4) ---

def looks():
    bold, red, size = dict(bold=True), dict(colour="#c00000"), dict(size=22, bold=True)
    odt("affiche-loto.odt", [
        ("", dict(align="center"), [("Grand loto du quartier", size)]),
        ("", {}, [("Samedi à ", {}), ("vingt heures", bold), (", dans la ", {}), ("grande", dict(underline=True)), (" salle de la ", {}), ("Verrerie", dict(italic=True)), (".", {})]),
        ("", {}, [("Un ", {}), ("vélo", red), (" à gagner, et beaucoup de lots pour les ", {}), ("enfants", bold), (".", {})]),
        ("", {}, [("Buvette tenue par les ", {}), ("voisins", red), (".", {})])])
    docx("invitation-vernissage.docx", [
        ("", dict(align="center"), [("Vernissage", size)]),
        ("", {}, [("L’atelier expose ses ", {}), ("gravures", dict(italic=True)), (" et ses ", {}), ("moulages", bold), (" dès ", {}), ("jeudi", red), (".", {})]),
        ("", {}, [("Entrée par la ", {}), ("cour", bold), (", sonner à la porte ", {}), ("verte", red), (" ; on ferme à ", {}), ("minuit", dict(underline=True)), (".", {})]),
        ("", {}, [("Merci de ", {}), ("répondre", dict(italic=True)), (" avant lundi.", {})])])
    odt("lettre-bailleur.odt", [
        ("", {}, [("Rose Amblard, 4 rue du Puits, Orval", dict(font="Arial", size=11))]),
        ("", dict(align="end"), [("Orval, le 3 février 2025", dict(font="Georgia", size=13))]),
        ("", {}, [("Objet : fuite dans la cuisine", dict(font="Arial", size=12, bold=True))]),
        ("", {}, [("Madame, monsieur, une fuite est apparue sous l’évier de la cuisine. Je vous remercie de faire venir un plombier.", dict(font="Arial", size=12))]),
        ("", {}, [("Rose Amblard", dict(font="Verdana", size=14))])])
    docx("lettre-club.docx", [
        ("", {}, [("Club de tir à l’arc, allée des Saules, Sault", dict(font="Tahoma", size=10))]),
        ("", dict(align="end"), [("Sault, le 9 septembre 2024", dict(font="Tahoma", size=12))]),
        ("", {}, [("Objet : rentrée du club", dict(font="Courier New", size=15))]),
        ("", {}, [("Chers parents, les séances reprennent mercredi. Pensez au certificat et à des chaussures fermées.", dict(font="Tahoma", size=12))]),
        ("", {}, [("Le bureau", dict(font="Georgia", size=14))])])
    long = "On y vient à pied, par le chemin creux, entre deux haies de noisetiers et de prunelliers ; il faut compter une heure depuis la gare."
    odt("bulletin-jardin.odt", [
        H(1, "Bulletin du jardin"), P("Arrosage : le soir, au pied, jamais sur les feuilles. " + long, left="1cm", right="3cm", align="start"),
        P("Semis : attendre que la terre soit tiède, et semer clair. " + long, left="3cm", right="2cm", align="justify"),
        P("Récolte : le matin, après la rosée, avec un couteau propre. " + long, left="2cm", right="1cm", align="start")])
    docx("bulletin-musee.docx", [
        H(1, "Bulletin du musée"), P("Vitrines : elles ont été nettoyées pendant la fermeture. " + long, left="2cm", right="4cm", align="justify"),
        P("Visites : un guide vous attend chaque dimanche. " + long, left="1cm", right="1cm", align="start"),
        P("Réserves : elles ouvrent au public deux jours par an. " + long, left="4cm", right="1cm", align="justify")])


# --- A title that is not one (structureDocument4) ---

def plans():
    fake = lambda text, size: ("", {}, [(text, dict(bold=True, size=size))])
    docx("rapport-haies.docx", [
        H(1, "Les haies de la commune"), P("Ce rapport décrit l’état des haies, relevé au printemps."),
        H(2, "Méthode"), P("Trois équipes ont suivi chacune dix kilomètres de chemin."),
        H(2, "Essences rencontrées"), P("Le noisetier domine, devant l’aubépine et le charme."),
        fake("Oiseaux observés", 15), P("La fauvette grisette a été vue sur vingt-deux tronçons."),
        H(1, "Ce qu’il faudrait faire"), P("Les haies coupées trop court ne donnent plus de baies."),
        H(2, "Replanter"), P("Six cents plants suffiraient à relier les deux bois."),
        H(2, "Entretenir"), P("Une taille tous les trois ans, hors période de nids.")])
    odt("guide-compost.odt", [
        H(1, "Réussir son compost"), P("Un compost se nourrit de matières vertes et de matières brunes."),
        H(2, "Choisir la place"), P("À mi-ombre, à même la terre."),
        H(2, "Remplir"), P("Alterner épluchures et feuilles mortes."),
        H(1, "Suivre le compost"), P("Une fois par semaine, on soulève et on mélange."),
        fake("Mesurer l’humidité", 15), P("Serrée dans la main, la matière doit laisser perler une goutte."),
        H(2, "Éviter les odeurs"), P("Ajouter du brun, aérer."),
        H(1, "Récolter"), P("Au bout de dix mois, tamiser et garder le reste pour le tas suivant.")])


# --- Styles that inherit from one another (structureDocument7) ---

def inherited(name, styles, paragraphs):
    rows = "\n".join(f'  <style:style style:name="{n}" style:family="paragraph"' + (f' style:parent-style-name="{p}"' if p else "") + f'><style:text-properties{s and f" fo:font-size={chr(34)}{s}{chr(34)}"}/></style:style>' for n, p, s in styles)
    body = "\n".join(f'  <text:p text:style-name="{s}">{t}</text:p>' for s, t in paragraphs)
    (HERE / name).write_bytes(f"""{HEAD}<office:document {ODF} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
 <office:styles>
{rows}
 </office:styles>
 <office:body><office:text>
{body}
 </office:text></office:body>
</office:document>
""".encode("utf-8"))


def inheritances():
    inherited("notice-chaudiere.fodt", [("Standard", "", "12pt"), ("Texte", "Standard", ""), ("Remarque", "Texte", "75%"), ("Alerte", "Remarque", "200%"),
        ("Fiche", "Texte", "10pt"), ("Rappel", "Fiche", "150%")], [
        ("Texte", "Cette notice accompagne la chaudière du gymnase."), ("Remarque", "Elle se lit avant la mise en route."),
        ("Alerte", "Attention : couper le courant avant d’ouvrir le capot."), ("Fiche", "Pression normale : 1,5 bar."), ("Rappel", "Rappel : purger deux fois par an.")])
    inherited("livret-atelier.fodt", [("Standard", "", "10pt"), ("Courant", "Standard", "120%"), ("Encart", "Courant", "150%"), ("Bandeau", "Encart", ""),
        ("Outil", "Courant", "8pt"), ("Danger", "Outil", "175%")], [
        ("Courant", "Bienvenue à l’atelier de menuiserie."), ("Bandeau", "Avant de commencer, attachez vos cheveux."), ("Encart", "Les lunettes sont obligatoires."),
        ("Outil", "Ciseau à bois, 18 mm."), ("Danger", "Danger : scie à ruban réservée aux encadrants.")])


# --- People to write to (insertionDocument5) ---

def people():
    names = ["Abadie", "Bonnet", "Carlier", "Da Silva", "Etcheverry", "Fontaine", "Girard", "Haddad", "Imbert", "Jolivet", "Kaya", "Lemoine",
             "Marchal", "Nguyen", "Ollier", "Perrin", "Quéré", "Ribeiro", "Sarr", "Tissot", "Urbain", "Vidal", "Weiss", "Zeller"]
    first = ["Lou", "Milo", "Anouk", "Rayan", "Célia", "Sacha", "Inaya", "Tom"]
    sheet("adherents-atelier.csv", [("nom", "prenom", "atelier", "mineur", "paye")] + [
        (names[k], first[(5 * k) % 8], ["Poterie", "Gravure", "Poterie", "Vitrail"][k % 4], ["oui", "non", "oui", "oui", "non"][k % 5], ["non", "oui", "non"][k % 3])
        for k in ((7 * i + 3) % 24 for i in range(24))])
    sheet("inscrits-sejour.csv", [("nom", "prenom", "destination", "interne", "dossier")] + [
        (names[(11 * k + 4) % 24], first[(3 * k + 1) % 8], ["Vercors", "Aubrac", "Vercors"][k % 3], ["non", "oui", "oui", "non"][k % 4], ["complet", "incomplet", "incomplet", "complet", "complet"][k % 5])
        for k in ((5 * i + 2) % 24 for i in range(24))])


# --- Texts saved in old encodings (formatTexte6) ---

def encodings():
    mill = "Moulin de la Bézègue\n\nHoraires d'été : de 9 h à 18 h, sauf le dimanche.\nLe meunier reçoit les élèves dès la rentrée, sur rendez-vous.\nÀ goûter sur place : crêpes, pâtés et gâteaux.\n"
    (HERE / "encodage-moulin.txt").write_bytes(mill.encode("cp850"))
    orchard = "Verger de l'Hôpital\n\nCueillette à la ferme : pêches, cerises, coings.\nLes variétés anciennes mûrissent après le quinze août.\nÉchelles et paniers prêtés à l'entrée ; goûter offert aux élèves.\n"
    (HERE / "encodage-verger.txt").write_bytes(orchard.encode("mac_roman"))


# --- Documents that no longer open (formatTexte8) ---

def broken():
    foot = f"<w:ftr {WORD}>" + docx_body([("", {}, [("Association des Rives, ", {}), ("page de garde", dict(italic=True))])]) + "</w:ftr>\n"
    header = f"<w:hdr {WORD}>" + docx_body([("", dict(align="end"), [("Rapport moral 2024", dict(bold=True))])]) + "</w:hdr>\n"
    assert foot.count("</w:rPr>") == 1
    docx("rapport-abime.docx", [H(1, "Rapport moral"), P("L’année a été marquée par la crue de mai."), H(2, "Actions"), P("Onze chantiers, quatre-vingts bénévoles.")],
         [("header1.xml", "header", HEAD + header), ("footer1.xml", "footer", HEAD + foot.replace("</w:rPr>", ""))],
         '<w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>')
    styles = odt_styles()
    spoilt = styles.replace('fo:margin-bottom="0.2cm"/></style:style>', 'fo:margin-bottom="0.2cm"/>', 1)
    assert spoilt != styles
    content = (HEAD + f'<office:document-content {ODF} office:version="1.2"><office:body><office:text><text:h text:style-name="Heading_20_1" text:outline-level="1">Recueil de contes</text:h>'
               '<text:p text:style-name="Standard">Il était une fois un puits qui ne rendait jamais l’eau.</text:p></office:text></office:body></office:document-content>\n')
    archive("recueil-abime.odt", [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("styles.xml", spoilt),
        ("meta.xml", HEAD + '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>\n'),
        ("META-INF/manifest.xml", ODT_MANIFEST.replace("</manifest:manifest>", '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>\n</manifest:manifest>'))])


if __name__ == "__main__":
    for make in (journals, looks, plans, inheritances, people, encodings, broken):
        make()
