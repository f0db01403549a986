#!/usr/bin/env python3
"""Makes the attached files of competence 5.1, beside this script. Same bytes each time; standard library only."""
from datetime import datetime, timedelta
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
body {{ font-family: sans-serif; line-height: 1.5; max-width: 48em; margin: 2em auto; padding: 0 1em; }}
table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #888; padding: .3em .8em; text-align: left; }}
article {{ border-left: .3em solid #888; padding-left: 1em; margin: 1.5em 0; }}
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


# --- Lights of an appliance (panneMateriel2) ---

def lights():
    page("panne-imprimante-voyants.html", "Imprimante Encrella 40 : voyants", "<h1>Encrella 40 : que disent les voyants ?</h1>\n" + table(
        ("Marche", "Encre", "Papier", "Remède"), [
            ("allumé", "éteint", "éteint", "aucun : l’imprimante est prête"),
            ("clignote", "éteint", "éteint", "aucun : impression en cours"),
            ("allumé", "clignote lentement", "éteint", "R1"),
            ("allumé", "allumé", "éteint", "R2"),
            ("allumé", "éteint", "clignote lentement", "R3"),
            ("allumé", "éteint", "clignote vite", "R4"),
            ("allumé", "clignote vite", "clignote vite", "R5"),
            ("éteint", "éteint", "éteint", "R6")]) + """
<h2>Remèdes</h2>
<p>R1 : commander une cartouche. R2 : remplacer la cartouche. R3 : remettre du papier. R4 : ouvrir la trappe arrière et retirer la
feuille coincée. R5 : refermer le capot. R6 : vérifier la prise.</p>""")
    page("panne-box-voyants.html", "Box Filéo : voyants", "<h1>Box Filéo : que disent les voyants ?</h1>\n" + table(
        ("Secteur", "Internet", "Wi-Fi", "Remède"), [
            ("vert", "vert", "vert", "aucun : tout va bien"),
            ("vert", "vert", "éteint", "B1"),
            ("vert", "orange clignotant", "vert", "B2"),
            ("vert", "orange fixe", "vert", "B3"),
            ("vert", "rouge", "vert", "B4"),
            ("vert", "rouge", "éteint", "B5"),
            ("éteint", "éteint", "éteint", "B6")]) + """
<h2>Remèdes</h2>
<p>B1 : appuyer sur le bouton Wi-Fi. B2 : patienter, la box se met à jour. B3 : débrancher puis rebrancher le câble de la ligne.
B4 : appeler l’assistance, la ligne est coupée. B5 : rétablir les réglages d’usine. B6 : vérifier la prise.</p>""")
    page("panne-projecteur-voyants.html", "Vidéoprojecteur Lumio 3 : voyants", "<h1>Lumio 3 : que disent les voyants ?</h1>\n" + table(
        ("Marche", "Lampe", "Température", "Remède"), [
            ("vert", "éteint", "éteint", "aucun : projection en cours"),
            ("orange", "éteint", "éteint", "aucun : en veille"),
            ("orange", "rouge fixe", "éteint", "P1"),
            ("orange", "rouge clignotant", "éteint", "P2"),
            ("orange", "éteint", "rouge fixe", "P3"),
            ("orange", "éteint", "rouge clignotant", "P4"),
            ("éteint", "éteint", "éteint", "P5")]) + """
<h2>Remèdes</h2>
<p>P1 : remplacer la lampe. P2 : refermer le couvercle de la lampe. P3 : laisser refroidir trente minutes. P4 : nettoyer le filtre à air.
P5 : vérifier la prise.</p>""")


# --- Device manager (panneMateriel4) ---

def devices():
    head = ("peripherique", "categorie", "code_erreur", "branchement")
    sheet("panne-peripheriques-salon.csv", head, [
        ("Carte Wi-Fi Ondine", "réseau", 0, "interne"), ("Clavier Tapio", "saisie", 0, "USB"),
        ("Caméra Visio 2", "image", 43, "USB"), ("Lecteur de cartes Puce", "stockage", 10, "USB"),
        ("Haut-parleurs Grillon", "son", 22, "interne"), ("Scanner Copiste", "image", 28, "USB"),
        ("Écran Belvue 24", "affichage", 0, "HDMI"), ("Manette Pilote", "saisie", 45, "Bluetooth")])
    sheet("panne-peripheriques-atelier.csv", head, [
        ("Graveuse Laserin", "fabrication", 10, "USB"), ("Carte réseau Maille", "réseau", 0, "interne"),
        ("Tablette Crayo", "saisie", 22, "USB"), ("Capteur Mesurio", "mesure", 28, "USB"),
        ("Caméra Macro 5", "image", 45, "USB"), ("Casque Studio", "son", 43, "Bluetooth"),
        ("Souris Trotte", "saisie", 0, "USB"), ("Clé radio Zig", "réseau", 0, "USB")])


# --- Health of disks (panneMateriel7) ---

def disks():
    names = {5: "Reallocated_Sector_Ct", 9: "Power_On_Hours", 194: "Temperature_Celsius", 197: "Current_Pending_Sector",
             198: "Offline_Uncorrectable", 199: "UDMA_CRC_Error_Count"}

    def report(name, disks):
        out = []
        for disk, raw in disks:
            out.append(f"=== Disque {disk} ===\nID# ATTRIBUTE_NAME          VALUE WORST THRESH RAW_VALUE")
            for number, value in zip(names, raw):
                norm = 100 if number not in (5, 197) or value == 0 else 99
                limit = 36 if number == 5 else 0
                out.append(f"{number:3d} {names[number]:<23} {norm:03d}   {norm:03d}   {limit:03d}    {value}")
            out.append("")
        text(name, "\n".join(out))

    report("panne-smart-serveur.txt", [("sda", (0, 41873, 38, 0, 0, 0)), ("sdb", (0, 9120, 36, 0, 0, 1874)),
                                       ("sdc", (96, 12407, 37, 24, 18, 0)), ("sdd", (0, 2210, 47, 0, 0, 2))])
    report("panne-smart-montage.txt", [("disque-nord", (0, 3055, 44, 0, 0, 3120)), ("disque-sud", (0, 52344, 33, 0, 0, 0)),
                                       ("disque-est", (0, 17690, 49, 0, 0, 1)), ("disque-ouest", (144, 8801, 35, 40, 32, 0))])
    report("panne-smart-archives.txt", [("bac1", (0, 60112, 31, 0, 0, 0)), ("bac2", (208, 15230, 34, 56, 41, 0)),
                                        ("bac3", (0, 4012, 50, 0, 0, 0)), ("bac4", (0, 11987, 33, 0, 0, 2765))])


# --- Addresses (panneReseau3, panneReseau8) ---

def addresses():
    head = ("poste", "adresse_ipv4", "masque", "passerelle")

    def room(name, prefix, network, alone):
        rows = []
        for n in range(1, 15):
            if n in alone:
                rows.append((f"{prefix}{n:02d}", alone[n], "255.255.0.0", ""))
            else:
                rows.append((f"{prefix}{n:02d}", f"{network}.{100 + n * 7 % 60}", "255.255.255.0", f"{network}.1"))
        sheet(name, head, rows)

    room("panne-adresses-techno.csv", "TEC", "192.168.54", {4: "169.254.18.203", 9: "169.254.77.5", 13: "169.254.200.41"})
    room("panne-adresses-cdi.csv", "CDI", "192.168.69", {2: "169.254.9.130", 7: "169.254.141.66", 11: "169.254.33.7"})
    sheet("panne-plan-atelier.csv", head, [
        ("A1", "192.168.20.70", "255.255.255.192", "192.168.20.65"), ("A2", "192.168.20.81", "255.255.255.128", "192.168.20.65"),
        ("A3", "192.168.20.93", "255.255.255.224", "192.168.20.65"), ("A4", "192.168.20.100", "255.255.255.224", "192.168.20.65"),
        ("A5", "192.168.20.118", "255.255.255.192", "192.168.20.65"), ("A6", "192.168.20.124", "255.255.255.0", "192.168.20.65")])
    sheet("panne-plan-etage.csv", head, [
        ("E1", "10.4.7.135", "255.255.255.128", "10.4.7.130"), ("E2", "10.4.7.150", "255.255.255.224", "10.4.7.130"),
        ("E3", "10.4.7.158", "255.255.255.192", "10.4.7.130"), ("E4", "10.4.7.171", "255.255.255.0", "10.4.7.130"),
        ("E5", "10.4.7.197", "255.255.255.192", "10.4.7.130"), ("E6", "10.4.7.240", "255.255.255.128", "10.4.7.130")])


# --- Tests of a connection (panneReseau5) ---

def tests():
    def ping(target, address, works):
        if works is None:
            return f"> ping {target}\nLa requête Ping n’a pas pu trouver l’hôte {target}. Vérifiez le nom et essayez à nouveau.\n"
        lines = [f"> ping {target}", f"Envoi d’une requête 'Ping' {address} avec 32 octets de données :"]
        for ms in (11, 12, 11, 14):
            lines.append(f"Réponse de {address} : octets=32 temps={ms} ms" if works else "Délai d’attente de la demande dépassé.")
        lines.append(f"    Paquets : envoyés = 4, reçus = {4 if works else 0}, perdus = {0 if works else 4}\n")
        return "\n".join(lines)

    text("panne-tests-bureau.txt", """Poste du bureau : adresse 192.168.1.34, passerelle (box) 192.168.1.1
Serveur de secours joignable par son adresse, toujours en marche : 203.0.113.20
Depuis un autre lieu, www.atlas-vert.example et www.notices.example s’ouvrent sans problème.

""" + "\n".join([ping("127.0.0.1", "127.0.0.1", True), ping("192.168.1.1", "192.168.1.1", True), ping("203.0.113.20", "203.0.113.20", True),
                 ping("www.atlas-vert.example", "", None), ping("www.notices.example", "", None)]))
    text("panne-tests-accueil.txt", """Poste de l’accueil : adresse 192.168.8.12, passerelle (box) 192.168.8.1
Serveur de secours joignable par son adresse, toujours en marche : 198.51.100.40
Depuis un autre lieu, www.bourse-livres.example s’ouvre sans problème.

""" + "\n".join([ping("127.0.0.1", "127.0.0.1", True), ping("192.168.8.1", "192.168.8.1", True), ping("198.51.100.40", "198.51.100.40", False),
                 ping("www.bourse-livres.example", "", None)]))
    text("panne-tests-salle.txt", """Poste de la salle de réunion : adresse 192.168.3.77, passerelle (box) 192.168.3.1
Serveur de secours joignable par son adresse, toujours en marche : 192.0.2.60
Depuis un autre poste de la même salle, branché à la même box, tout fonctionne.

""" + "\n".join([ping("127.0.0.1", "127.0.0.1", True), ping("192.168.3.1", "192.168.3.1", False), ping("192.0.2.60", "192.0.2.60", False),
                 ping("www.carnet-bord.example", "", None)]))


# --- Programs at start (logicielBloque5) ---

def starts():
    head = ("programme", "role", "au_demarrage", "retard_s")
    sheet("panne-demarrage-lea.csv", head, [
        ("Bastion", "antivirus", "oui", 24), ("Nuageo", "synchronisation de photos", "oui", 22), ("Piaf", "discussion", "oui", 19),
        ("Arcadia", "lanceur de jeux", "non", 31), ("Pixelio", "pilote de la carte graphique", "oui", 8), ("Ritma", "lecteur de musique", "oui", 12),
        ("Tetra", "mise à jour d’un tableur", "oui", 6), ("Encrella", "niveau d’encre", "oui", 11)])
    sheet("panne-demarrage-omar.csv", head, [
        ("Studia", "lanceur de cours", "oui", 17), ("Rempart", "antivirus", "oui", 33), ("Causette", "appels vidéo", "oui", 27),
        ("Montagea", "retouche de vidéos", "non", 40), ("Tactilo", "pilote du pavé tactile", "oui", 5), ("Bloc-notes plus", "aide-mémoire", "oui", 9),
        ("Radiolo", "radio en ligne", "oui", 25), ("Scanette", "bouton du scanner", "oui", 13)])


# --- Access logs (messageErreur4) ---

def access():
    text("panne-acces-lycee.log", """
2025-03-11 08:02:14 lina "GET /accueil" 200
2025-03-11 08:02:31 lina "GET /cantine/menus" 200
2025-03-11 08:03:05 marius "GET /clubs/echecs" 403
2025-03-11 08:03:40 lina "GET /clubs/photo-2019" 404
2025-03-11 08:04:12 lina "GET /emploi-du-temps" 301
2025-03-11 08:04:13 lina "GET /planning" 200
2025-03-11 08:05:27 lina "GET /conseil/comptes" 403
2025-03-11 08:06:50 lina "GET /salles/reserver" 503
2025-03-11 08:07:18 marius "GET /planning" 304
2025-03-11 08:08:02 lina "GET /reglement.pdf" 200
""")
    text("panne-acces-mairie.log", """
2025-06-04 10:15:02 guichet2 "GET /" 200
2025-06-04 10:15:40 guichet2 "GET /etat-civil/demande" 200
2025-06-04 10:16:22 guichet1 "GET /stationnement" 503
2025-06-04 10:17:03 guichet2 "GET /listes/2022" 404
2025-06-04 10:18:11 guichet2 "GET /paie/bulletins" 403
2025-06-04 10:19:37 guichet2 "GET /urbanisme" 302
2025-06-04 10:19:38 guichet2 "GET /urbanisme/permis" 200
2025-06-04 10:21:09 guichet2 "GET /cartes/cadastre" 503
2025-06-04 10:22:44 guichet1 "GET /cartes/cadastre" 200
2025-06-04 10:23:30 guichet2 "GET /deconnexion" 200
""")


# --- What comes before each crash (messageErreur6) ---

def crashes():
    def journal(name, day, culprit, rare, others, crash, seed):
        events, state = [], seed
        moment = datetime.fromisoformat(day + "T08:00:00")
        deaths = (3, 9, 14, 22, 27, 33)
        for step in range(38):
            state = (state * 1103515245 + 12345) % 2 ** 31
            moment += timedelta(minutes=7, seconds=state // 65536 % 300)
            events.append((moment, others[state // 1024 % len(others)]))
            if step in (1, 6, 11, 18, 25, 30):
                events.append((moment + timedelta(seconds=95), rare))
            if step in deaths:
                around = others[deaths.index(step) % len(others)]
                events.append((moment + timedelta(seconds=55), culprit if step % 2 else around))
                events.append((moment + timedelta(seconds=80), around if step % 2 else culprit))
                events.append((moment + timedelta(seconds=80 + 20 + state // 65536 % 20), crash))
        sheet(name, ("date_heure", "evenement"), [(m.isoformat(sep=" "), what) for m, what in sorted(events)])

    journal("panne-journal-caisse.csv", "2025-04-08", "lecteur de codes débranché", "rouleau de papier changé",
            ["ticket imprimé", "tiroir ouvert", "synchronisation du stock", "mise en veille de l’écran", "carte bancaire lue"], "ARRÊT BRUTAL", 7)
    journal("panne-journal-borne.csv", "2025-09-16", "bascule vers le Wi-Fi invité", "clavier nettoyé",
            ["carte affichée", "langue changée", "envoi des statistiques", "son coupé", "écran touché"], "ARRÊT BRUTAL", 23)


# --- Two clocks (messageErreur8) ---

def clocks():
    sheet("panne-horloge-client-ete.csv", ("heure_du_poste", "message"), [
        ("2025-07-03 14:01:02", "Ouverture du logiciel de prêt"), ("2025-07-03 14:07:35", "Enregistrement refusé (erreur du serveur)"),
        ("2025-07-03 14:09:10", "Nouvel essai : enregistré"),
        ("2025-07-03 14:11:40", "Mise à l’heure par Internet : l’horloge avançait de 200 secondes, elle vient d’être reculée d’autant"),
        ("2025-07-03 14:15:00", "Fermeture du logiciel de prêt")])
    text("panne-horloge-serveur-ete.log", """
# Journal du serveur, heures UTC, horloge contrôlée
2025-07-03T11:57:49Z requete=K7Q2 POST /prets 201
2025-07-03T12:04:15Z requete=M3X8 POST /prets 500
2025-07-03T12:05:50Z requete=M3Z1 POST /prets 201
2025-07-03T12:07:35Z requete=P9B4 POST /prets 500
2025-07-03T12:10:55Z requete=R2D6 POST /prets 500
2025-07-03T13:04:15Z requete=S8H5 POST /prets 500
2025-07-03T14:04:15Z requete=T1V7 POST /prets 500
2025-07-03T14:07:35Z requete=W5L9 POST /prets 500
""")
    sheet("panne-horloge-client-hiver.csv", ("heure_du_poste", "message"), [
        ("2025-01-21 09:30:11", "Ouverture du logiciel de notes"), ("2025-01-21 09:41:20", "Envoi refusé (erreur du serveur)"),
        ("2025-01-21 09:43:05", "Nouvel essai : envoyé"),
        ("2025-01-21 09:48:30", "Mise à l’heure par Internet : l’horloge retardait de 140 secondes, elle vient d’être avancée d’autant"),
        ("2025-01-21 09:55:00", "Fermeture du logiciel de notes")])
    text("panne-horloge-serveur-hiver.log", """
# Journal du serveur, heures UTC, horloge contrôlée
2025-01-21T07:43:40Z requete=B6N3 POST /notes 500
2025-01-21T08:32:31Z requete=C4J8 POST /notes 201
2025-01-21T08:39:00Z requete=D2Y5 POST /notes 500
2025-01-21T08:41:20Z requete=F7G1 POST /notes 500
2025-01-21T08:43:40Z requete=H9R6 POST /notes 500
2025-01-21T08:45:25Z requete=H9T2 POST /notes 201
2025-01-21T09:41:20Z requete=L3W4 POST /notes 500
2025-01-21T09:43:40Z requete=N8C7 POST /notes 500
""")


# --- Space and memory (ressourceSaturee) ---

def resources():
    sheet("panne-dossiers-camille.csv", ("dossier", "taille"), [
        ("Musique", "985 Mo"), ("Photos de classe", "1,1 Go"), ("Téléchargements", "1250000 Ko"), ("Documents", "640000 Ko"),
        ("Jeux", "0,92 Go"), ("Sauvegarde du téléphone", "1180 Mo"), ("Bureau", "47 Mo")])
    sheet("panne-dossiers-studio.csv", ("dossier", "taille"), [
        ("Rushs", "3,4 Go"), ("Sons", "2950 Mo"), ("Exports", "3710 Mo"), ("Affiches", "890000 Ko"),
        ("Archives 2022", "3650000 Ko"), ("Modèles", "0,7 Go"), ("Corbeille", "3,6 Go")])
    head = ("numero", "programme", "memoire_mo", "processeur_pourcent")
    sheet("panne-processus-classe.csv", head, [(2000 + 37 * n, *row) for n, row in enumerate([
        ("Navigateur Vigie", 310, 2), ("Montage Ciseau", 1480, 6), ("Navigateur Vigie", 420, 1), ("Antivirus Bastion", 260, 12), ("Tableur Tetra", 390, 1),
        ("Navigateur Vigie", 265, 0), ("Visio Causette", 870, 9), ("Navigateur Vigie", 505, 3), ("Tableur Tetra", 210, 0), ("Visio Causette", 540, 4),
        ("Navigateur Vigie", 180, 0), ("Système", 610, 5)])])
    sheet("panne-processus-bureau.csv", head, [(3100 + 41 * n, *row) for n, row in enumerate([
        ("Plans Équerre", 1650, 8), ("Messagerie Piaf", 320, 1), ("Synchro Nuageo", 480, 14), ("Messagerie Piaf", 410, 0), ("Texte Plumier", 350, 1),
        ("Synchro Nuageo", 520, 3), ("Texte Plumier", 220, 0), ("Synchro Nuageo", 365, 2), ("Messagerie Piaf", 150, 0), ("Synchro Nuageo", 395, 1),
        ("Antivirus Rempart", 290, 16), ("Système", 700, 4)])])
    def memory(name, day, names, leak, start, step):
        rows, moment = [], datetime.fromisoformat(day)
        for n in range(17):
            values = []
            for i, program in enumerate(names):
                if program == leak:
                    values.append(start + step * n)
                elif i == 0:
                    values.append(2900 + (n * 53 % 7) * 15)
                elif i == 1:
                    values.append(400 + 150 * (n % 6))
                else:
                    values.append(300 * i + (n * 31 % 11) * 6)
            rows.append((moment.isoformat(sep=" ", timespec="minutes"), *values))
            moment += timedelta(minutes=20)
        sheet(name, ("date_heure", *(f"{p}_mo" for p in names)), rows)
    memory("panne-memoire-serveur.csv", "2025-02-10T08:00:00", ["base", "cache", "planificateur", "apercus", "courriels"], "apercus", 612, 38)
    memory("panne-memoire-kiosque.csv", "2025-05-19T09:00:00", ["video", "images", "horloge", "annonces", "meteo"], "meteo", 845, 26)


# --- No space left, and yet space (ressourceSaturee7) ---

def inodes():
    text("panne-inodes-web.txt", """
$ touch /var/www/essai
touch: impossible de faire un touch '/var/www/essai': Aucun espace disponible sur le périphérique

$ df -h
Sys. de fichiers Taille Utilisé Dispo Uti% Monté sur
/dev/sda1           40G     31G  7,0G  82% /
/dev/sda2          120G     54G   60G  48% /var
/dev/sdb1          500G    472G  3,0G  97% /srv
tmpfs              3,9G    1,2M  3,9G   1% /run

$ df -i
Sys. de fichiers  Inœuds IUtil.  ILibre IUti% Monté sur
/dev/sda1        2621440 214003 2407437    9% /
/dev/sda2        7864320 7864320      0  100% /var
/dev/sdb1       32768000 801221 31966779   3% /srv
tmpfs             998410    912  997498    1% /run

$ du -sh /var/*
1,2G   /var/cache
2,8G   /var/lib
41G    /var/log
5,9G   /var/sessions
3,1G   /var/www

$ du --inodes -s /var/*
38211     /var/cache
152964    /var/lib
1187      /var/log
7569502   /var/sessions
102455    /var/www
""")
    text("panne-inodes-courrier.txt", """
$ cp note.txt /donnees/
cp: impossible de créer le fichier standard '/donnees/note.txt': Aucun espace disponible sur le périphérique

$ df -h
Sys. de fichiers Taille Utilisé Dispo Uti% Monté sur
/dev/vda1           25G     24G  400M  99% /
/dev/vdb1          200G    118G   72G  63% /donnees
/dev/vdc1          300G    210G   75G  74% /sauvegardes

$ df -i
Sys. de fichiers  Inœuds  IUtil.  ILibre IUti% Monté sur
/dev/vda1        1638400  190775 1447625   12% /
/dev/vdb1       13107200 13107200      0  100% /donnees
/dev/vdc1       19660800   44120 19616680   1% /sauvegardes

$ du -sh /donnees/*
66G    /donnees/videos
21G    /donnees/boites
9,4G   /donnees/vignettes
20G    /donnees/plans

$ du --inodes -s /donnees/*
3402      /donnees/videos
918733    /donnees/boites
12140018  /donnees/vignettes
45046     /donnees/plans
""")


# --- A thread of a forum (depannageMethode5) ---

def forums():
    def thread(name, title, question, answers):
        body = f"<h1>{title}</h1>\n<article><p><strong>{question[0]}</strong>, {question[1]}</p>\n<p>{question[2]}</p></article>\n"
        body += "\n".join(f"<article><p><strong>{who}</strong>, {when}</p>\n<p>{words}</p></article>" for who, when, words in answers)
        page(name, title, body)

    thread("panne-forum-son.html", "Plus de son après la mise à jour", ("Oriane", "le 3 mars 2025",
        "Depuis la mise à jour vers Corail 12, mon ordinateur n’a plus de son dans le casque. Avec Corail 11, tout allait bien. Les haut-parleurs marchent. "
        "Je tiens à garder mes fichiers."), [
        ("Bulot", "le 3 mars 2025", "Sous Corail 10, il suffisait d’effacer le fichier son.cfg. Fais pareil."),
        ("Vite-Fait", "le 3 mars 2025", "Télécharge ReparSon-Pro sur le site que je t’envoie en privé, coupe l’antivirus et lance-le. Ça marche à tous les coups."),
        ("Mistigri", "le 4 mars 2025", "J’ai le même souci avec mes haut-parleurs, pas avec le casque. Quelqu’un a une idée ?"),
        ("Palourde", "le 4 mars 2025", "Corail 12 choisit tout seul la sortie du son. Réglages, Son, Sortie : choisis « Casque » puis coche « Garder ce choix ». C’est expliqué dans les "
         "notes de version de Corail 12."),
        ("Tout-Neuf", "le 5 mars 2025", "Réinstalle Corail 12 à partir de zéro en effaçant le disque, c’est plus propre."),
        ("Chabrol", "le 6 mars 2025", "La réponse juste avant celle de Tout-Neuf a réglé le même problème chez moi, merci ! J’ai Corail 12.1 et un casque à fil."),
        ("Sirius", "le 9 mars 2025", "Corail 12 est mauvais, achète un autre ordinateur.")])
    thread("panne-forum-wifi.html", "Le Wi-Fi se coupe sur ma tablette Ardo", ("Soren", "le 12 mai 2025",
        "Ma tablette Ardo 8, sous Lagon 5, perd le Wi-Fi dès que l’écran s’éteint. Les autres appareils de la maison n’ont rien. Je ne peux pas changer la box, "
        "qui n’est pas à moi."), [
        ("Hublot", "le 12 mai 2025", "Change le canal de la box, puis remets-la aux réglages d’usine."),
        ("Calypso", "le 12 mai 2025", "Dans Lagon 5, ouvre Réglages, Batterie, Wi-Fi en veille et choisis « Toujours ». C’est le mode d’emploi de l’Ardo 8, page 31, et cela ne touche à rien d’autre."),
        ("Corsaire", "le 13 mai 2025", "Installe BoostWifi.apk depuis ma page et accepte toutes les autorisations, même celle de lire les messages."),
        ("Dorade", "le 13 mai 2025", "Sous Lagon 3, il y avait une case « Rester connecté » dans le menu Réseau. Elle n’existe plus depuis Lagon 4."),
        ("Embrun", "le 14 mai 2025", "Confirmé sur deux Ardo 8 au bureau : le conseil qui cite le mode d’emploi suffit, aucune coupure depuis une journée."),
        ("Fanal", "le 15 mai 2025", "Moi, je laisse l’écran allumé toute la nuit. On s’y fait."),
        ("Goéland", "le 15 mai 2025", "Efface toutes tes données et repars de zéro, ça règle tout.")])


# --- Trials (depannageMethode6) ---

def trials():
    def plan(name, names, rows):
        sheet(name, ("essai", *names, "resultat"), [(n, *("oui" if c in actives else "non" for c in "ABCDEFGH"[:len(names)]), outcome)
                                                   for n, (actives, outcome) in enumerate(rows, 1)])
    plan("panne-essais-navigateur.csv", ["Loupe", "Traduc", "Sombre", "Agrafe", "Radar", "Compact", "Marque"], [
        ("ABCDEFG", "plante"), ("ABCD", "marche"), ("EFG", "marche"), ("ABEF", "marche"), ("CDEF", "plante"), ("ACDG", "marche"), ("BCEG", "marche"), ("BDFG", "plante"), ("ACF", "marche")])
    plan("panne-essais-lecteur.csv", ["Égaliseur", "Paroles", "Pochettes", "Radio", "Minuteur", "Statistiques", "Clavier"], [
        ("ABCDEFG", "plante"), ("DEFG", "marche"), ("ABC", "marche"), ("ABEF", "plante"), ("ACDE", "marche"), ("BCFG", "marche"), ("BDE", "plante"), ("ABDG", "marche"), ("CEG", "marche")])


if __name__ == "__main__":
    for make in (lights, devices, disks, addresses, tests, starts, access, crashes, clocks, resources, inodes, forums, trials):
        make()
