#!/usr/bin/env python3
"""Makes the attached files of competence 2.1, beside this script. Same bytes each time; standard library only."""
import base64
from pathlib import Path

HERE = Path(__file__).resolve().parent


def put(name, text):
    (HERE / name).write_bytes(text.lstrip("\n").encode("utf-8"))


def word(text):
    """An encoded word of a header."""
    return "=?UTF-8?B?" + base64.b64encode(text.encode("utf-8")).decode() + "?="


def folded(text):
    b = base64.b64encode(text.encode("utf-8")).decode()
    return "\n".join(b[i:i + 72] for i in range(0, len(b), 72))


# --- Messages (codeCourriel4, champsCourriel5, codeCourriel7, codeCourriel8) ---

def recipients():
    put("courriel-visite-barrage.txt", """
Date: Tue, 11 Mar 2025 08:42:10 +0100
From: Service culturel <culture@ville-orval.example>
Reply-To: reservations@ville-orval.example
To: "Dupin, Maud" <maud.dupin@lycee-arlens.example>,
 Club photo <bureau@photo-sault.example>,
 "Accueil, culture@ville-orval.example" <accueil@mairie-vorne.example>
Cc: direction@ville-orval.example,
 Presse <redaction@echo-du-val.example>
Subject: Visite du barrage
Message-ID: <a81f@ville-orval.example>
Content-Type: text/plain; charset=utf-8

Bonjour,
la visite aura lieu le 4 avril. Merci de transmettre vos inscriptions
à guide@barrage-orval.example.
""")
    put("courriel-stage-cirque.txt", """
Date: Thu, 22 May 2025 17:05:44 +0200
From: "Cirque Pavane" <contact@cirque-pavane.example>
Cc: compta@cirque-pavane.example,
 "Mairie, enfance" <enfance@ville-sault.example>
To: Centre de loisirs <loisirs@orme-bleu.example>,
 "Baptiste (ancien : baptiste@vieux-fournisseur.example)"
 <b.roche@college-vorne.example>,
 animation@maison-des-jeunes.example
Bcc:
Subject: Stage de cirque
Message-ID: <77c2@cirque-pavane.example>
Content-Type: text/plain; charset=utf-8

Bonjour,
le stage commence le 7 juillet. Pour toute question :
accueil@cirque-pavane.example.
""")


def replies():
    put("courriel-appel-a-idees.txt", """
Return-Path: <rebonds-118@envois.example>
Date: Mon, 3 Feb 2025 10:20:00 +0100
From: "Hélène Coste, présidente" <helene.coste@velo-arlens.example>
Sender: lettre@velo-arlens.example
Reply-To: Comité des idées <idees@pistes-arlens.example>
To: adherents@velo-arlens.example
Subject: Vos idées pour les pistes
Message-ID: <118-02@velo-arlens.example>
Content-Type: text/plain; charset=utf-8

Chers adhérents, envoyez-nous vos idées avant vendredi !
Hélène Coste - helene.coste@velo-arlens.example
""")
    put("courriel-enquete-cantine.txt", """
Return-Path: <retour-52@courrier-groupe.example>
Date: Wed, 19 Nov 2025 12:11:09 +0100
From: "Cantine du collège" <cantine@college-sault.example>
Sender: secretariat@college-sault.example
To: parents@college-sault.example
Reply-To: Enquête menus <menus-2026@parents-sault.example>
Subject: Enquête sur les menus
Message-ID: <52-11@college-sault.example>
Content-Type: text/plain; charset=utf-8

Bonjour, donnez-nous votre avis sur les menus avant le 30.
La cantine - cantine@college-sault.example
""")


def encoded():
    def message(name, date, sender, subject, plain, other):
        put(name, f"""
Date: {date}
From: {sender}
To: equipe@atelier-orval.example
Subject: {word(subject)}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="coupe-42"

--coupe-42
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

{folded(plain)}
--coupe-42
Content-Type: text/plain; charset=utf-8; name="ancien-message.txt"
Content-Disposition: attachment; filename="ancien-message.txt"
Content-Transfer-Encoding: base64

{folded(other)}
--coupe-42--
""")
    message("courriel-illisible-atelier.txt", "Fri, 10 Jan 2025 09:00:00 +0100", "planning@atelier-orval.example", "Réunion déplacée",
            "Bonjour à tous,\nla réunion de lundi aura lieu en salle Mirabelle, avec le code 4917.\nÀ lundi !\n",
            "Bonjour à tous,\nla réunion de lundi aura lieu en salle Quetsche, avec le code 3380.\nÀ lundi !\n")
    message("courriel-illisible-depot.txt", "Mon, 8 Sep 2025 07:30:00 +0200", "depot@atelier-orval.example", "Livraison reportée",
            "Bonjour,\nle camion se présentera au quai Hirondelle, avec le badge 6052.\nBonne journée.\n",
            "Bonjour,\nle camion se présentera au quai Martinet, avec le badge 7741.\nBonne journée.\n")


