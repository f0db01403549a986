# Classement d'un fil : plus une publication est ancienne, plus son score baisse.
GRAVITE = 1.0

# titre, mentions « j'aime », partages, âge en heures
PUBLICATIONS = [
    ('Le piano', 70, 11, 3),
    ('La barque', 1400, 90, 62),
    ('Le violon', 330, 40, 18),
    ('La tente', 160, 12, 7),
    ('Le canot', 26, 5, 1),
]


def score(publication):
    titre, aime, partages, age = publication
    return (aime + 3 * partages) / (age + 2) ** GRAVITE


for publication in sorted(PUBLICATIONS, key=score, reverse=True):
    print(round(score(publication), 3), publication[0])
