"""Annuaire d'un club. Tous les arguments viennent d'une page web publique ; criteres est un dictionnaire de textes."""
SENS = {"haut": "ASC", "bas": "DESC"}


def compter(base, ville):
    requete = "SELECT COUNT(*) FROM membres WHERE ville = ?"
    return base.execute(requete, [ville]).fetchone()


def ranger(base, sens):
    ordre = SENS.get(sens, "ASC")
    return base.execute("SELECT * FROM membres ORDER BY nom " + ordre).fetchall()


def fiche(base, numero):
    return base.execute("SELECT * FROM membres WHERE numero = %d" % int(numero)).fetchone()


def filtrer(base, criteres):
    conditions = " AND ".join(f"{nom} = ?" for nom in criteres)
    return base.execute("SELECT * FROM membres WHERE " + conditions, list(criteres.values())).fetchall()


def initiale(base, lettre):
    debut = lettre[:1] + "%"
    return base.execute("SELECT * FROM membres WHERE nom LIKE ?", (debut,)).fetchall()


def choisir(base, *numeros):
    suite = ",".join(str(int(n)) for n in numeros)
    return base.execute(f"SELECT * FROM membres WHERE numero IN ({suite})").fetchall()