def trips():
    put("courriel-lent-bourse.txt", """
Return-Path: <bourses@region-val.example>
Received: from relais.college-orval.example (relais.college-orval.example [203.0.113.9])
 by boites.college-orval.example; Tue, 4 Mar 2025 16:21:40 +0100
Received: from sortie.envois-val.example (sortie.envois-val.example [198.51.100.30])
 by relais.college-orval.example; Tue, 4 Mar 2025 10:19:05 -0500
Received: from interne.region-val.example (interne.region-val.example [198.51.100.7])
 by sortie.envois-val.example; Tue, 4 Mar 2025 14:32:05 +0000
Received: from poste-12.region-val.example (poste-12.region-val.example [192.0.2.12])
 by interne.region-val.example; Tue, 4 Mar 2025 15:24:00 +0100
Date: Tue, 4 Mar 2025 15:23:30 +0100
From: Bourses <bourses@region-val.example>
To: secretariat@college-orval.example
Subject: Dossier de bourse

Votre dossier est complet.
""")
    put("courriel-lent-devis.txt", """
Return-Path: <devis@menuiserie-brune.example>
Received: from filtre.mairie-aval.example (filtre.mairie-aval.example [203.0.113.61])
 by messages.mairie-aval.example; Thu, 16 Oct 2025 11:58:10 +0200
Received: from passerelle.hebergeur-nord.example (passerelle.hebergeur-nord.example [198.51.100.88])
 by filtre.mairie-aval.example; Thu, 16 Oct 2025 09:14:10 +0000
Received: from envoi.menuiserie-brune.example (envoi.menuiserie-brune.example [198.51.100.41])
 by passerelle.hebergeur-nord.example; Thu, 16 Oct 2025 05:08:40 -0400
Received: from bureau.menuiserie-brune.example (bureau.menuiserie-brune.example [192.0.2.77])
 by envoi.menuiserie-brune.example; Thu, 16 Oct 2025 10:57:00 +0200
Date: Thu, 16 Oct 2025 10:56:20 +0200
From: Devis <devis@menuiserie-brune.example>
To: travaux@mairie-aval.example
Subject: Devis des volets

Voici le devis demandé.
""")


# --- Filters (reglesMessagerie8) ---

def filters():
    put("filtre-sieve-orval.txt", """
require ["fileinto"];

# 1
if header :contains "Subject" "facture" {
    fileinto "Comptes";
    stop;
}

# 2
if address :domain :is "From" "club-aval.example" {
    fileinto "Club";
}

# 3
elsif not address :is ["To", "Cc"] "mina@orval.example" {
    fileinto "Listes";
}
""")
    put("filtre-sieve-vorne.txt", """
require ["fileinto"];

# 1
if header :is "Subject" "alerte" {
    fileinto "Urgent";
    stop;
}

# 2
if address :localpart :is "From" "support" {
    fileinto "Aide";
}

# 3
elsif header :contains ["To", "Cc"] "equipe@vorne.example" {
    fileinto "Equipe";
}
""")


# --- Calendars (agendaPartage3, agendaPartage5, agendaPartage7) ---

def calendar(name, lines):
    put(name, "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Agenda//FR\nBEGIN:VEVENT\n" + "\n".join(lines) + "\nEND:VEVENT\nEND:VCALENDAR\n")


