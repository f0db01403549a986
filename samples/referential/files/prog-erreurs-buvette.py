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
