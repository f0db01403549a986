#!/usr/bin/env python3
"""Makes the attached files of competence 5.2, beside this script. Same bytes each time; standard library only."""
import hashlib
import json
import struct
from pathlib import Path

HERE = Path(__file__).resolve().parent


def text(name, content):
    (HERE / name).write_bytes(content.lstrip("\n").encode("utf-8"))


def sheet(name, head, rows):
    lines = [";".join(head)] + [";".join(str(v) for v in row) for row in rows]
    (HERE / name).write_bytes(("\ufeff" + "\n".join(lines) + "\n").encode("utf-8"))


def page(name, title, body):
    text(name, f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; line-height: 1.5; max-width: 50em; margin: 2em auto; padding: 0 1em; }}
table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #888; padding: .3em .8em; text-align: left; }}
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
    top = "<tr>" + cells("th", head) + "</tr>\n" if head else ""
    return "<table>\n" + top + "\n".join(f"<tr>{cells('td', r)}</tr>" for r in rows) + "\n</table>"


# --- Product sheets (composantOrdinateur3) and memory modules (composantOrdinateur5) ---

def computers():
    page("equip-fiche-altair.html", "Altaïr 14, ordinateur portable", table((), [
        ("Processeur", "Novacore 7, 8 cœurs, 3,2 GHz, 18 Mo de cache"), ("Affichage", "Lumen 4 avec 6 Go de mémoire dédiée, écran de 14 pouces"),
        ("RAM", "16 Go DDR5 (2 × 8 Go), extensible à 64 Go"), ("SSD", "512 Go NVMe"), ("Lecteur de cartes", "microSD, jusqu’à 1 To, carte non fournie"),
        ("Connectique", "2 USB-C, 1 USB-A, 1 HDMI, prise casque"), ("Batterie", "57 Wh"), ("Masse", "1,38 kg")]))
    page("equip-fiche-boreal.html", "Boréal 15, ordinateur portable", table((), [
        ("Processeur", "Silis 5, 6 cœurs, 2,8 GHz, 12 Mo de cache"), ("Affichage", "Prisme 2 avec 4 Go de mémoire dédiée, écran de 15,6 pouces"),
        ("SSD", "256 Go NVMe"), ("RAM", "12 Go DDR4 (4 Go soudés et 8 Go en barrette), extensible à 36 Go"),
        ("Services", "1 To de stockage en ligne offert pendant un an"), ("Connectique", "1 USB-C, 3 USB-A, 1 HDMI, 1 RJ45"), ("Batterie", "48 Wh"), ("Masse", "1,75 kg")]))
    head = ("reference", "format", "type", "contenu", "prix_eur")
    sheet("equip-barrettes-portable.csv", head, [
        ("MEM-104", "SO-DIMM", "DDR4", "1 × 8 Go", 21), ("MEM-117", "DIMM", "DDR4", "1 × 16 Go", 35), ("MEM-122", "SO-DIMM", "DDR5", "1 × 16 Go", 49),
        ("MEM-131", "SO-DIMM", "DDR4", "1 × 32 Go", 68), ("MEM-138", "SO-DIMM", "DDR4", "2 × 16 Go", 71), ("MEM-146", "SO-DIMM", "DDR4", "1 × 16 Go", 37),
        ("MEM-150", "SO-DIMM", "DDR3", "1 × 8 Go", 19)])
    sheet("equip-barrettes-tour.csv", head, [
        ("BAR-21", "DIMM", "DDR5", "1 × 48 Go", 139), ("BAR-24", "SO-DIMM", "DDR5", "1 × 32 Go", 92), ("BAR-27", "DIMM", "DDR5", "1 × 16 Go", 52),
        ("BAR-33", "DIMM", "DDR5", "1 × 32 Go", 95), ("BAR-35", "DIMM", "DDR4", "1 × 32 Go", 71), ("BAR-38", "DIMM", "DDR5", "2 × 32 Go", 182),
        ("BAR-40", "DIMM", "DDR4", "1 × 16 Go", 36)])


# --- Systems (choixSysteme) ---

