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
