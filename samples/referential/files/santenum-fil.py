"""Classement d'un fil d'actualité : le message qui a le plus grand score est montré en premier."""
POIDS = {"commentaires": 2, "partages": 3, "joie": 1, "colere": 6}


def score(message):
    points = sum(POIDS[nom] * message[nom] for nom in POIDS) + message["secondes_vues"] / 5
    if message["deja_vu"]:
        points = points / 4
    if message["video"]:
        points = points * 1.5
    return points / (message["age_heures"] + 2)


def classer(messages):
    return sorted(messages, key=score, reverse=True)