def systems():
    head = ("appareil", "systeme", "version", "espace_libre")
    sheet("equip-telephones-club.csv", head, [
        ("Téléphone d’Anaïs", "Android", "9", "12 Go"), ("Téléphone de Bilal", "Android", "13", "900 Mo"), ("Téléphone de Chloé", "iOS", "17", "20 Go"),
        ("Téléphone de Driss", "Android", "10", "2 Go"), ("Téléphone d’Elsa", "Android", "8", "3 Go"), ("Téléphone de Fanny", "Android", "14", "6 Go")])
    sheet("equip-tablettes-ecole.csv", head, [
        ("Tablette bleue", "iPadOS", "15", "8 Go"), ("Tablette rouge", "iPadOS", "17", "4 Go"), ("Tablette verte", "Android", "16", "30 Go"),
        ("Tablette jaune", "iPadOS", "16", "5 Go"), ("Tablette grise", "iPadOS", "18", "2 Go"), ("Tablette rose", "iPadOS", "14", "11 Go")])
    names = ("poste", "systeme", "contrat_prolonge_jusqu_au")
    sheet("equip-ecole-postes.csv", names, [
        ("EC-01", "Corail 10", ""), ("EC-02", "Corail 12", ""), ("EC-03", "Lagon 4", ""), ("EC-04", "Corail 10", "2027-01-31"), ("EC-05", "Corail 11", ""),
        ("EC-06", "Corail 10", "2025-12-31"), ("EC-07", "Lagon 5", ""), ("EC-08", "Lagon 4", "2026-06-30"), ("EC-09", "Corail 12", ""), ("EC-10", "Corail 11", ""),
        ("EC-11", "Lagon 4", ""), ("EC-12", "Corail 10", ""), ("EC-13", "Lagon 5", ""), ("EC-14", "Corail 11", "")])
    sheet("equip-ecole-supports.csv", ("systeme", "fin_des_correctifs"), [
        ("Corail 10", "2025-10-14"), ("Corail 11", "2026-11-10"), ("Corail 12", "2029-03-05"), ("Lagon 4", "2025-04-30"), ("Lagon 5", "2026-05-31")])
    sheet("equip-magasin-postes.csv", names, [
        ("CA-1", "Sillon 7", ""), ("CA-2", "Sillon 8", ""), ("CA-3", "Sillon 7", "2026-12-31"), ("CA-4", "Terrasse 2", ""), ("CA-5", "Terrasse 3", ""),
        ("CA-6", "Sillon 9", ""), ("CA-7", "Sillon 7", ""), ("CA-8", "Terrasse 2", "2026-02-28"), ("CA-9", "Sillon 8", ""), ("CA-10", "Terrasse 3", ""),
        ("CA-11", "Terrasse 2", "2027-03-31"), ("CA-12", "Sillon 9", ""), ("CA-13", "Sillon 7", "2026-08-31")])
    sheet("equip-magasin-supports.csv", ("systeme", "fin_des_correctifs"), [
        ("Sillon 7", "2025-06-30"), ("Sillon 8", "2026-09-15"), ("Sillon 9", "2030-01-31"), ("Terrasse 2", "2024-12-31"), ("Terrasse 3", "2027-05-20")])


# --- Binary readings (codageInformation8) ---

def readings():
    def binary(name, records):
        data = b""
        for sensor, tenths, minute in records:
            data += struct.pack(">H", sensor) + struct.pack("<h", tenths) + struct.pack(">H", minute)
        (HERE / name).write_bytes(data)

    binary("equip-releve-serre.bin", [(401, 184, 10), (402, 96, 10), (403, -38, 11), (404, 212, 12), (405, -127, 13), (406, 63, 15), (407, 305, 16),
                                      (408, -9, 18), (409, 143, 21), (410, 258, 22)])
    binary("equip-releve-cave.bin", [(300, 121, 5), (301, -54, 6), (302, 87, 8), (303, 133, 9), (304, -3, 12), (305, 256, 14), (306, -211, 15), (307, 40, 17),
                                     (308, 199, 20), (309, -66, 23)])


# --- Networks (reglageReseau3, reglageReseau7) ---

