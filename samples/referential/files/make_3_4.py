#!/usr/bin/env python3
"""Makes the attached files of competence 3.4, beside this script. Same bytes each time; standard library only."""
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent


def text(name, content):
    (HERE / name).write_bytes(content.lstrip("\n").encode("utf-8"))


class Draw:
    """A small generator of numbers, the same on every machine."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) % 2 ** 31
        return self.state // 65536 % limit

    def pick(self, values):
        return values[self.below(len(values))]


# --- Sorting programs (suivreAlgorithme6) ---

def sorts():
    def values(seed, limit, size):
        draw, out = Draw(seed), []
        while len(out) < size:
            value = draw.below(limit) + 1
            if value not in out:
                out.append(value)
        lines = [", ".join(map(str, out[i:i + 12])) for i in range(0, size, 12)]
        return ",\n    ".join(lines)

    text("prog-tri-cartes.py", f"""
# Range des cartes de la plus petite à la plus grande.
cartes = [
    {values(34, 400, 48)},
]

for i in range(1, len(cartes)):
    j = i
    while j > 0 and cartes[j - 1] > cartes[j]:
        cartes[j - 1], cartes[j] = cartes[j], cartes[j - 1]
        j = j - 1

print(cartes)
""")
    text("prog-tri-dossards.py", f"""
# Range des dossards du plus grand au plus petit.
dossards = [
    {values(71, 900, 48)},
]

for tour in range(len(dossards) - 1):
    for k in range(len(dossards) - 1 - tour):
        if dossards[k] < dossards[k + 1]:
            dossards[k], dossards[k + 1] = dossards[k + 1], dossards[k]

print(dossards)
""")


# --- Programs with faults (corrigerProgramme3, corrigerProgramme7) ---

def faults():
    text("prog-erreurs-buvette.py", """
# Recette de la buvette
prix = {"sirop": 1, "jus": 2, "gaufre": 3}
ventes = ["jus", "sirop", "gaufre", "jus", "gaufre"]

total = 0
for article in ventes
    total = total + prix[article]

if total = 0:
    print("Aucune vente")
else:
    moyenne = total / len(ventes)
    print("Recette :", total)
    print("Moyenne par article :, moyenne)

print("Fin du programme")
""")
    text("prog-erreurs-course.py", """
# Classement de la course
temps = {"Ada": 312, "Blaise": 298, "Grace": 305}
limite = 310

def qualifiee(duree)
    return duree <= limite

for nom temps:
    if qualifiee(temps[nom]):
        print(nom, "est en finale")
    else if temps[nom] - limite < 5:
        print(nom, "est en repêchage")
    else:
        print(nom, "est hors course")

print("Fin du programme")
""")
    text("prog-grille-sieges.py", """
# Réserve deux sièges dans une salle de 4 rangs de 6 places (0 : libre, 1 : réservé).
RANGS = 4
PLACES = 6

def reserver(salle, rang, place):
    if salle[rang][place] == 0:
        salle[rang][place] = 1

salle = [[0] * PLACES] * RANGS
reserver(salle, 2, 5)
reserver(salle, 0, 1)

reserves = 0
for rang in salle:
    reserves = reserves + sum(rang)
print("Sièges réservés :", reserves)
""")
    text("prog-groupes-tombola.py", """
# Répartit des participants dans des groupes,
# à tour de rôle.
participants = ["Ali", "Bea", "Cyr", "Dia", "Eva", "Fay", "Gil", "Hugo", "Ines", "Jo", "Kim", "Lou"]

NOMBRE = 5

def placer(groupes, numero, nom):
    groupe = groupes[numero % len(groupes)]
    groupe.append(nom)

groupes = [[]] * NOMBRE
for numero in range(len(participants)):
    placer(groupes, numero, participants[numero])

premier = groupes[0]
print("Personnes dans le premier groupe :", len(premier))
""")


# --- Data to go through (donneesProgramme5, donneesProgramme7) ---

def data():
    draw = Draw(12)
    readers = []
    for n in range(60):
        loans = [{"titre": f"Livre {draw.below(900) + 100}", "genre": draw.pick(["jeunesse", "roman", "documentaire", "bande dessinée"]),
                  "jours": draw.below(30) + 3, "rendu": draw.below(5) > 0} for _ in range(draw.below(6))]
        readers.append({"carte": 5000 + n, "prets": loans})
    text("prog-prets.json", json.dumps({"bibliotheque": "Les Tilleuls", "lecteurs": readers}, ensure_ascii=False, indent=1) + "\n")
    draw = Draw(87)
    clubs = []
    for n in range(45):
        walks = [{"lieu": f"Sentier {draw.below(400) + 1}", "niveau": draw.pick(["facile", "moyen", "difficile"]), "km": draw.below(22) + 4,
                  "annulee": draw.below(4) == 0} for _ in range(draw.below(8))]
        clubs.append({"numero": 300 + n, "sorties": walks})
    text("prog-randonnees.json", json.dumps({"federation": "Marcheurs du Sault", "clubs": clubs}, ensure_ascii=False, indent=1) + "\n")

    draw = Draw(401)
    isbns = []
    for _ in range(180):
        body = "978" + "".join(str(draw.below(10)) for _ in range(9))
        key = (10 - sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(body)) % 10) % 10
        isbns.append(body + str(key if draw.below(3) else (key + 1 + draw.below(9)) % 10))
    text("prog-isbn-catalogue.txt", "\n".join(isbns) + "\n")
    draw = Draw(902)
    cards = []
    for _ in range(180):
        body = "".join(str(draw.below(10)) for _ in range(11))
        total = sum(sum(divmod(int(c) * 2, 10)) if i % 2 == 0 else int(c) for i, c in enumerate(reversed(body)))
        key = (10 - total % 10) % 10
        cards.append(body + str(key if draw.below(3) else (key + 1 + draw.below(9)) % 10))
    text("prog-cartes-fidelite.txt", "\n".join(cards) + "\n")


# --- Objects to choose (efficaciteAlgorithme8) ---

def bags():
    def bag(name, head, prefix, seed):
        draw = Draw(seed)
        rows = [f"{prefix} {n};{mass};{mass * 2 + draw.below(25)}" for n, mass in ((n, draw.below(34) + 7) for n in range(1, 41))]
        text(name, ";".join(head) + "\n" + "\n".join(rows) + "\n")

    bag("prog-sac-expedition.csv", ("objet", "masse_kg", "utilite"), "objet", 5)
    bag("prog-sac-camion.csv", ("colis", "volume_dm3", "prime_eur"), "colis", 58)


if __name__ == "__main__":
    for make in (sorts, faults, data, bags):
        make()
