# Range des dossards du plus grand au plus petit.
dossards = [
    572, 413, 16, 591, 370, 184, 164, 807, 405, 313, 737, 740,
    520, 378, 258, 764, 799, 269, 248, 254, 437, 430, 879, 345,
    289, 250, 224, 490, 412, 325, 744, 233, 516, 167, 719, 543,
    699, 14, 459, 485, 341, 712, 730, 801, 166, 618, 819, 701,
]

for tour in range(len(dossards) - 1):
    for k in range(len(dossards) - 1 - tour):
        if dossards[k] < dossards[k + 1]:
            dossards[k], dossards[k + 1] = dossards[k + 1], dossards[k]

print(dossards)