def networks():
    head = ("reseau", "bande", "canal", "signal_dbm")
    sheet("equip-wifi-immeuble.csv", head, [
        ("Box-4F2A", "2,4 GHz", 1, -61), ("Maison-Lena", "2,4 GHz", 1, -38), ("Les-Voisins", "2,4 GHz", 11, -70), ("Box-77C0", "2,4 GHz", 1, -66),
        ("Atelier", "5 GHz", 36, -72), ("Invites-3e", "2,4 GHz", 11, -58), ("Pomelo", "2,4 GHz", 6, -74), ("Box-19E3", "2,4 GHz", 1, -80),
        ("Radis", "2,4 GHz", 6, -69), ("Nougat", "2,4 GHz", 11, -77), ("Cabinet", "5 GHz", 44, -64), ("Box-D014", "2,4 GHz", 1, -71),
        ("Violette", "2,4 GHz", 6, -82), ("Grenier", "2,4 GHz", 11, -68), ("Box-2B9D", "2,4 GHz", 1, -75), ("Maison-Lena-5G", "5 GHz", 40, -45)])
    sheet("equip-wifi-bureaux.csv", head, [
        ("Agence-Noe", "2,4 GHz", 6, -41), ("Comptoir", "2,4 GHz", 6, -63), ("Box-81AC", "2,4 GHz", 11, -70), ("Fleuriste", "2,4 GHz", 1, -66),
        ("Pont-5", "5 GHz", 48, -59), ("Box-0E57", "2,4 GHz", 6, -72), ("Notaire", "2,4 GHz", 11, -64), ("Dentiste", "2,4 GHz", 6, -78),
        ("Box-C3C3", "2,4 GHz", 11, -81), ("Cuisine", "2,4 GHz", 1, -77), ("Etage2", "2,4 GHz", 6, -69), ("Salle-B", "5 GHz", 36, -55),
        ("Librairie", "2,4 GHz", 11, -73), ("Box-F6A1", "2,4 GHz", 6, -67), ("Studio", "2,4 GHz", 1, -80)])
    text("equip-redirections-maison.txt", """
BOX FILÉO : REDIRECTIONS DE PORTS
Adresse publique : 203.0.113.9
Les règles sont lues dans l’ordre. Une règle inactive est ignorée. La première qui convient est appliquée.

 n°  active  protocole  port externe  vers l’adresse   port interne
 1   non     TCP        8443          192.168.1.20     443
 2   oui     UDP        8443          192.168.1.31     8443
 3   oui     TCP        8000-8500     192.168.1.42     le même
 4   oui     TCP        8443          192.168.1.50     443
 5   oui     TCP        22            192.168.1.20     22

ADRESSES ATTRIBUÉES
 192.168.1.20  serveur-cave
 192.168.1.31  console
 192.168.1.42  coffre-grenier
 192.168.1.50  camera-jardin
 192.168.1.60  imprimante
""")
    text("equip-redirections-atelier.txt", """
BOX FILÉO : REDIRECTIONS DE PORTS
Adresse publique : 198.51.100.23
Les règles sont lues dans l’ordre. Une règle inactive est ignorée. La première qui convient est appliquée.

 n°  active  protocole  port externe  vers l’adresse   port interne
 1   oui     UDP        9000-9100     10.0.5.14        le même
 2   oui     TCP        9090-9099     10.0.5.18        le même
 3   non     TCP        9080          10.0.5.22        8080
 4   oui     TCP        9080          10.0.5.27        80
 5   oui     TCP        9000-9100     10.0.5.33        le même

ADRESSES ATTRIBUÉES
 10.0.5.14  standard
 10.0.5.18  decoupe-laser
 10.0.5.22  ancien-site
 10.0.5.27  vitrine
 10.0.5.33  sauvegarde
""")


# --- Installers (installerLogiciel3), checksums (installerLogiciel5), dependencies (installerLogiciel7) ---

