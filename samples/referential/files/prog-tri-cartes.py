# Range des cartes de la plus petite à la plus grande.
cartes = [
    247, 37, 264, 306, 7, 355, 291, 374, 113, 48, 133, 122,
    187, 99, 166, 349, 268, 391, 177, 285, 311, 15, 43, 30,
    220, 323, 242, 185, 189, 66, 230, 251, 144, 358, 203, 201,
    9, 373, 10, 180, 213, 28, 27, 80, 86, 300, 131, 308,
]

for i in range(1, len(cartes)):
    j = i
    while j > 0 and cartes[j - 1] > cartes[j]:
        cartes[j - 1], cartes[j] = cartes[j], cartes[j - 1]
        j = j - 1

print(cartes)
