#!/usr/bin/env python3
"""Makes ElevesSansAdresse.xml: a fictitious collège of four classes. Every name, number and code is invented; the same seed gives the same file."""
import random
from pathlib import Path
from xml.sax.saxutils import escape

UAI = "0511234P"
CLASSES = {"6A": 2014, "5B": 2013, "4B": 2012, "3A": 2011}
PUPILS_PER_CLASS = 25
ZOE = 51  # The pupil of ../pupils.http.
GIRLS = "Zoé Léa Inès Camille Manon Chloé Jade Louise Alice Nour Fatou Maëlys Anaïs Éloïse Aïcha Héloïse Clémence Salomé Yasmine Agathe".split()
BOYS = "Noé Hugo Louis Gabriel Adam Jules Raphaël Théo Mohamed Léo Ibrahim Timothée N'Golo Maël Sacha Aurélien Bastien Côme Ilyès Gaël".split()
NAMES = ("Lefèvre Durand Martin Petit Bernard Moreau Garnier Faure Rousseau Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu "
         "Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson Sanchez Gérard Nguyen Boyer Denis Lemaire Duval Joly Gautier Roger "
         "Roche Roy Noël Meyer Lucas Meunier Jean-Baptiste Diallo Traoré Benali Haddad Da_Silva").split()
MEF = {"6A": "10010012110", "5B": "10110001110", "4B": "10210001110", "3A": "10310019110"}


def field(name, value):
    return f"<{name}>{escape(value)}</{name}>" if value else f"<{name}/>"


def pupil(draw, number, division):
    is_girl = draw.random() < 0.5
    names = draw.sample(GIRLS if is_girl else BOYS, 3)
    birth = f"{draw.randint(1, 28):02}/{draw.randint(1, 12):02}/{CLASSES[division]}"
    last = draw.choice(NAMES).replace("_", " ")
    if number == ZOE:
        is_girl, names, birth, last = True, ["Zoé", "Marie", "Anne"], "23/06/2012", "Lefèvre"
    abroad = number % 33 == 0
    fields = [
        field("ID_NATIONAL", f"{number:09}F{'ABCDEFGHJK'[number % 10]}"),
        field("NOM_DE_FAMILLE", last),
        field("NOM_USAGE", draw.choice(NAMES).replace("_", " ") if number % 20 == 0 else ""),
        field("PRENOM", names[0]),
        field("PRENOM2", names[1]),
        field("PRENOM3", names[2] if number % 2 else ""),
        field("CODE_SEXE", "2" if is_girl else "1"),
        field("DATE_NAISS", birth),
        field("CODE_PAYS", "125" if abroad else "100"),
        field("CODE_DEPARTEMENT_NAISS", "" if abroad else "051"),
        field("CODE_COMMUNE_INSEE_NAISS", "" if abroad else "51454"),
        field("VILLE_NAISS", "Alger" if abroad else ""),
        field("CODE_MEF", MEF[division]),
        field("CODE_STATUT", "ST"),
        field("DATE_SORTIE", "15/10/2025" if number % 50 == 0 else ""),
    ]
    return f'<ELEVE ELEVE_ID="{number}" ELENOET="{2000 + number}">\n' + "\n".join(fields) + "\n</ELEVE>"


def structures(number, division):
    group = f"<STRUCTURE><CODE_STRUCTURE>{division}GR{number % 2 + 1}</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE>"
    own = f"<STRUCTURE><CODE_STRUCTURE>{division}</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE>"
    return f'<STRUCTURES_ELEVE ELEVE_ID="{number}" ELENOET="{2000 + number}">{group}{own}</STRUCTURES_ELEVE>'


def main():
    draw = random.Random(20260105)
    pupils = [(index * PUPILS_PER_CLASS + place + 1, division) for index, division in enumerate(CLASSES) for place in range(PUPILS_PER_CLASS)]
    lines = [
        '<?xml version="1.0" encoding="ISO-8859-15"?>', '<BEE_ELEVES VERSION="2.1">', "<PARAMETRES>", field("UAJ", UAI),
        "<ANNEE_SCOLAIRE>2025</ANNEE_SCOLAIRE>", "</PARAMETRES>", "<DONNEES>", "<ELEVES>",
        *(pupil(draw, number, division) for number, division in pupils), "</ELEVES>", "<STRUCTURES>",
        *(structures(number, division) for number, division in pupils), "</STRUCTURES>", "</DONNEES>", "</BEE_ELEVES>", "",
    ]
    Path(__file__).with_name("ElevesSansAdresse.xml").write_bytes("\n".join(lines).encode("iso-8859-15"))


if __name__ == "__main__":
    main()