def installers():
    page("equip-telechargement-esquisse.html", "Télécharger Esquisse", table(("Fichier", "Version", "Taille"), [
        ("esquisse-4.2-win-x86.exe", "stable", "61 Mo"), ("esquisse-4.2-win-x64.exe", "stable", "66 Mo"), ("esquisse-4.2-win-arm64.exe", "stable", "64 Mo"),
        ("esquisse-4.2-macos-x64.dmg", "stable", "72 Mo"), ("esquisse-4.2-macos-arm64.dmg", "stable", "70 Mo"), ("esquisse_4.2_amd64.deb", "stable", "58 Mo"),
        ("esquisse-5.0-macos-arm64.dmg", "essai, ne pas utiliser pour un travail", "75 Mo"), ("esquisse-4.2-src.tar.gz", "stable, code source", "12 Mo")]))
    page("equip-telechargement-portee.html", "Télécharger Portée", table(("Fichier", "Version", "Taille"), [
        ("portee-2.7-win-x64.msi", "stable", "88 Mo"), ("portee-2.7-macos-arm64.dmg", "stable", "94 Mo"), ("portee_2.7_i386.deb", "stable", "80 Mo"),
        ("portee_2.7_amd64.deb", "stable", "83 Mo"), ("portee_2.7_arm64.deb", "stable", "81 Mo"), ("portee-2.7.x86_64.rpm", "stable", "84 Mo"),
        ("portee_2.8~essai1_amd64.deb", "essai, ne pas utiliser pour un travail", "85 Mo"), ("portee-2.7-src.tar.gz", "stable, code source", "17 Mo")]))
    def checked(listing, made_by, files, altered, before, after):
        lines = []
        for name, content in files:
            data = (content.strip() + "\n").encode("utf-8")
            lines.append(f"{hashlib.sha256(data).hexdigest()}  {name}")
            (HERE / name).write_bytes(data.replace(before, after) if name == altered else data)
        text(listing, f"# Empreintes SHA-256 {made_by}\n" + "\n".join(lines) + "\n")
    module = lambda name, version, size, delay: json.dumps({"nom": name, "version": version, "reglages": {"taille": size, "delai": delay}}, indent=2)
    checked("equip-modules-empreintes.txt", "publiées par l’auteur", [(f"equip-module-{m[0]}.json", module(*m)) for m in (
        ("loupe", "2.1.0", 34, 120), ("dictee", "1.8.3", 18, 145), ("ombre", "3.0.2", 27, 160), ("boussole", "1.4.7", 41, 95))],
        "equip-module-ombre.json", b"160", b"190")
    drawing = lambda radius, colour: f'<svg xmlns="http://www.w3.org/2000/svg" width="130" height="130"><circle cx="65" cy="65" r="{radius}" fill="#{colour}"/></svg>'
    checked("equip-pochoirs-empreintes.txt", "établies par la dessinatrice", [(f"equip-pochoir-{d[0]}.svg", drawing(*d[1:])) for d in (
        ("lune", 23, "3a5577"), ("roue", 38, "74402b"), ("balise", 46, "905d12"), ("jeton", 57, "2c6e49"))],
        "equip-pochoir-roue.svg", b"74402b", b"74402d")

    def catalogue(name, content):
        text(name, json.dumps(content, ensure_ascii=False, indent=2) + "\n")

    catalogue("equip-dependances-cartes.json", {
        "deja_installe": {"relief 1.2.0": {"moteur": "^2.0.0", "dessin": "~1.4.0"}},
        "moteur": {"1.9.2": {}, "2.0.5": {"dessin": "^1.3.0"}, "2.1.3": {"dessin": "^1.5.0"}, "2.3.0": {"dessin": "^1.4.1"}, "3.0.1": {"dessin": "^1.4.0"}},
        "dessin": {"1.3.8": {}, "1.4.2": {}, "1.5.0": {}, "2.0.0": {}},
        "cartes": {"3.0.0": {"moteur": "^2.0.0", "dessin": "~1.4.0"}, "3.1.0": {"moteur": "^2.0.0", "dessin": "^1.3.0"},
                   "3.2.0": {"moteur": "~2.1.0", "dessin": "^1.4.0"}, "3.3.0": {"moteur": "^2.3.0", "dessin": "^1.5.0"}, "3.4.0": {"moteur": "^3.0.0", "dessin": "^1.4.0"}}})
    catalogue("equip-dependances-orgue.json", {
        "deja_installe": {"echo 4.0.1": {"son": "~5.2.0", "temps": "^1.1.0"}},
        "son": {"5.1.4": {"temps": "^1.0.0"}, "5.2.1": {"temps": "~1.2.0"}, "5.2.6": {"temps": "^2.0.0"}, "5.3.0": {"temps": "^1.1.0"}},
        "temps": {"1.0.9": {}, "1.2.4": {}, "1.3.1": {}, "2.0.2": {}},
        "orgue": {"7.0.0": {"son": "^5.1.0", "temps": "^1.0.0"}, "7.1.0": {"son": "^5.2.0", "temps": "^1.2.0"},
                  "7.2.0": {"son": "^5.2.5", "temps": "^1.1.0"}, "7.3.0": {"son": "^5.2.0", "temps": "~1.3.0"}, "8.0.0": {"son": "^5.3.0", "temps": "^1.1.0"}}})