def calendars():
    calendar("invitation-atelier-couture.ics", ["UID:couture-14@maison-sault.example", "DTSTAMP:20250220T090000Z", "DTSTART:20250314T140000", "DURATION:PT1H45M",
             "SUMMARY:Atelier couture", "LOCATION:Salle des Tilleuls", "DESCRIPTION:Apporter un tissu. Ouverture des portes à 13 h 40."])
    calendar("invitation-cours-de-dessin.ics", ["UID:dessin-3@maison-sault.example", "DTSTAMP:20250401T090000Z", "DTSTART:20250519T183000", "DURATION:PT2H20M",
             "SUMMARY:Cours de dessin", "LOCATION:Salle du Puits", "DESCRIPTION:Apporter un carnet. Accueil dès 18 h 15."])
    for name, uid, start, title in (("reunion-internationale-juillet.ics", "a7", "20250708T063000Z", "Point de projet"), ("reunion-internationale-janvier.ics", "b1", "20250121T213000Z", "Revue de contrat"),
                                    ("reunion-internationale-aout.ics", "c8", "20250819T134500Z", "Bilan de saison")):
        calendar(name, [f"UID:{uid}@projets.example", "DTSTAMP:20241201T080000Z", f"DTSTART:{start}", "DURATION:PT1H", f"SUMMARY:{title}"])
    calendar("permanence-velo.ics", ["UID:velo@orval.example", "DTSTAMP:20241215T080000Z", "DTSTART:20250131T180000", "DURATION:PT2H", "SUMMARY:Permanence vélo",
             "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=8", "EXDATE:20250425T180000", "EXDATE:20250627T180000"])
    calendar("repetition-fanfare.ics", ["UID:fanfare@vorne.example", "DTSTAMP:20250601T080000Z", "DTSTART:20250909T200000", "DURATION:PT2H", "SUMMARY:Répétition",
             "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=9", "EXDATE:20251111T200000", "EXDATE:20260310T200000"])
    calendar("marche-des-createurs.ics", ["UID:marche@sault.example", "DTSTAMP:20250101T080000Z", "DTSTART:20250315T090000", "DURATION:PT4H", "SUMMARY:Marché des créateurs",
             "RRULE:FREQ=MONTHLY;BYDAY=3SA;COUNT=7", "EXDATE:20250517T090000", "EXDATE:20250816T090000"])


# --- Conversations (discussionGroupe3, discussionGroupe5) ---

def talks():
    put("discussion-pique-nique.txt", """
[09:02] Anaïs : Qui peut apporter la glacière dimanche ?
[09:05] Brice : Moi, j’en ai une petite.
[09:06] Carole : J’ai la grande, je peux la prendre !
[09:10] Anaïs : Parfait Carole, merci.
[09:31] Djibril : Je m’occupe du pain.
[10:15] Carole : Mince, ma sœur l’a gardée. Brice, tu peux ?
[10:20] Brice : Finalement je viens à vélo, impossible.
[10:22] Elsa : Celle de mes parents est libre, je l’apporte.
[10:25] Anaïs : Super Elsa, c’est noté. Et la nappe ?
[10:40] Djibril : La nappe, c’est pour moi.
[11:03] Carole : Si besoin Farid a aussi une glacière.
[11:05] Anaïs : Pas besoin, on a celle d’Elsa.
""")
    put("discussion-covoiturage.txt", """
[17:40] Gaëlle : Qui conduit samedi matin ?
[17:42] Hugo : Je peux, j’ai quatre places.
[17:44] Inès : Moi aussi, mais seulement trois.
[17:50] Gaëlle : Alors Hugo, c’est mieux.
[18:12] Hugo : Aïe, ma voiture part au garage vendredi.
[18:15] Gaëlle : Inès alors ?
[18:21] Inès : Je ne serai là que le soir, désolée.
[18:24] Jonas : J’emprunte le minibus du club, je passe à 8 h.
[18:26] Gaëlle : Génial Jonas, on compte sur toi.
[18:45] Karima : Sinon mon frère peut nous emmener.
[18:47] Gaëlle : C’est gentil, mais on garde le minibus.
[19:02] Hugo : Je serai devant la gare.
""")
    def thread(name, links, authors):
        put(name, "id;auteur;en_reponse_a\n" + "".join(f"{k};{authors[k % len(authors)]};{r or ''}\n" for k, r in links))
    thread("forum-compost.csv", [(1, None), (2, 1), (3, None), (4, 3), (5, 1), (6, 4), (7, 2), (8, 6), (9, 3), (10, 5), (11, None), (12, 8), (13, 11), (14, 9), (15, 7), (16, 4), (17, 13), (18, 12), (19, 10), (20, 11)],
           ["lin", "axel", "mina", "teo", "yann"])
    thread("forum-reparation.csv", [(1, None), (2, None), (3, 1), (4, 2), (5, 2), (6, 3), (7, None), (8, 5), (9, 4), (10, 7), (11, 8), (12, 1), (13, 11), (14, 6), (15, 9), (16, 10), (17, 5), (18, 12), (19, 15), (20, 7), (21, 2)],
           ["nora", "omar", "lou", "karim"])


for make in (recipients, replies, encoded, trips, filters, calendars, talks):
    make()
