"""Catalogue d'une médiathèque. Tous les arguments viennent d'un formulaire public, sous forme de textes."""
COLONNES = ("titre", "auteur", "annee")


def par_auteur(base, auteur):
    return base.execute("SELECT * FROM livres WHERE auteur = ?", (auteur,)).fetchall()


def par_annee(base, annee):
    return base.execute(f"SELECT * FROM livres WHERE annee = {int(annee)}").fetchall()


def triees(base, colonne):
    if colonne not in COLONNES:
        colonne = "titre"
    return base.execute(f"SELECT * FROM livres ORDER BY {colonne}").fetchall()


def par_themes(base, *themes):
    marques = ",".join("?" for _ in themes)
    return base.execute(f"SELECT * FROM livres WHERE theme IN ({marques})", themes).fetchall()


def feuilleter(base, numero, taille):
    debut = 20 * int(numero) if numero.isdecimal() else 0
    return base.execute(f"SELECT * FROM livres LIMIT {taille} OFFSET {debut}").fetchall()


def contenant(base, mot):
    motif = "%" + mot + "%"
    return base.execute("SELECT * FROM livres WHERE titre LIKE ?", (motif,)).fetchall()
