# Classement de la course
temps = {"Ada": 312, "Blaise": 298, "Grace": 305}
limite = 310

def qualifiee(duree)
    return duree <= limite

for nom temps:
    if qualifiee(temps[nom]):
        print(nom, "est en finale")
    else if temps[nom] - limite < 5:
        print(nom, "est en repêchage")
    else:
        print(nom, "est hors course")

print("Fin du programme")