# --- Offers (choisirEquipement) ---

def offers():
    page("equip-forfaits-mobile.html", "Forfaits mobiles Ondelia", table(("Forfait", "Prix par mois", "Internet", "Appels", "Utilisable en Espagne"), [
        ("Galet", "4,99 €", "2 Go", "2 heures", "oui"), ("Coquille", "8,99 €", "30 Go", "2 heures", "oui"), ("Dune", "9,99 €", "15 Go", "illimités", "oui"),
        ("Récif", "10,99 €", "40 Go", "illimités", "non"), ("Rivage", "13,99 €", "40 Go", "illimités", "oui"), ("Grand large", "19,99 €", "120 Go", "illimités", "oui")]))
    page("equip-forfaits-box.html", "Abonnements Internet Filéo", table(("Abonnement", "Prix par mois", "Débit descendant", "Télévision", "Sans engagement"), [
        ("Brise", "17,99 €", "300 Mbit/s", "non", "oui"), ("Zéphyr", "21,99 €", "500 Mbit/s", "oui", "non"), ("Alizé", "24,99 €", "1 000 Mbit/s", "non", "oui"),
        ("Mistral", "26,99 €", "300 Mbit/s", "oui", "oui"), ("Autan", "31,99 €", "1 000 Mbit/s", "oui", "oui"), ("Sirocco", "39,99 €", "8 000 Mbit/s", "oui", "oui")]))
    head = ("modele", "prix_eur", "pages_par_cartouche", "prix_cartouche_eur")
    sheet("equip-imprimantes.csv", head, [("Encrella 40", 59, 250, 19), ("Encrella 60", 119, 500, 27), ("Toneo S", 169, 1500, 52), ("Toneo L", 179, 4000, 89),
                                          ("Réservoir R", 249, 6000, 48)])
    sheet("equip-etiqueteuses.csv", ("modele", "prix_eur", "etiquettes_par_rouleau", "prix_rouleau_eur"), [
        ("Colleo Mini", 39, 120, 6), ("Colleo Pro", 129, 400, 11), ("Marquix", 99, 300, 9), ("Marquix XL", 219, 1000, 17), ("Tagone", 189, 700, 16)])
    head = ("solution", "cout_annuel_eur", "liaisons", "dispo_liaison_pourcent", "serveurs", "dispo_serveur_pourcent", "stockages", "dispo_stockage_pourcent")
    sheet("equip-solutions-billetterie.csv", head, [
        ("Basalte", 6200, 1, "99,90", 1, "99,00", 1, "99,90"), ("Granit", 8900, 1, "99,50", 2, "99,00", 2, "99,50"), ("Schiste", 9400, 2, "99,00", 2, "98,00", 1, "99,90"),
        ("Marbre", 9800, 1, "99,95", 2, "99,00", 1, "99,90"), ("Gneiss", 11500, 2, "99,50", 2, "99,00", 2, "99,50"), ("Quartz", 16800, 2, "99,90", 3, "99,00", 2, "99,90")])
    sheet("equip-solutions-dossiers.csv", head, [
        ("Aubier", 5100, 1, "99,80", 1, "99,50", 1, "99,90"), ("Bouleau", 7300, 2, "99,00", 1, "99,90", 1, "99,70"), ("Cormier", 8600, 2, "98,00", 2, "98,00", 2, "99,00"),
        ("Douglas", 9200, 2, "99,50", 2, "98,50", 1, "99,95"), ("Érable", 10900, 2, "99,00", 2, "99,50", 2, "99,50"), ("Frêne", 15700, 2, "99,90", 3, "99,50", 2, "99,90")])


if __name__ == "__main__":
    for make in (computers, systems, readings, networks, installers, offers):
        make()
