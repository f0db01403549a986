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
