# Classement d'un fil : plus une publication est ancienne, plus son score baisse.
GRAVITE = 1.0

# titre, mentions « j'aime », partages, âge en heures
PUBLICATIONS = [
    ('Le tunnel', 900, 60, 46),
    ('La foire', 240, 20, 10),
    ('Le verglas', 60, 8, 2),
    ('La grue', 420, 50, 22),
    ('Le loup', 130, 9, 5),
]


def score(publication):
    titre, aime, partages, age = publication
    return (aime + 3 * partages) / (age + 2) ** GRAVITE


for publication in sorted(PUBLICATIONS, key=score, reverse=True):
    print(round(score(publication), 3), publication[0])
