#!/usr/bin/env python3
"""Makes the attached files of competence 3.2, beside this script. Same bytes each time; standard library only."""
import math
import struct
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent


def text(name, content):
    (HERE / name).write_bytes(content.lstrip("\n").encode("utf-8"))


def archive(name, files):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_STORED) as z:
        for path, data in files:
            info = zipfile.ZipInfo(path, (2025, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            z.writestr(info, data if isinstance(data, bytes) else data.lstrip("\n").encode("utf-8"))


# --- Pictures: a grid of palette numbers, drawn on with plain shapes ---

class Picture:
    def __init__(self, width, height, ground=0):
        self.width, self.height, self.rows = width, height, [bytearray([ground]) * width for _ in range(height)]

    def where(self, test, colour):
        for y, row in enumerate(self.rows):
            for x in range(self.width):
                if test(x, y):
                    row[x] = colour

    def box(self, x, y, w, h, colour):
        self.where(lambda u, v: x <= u < x + w and y <= v < y + h, colour)

    def disc(self, x, y, r, colour):
        self.where(lambda u, v: (u - x) ** 2 + (v - y) ** 2 <= r * r, colour)

    def digits(self, x, y, number, size, colour):
        for n, d in enumerate(number):
            for row, bits in enumerate(DIGITS[int(d)]):
                for column, bit in enumerate(bits):
                    if bit == "1":
                        self.box(x + (6 * n + column) * size, y + row * size, size, size, colour)


DIGITS = [d.split() for d in (
    "01110 10001 10011 10101 11001 10001 01110", "00100 01100 00100 00100 00100 00100 01110", "01110 10001 00001 00110 01000 10000 11111",
    "01110 10001 00001 00110 00001 10001 01110", "00010 00110 01010 10010 11111 00010 00010", "11111 10000 11110 00001 00001 10001 01110",
    "00110 01000 10000 11110 10001 10001 01110", "11111 00001 00010 00100 01000 01000 01000", "01110 10001 10001 01110 10001 10001 01110",
    "01110 10001 10001 01111 00001 00010 01100")]


def stored(data):
    """A zlib stream without compression: the same bytes with every version of zlib."""
    out = b"\x78\x01"
    for i in range(0, len(data), 65535):
        part = data[i:i + 65535]
        out += struct.pack("<BHH", i + 65535 >= len(data), len(part), len(part) ^ 0xFFFF) + part
    return out + struct.pack(">I", zlib.adler32(data))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def rgb(code):
    return bytes.fromhex(code.lstrip("#"))


def png(picture, palette, clear=None, shown_height=None):
    """clear: the palette number that is transparent; shown_height: a false height, written without mending the header's checksum."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", picture.width, picture.height, 8, 3, 0, 0, 0))
    if shown_height:
        header = header[:12] + struct.pack(">I", shown_height) + header[16:]  # length, IHDR, width, then height
    alpha = chunk(b"tRNS", bytes(0 if n == clear else 255 for n in range(len(palette)))) if clear is not None else b""
    return (b"\x89PNG\r\n\x1a\n" + header + chunk(b"PLTE", b"".join(map(rgb, palette))) + alpha
            + chunk(b"IDAT", stored(b"".join(b"\0" + bytes(r) for r in picture.rows))) + chunk(b"IEND", b""))


# --- Sizes, and what a file really is (imageNumerique2, 6) ---

def pictures():
    p = Picture(346, 218, 0)
    p.where(lambda x, y: y > 130 + 12 * ((x // 29) % 3), 1)
    p.disc(270, 55, 26, 2)
    p.box(60, 90, 70, 60, 3)
    (HERE / "carte-postale-port.png").write_bytes(png(p, ["#bfe3f2", "#2c6e91", "#f6c945", "#a8433f"]))
    p = Picture(232, 377, 0)
    p.where(lambda x, y: y > 134 + abs(x - 116), 1)
    p.disc(60, 70, 22, 2)
    p.box(96, 300, 40, 77, 3)
    (HERE / "vignette-montagne.png").write_bytes(png(p, ["#dfe8f7", "#5f7a61", "#f2a65a", "#4a3b2a"]))

    def gif(w, h, colours):
        # without compression: a clear code before each pixel keeps the codes three bits long
        codes = [c for k in range(w * h) for c in (4, k % 2)] + [5]
        bits = "".join(f"{c:03b}"[::-1] for c in codes)
        bits += "0" * (-len(bits) % 8)
        data = bytes(int(bits[i:i + 8][::-1], 2) for i in range(0, len(bits), 8))
        blocks = b"".join(bytes([len(data[i:i + 255])]) + data[i:i + 255] for i in range(0, len(data), 255))
        return b"GIF89a" + struct.pack("<HHBBB", w, h, 0x81, 0, 0) + b"".join(map(rgb, colours)) + b"," + struct.pack("<HHHHB", 0, 0, w, h, 0) + b"\x02" + blocks + b"\x00;"

    def bmp(w, h, colour):
        row = rgb(colour)[::-1] * w
        row += b"\0" * (-len(row) % 4)
        return b"BM" + struct.pack("<IHHI", 54 + len(row) * h, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, w, h, 1, 24, 0, len(row) * h, 2835, 2835, 0, 0) + row * h

    def tiff(w, h, grey):
        tags = [(256, 3, 1, w), (257, 3, 1, h), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1), (278, 3, 1, h), (279, 4, 1, w * h)]
        data = bytes([grey]) * (w * h)
        return b"II*\0" + struct.pack("<I", 8 + len(data)) + data + struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *t) for t in tags) + struct.pack("<I", 0)

    def small(a, b):
        q = Picture(24, 24, 0)
        q.disc(12, 12, 8, 1)
        return png(q, [a, b])

    svg = '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><rect width="24" height="24" fill="%s"/></svg>\n'
    gif_colours = ["#1d3557", "#f1faee", "#000000", "#000000"]
    archive("photos-renommees.zip", [("image-1.jpg", bmp(24, 24, "#457b9d")), ("image-2.jpg", tiff(24, 24, 140)), ("image-3.jpg", small("#ffffff", "#e63946")),
        ("image-4.jpg", svg % "#264653"), ("image-5.jpg", gif(24, 24, gif_colours))])
    archive("scans-renommes.zip", [("scan-1.jpg", small("#fefae0", "#606c38")), ("scan-2.jpg", gif(24, 24, gif_colours)), ("scan-3.jpg", svg % "#bc6c25"),
        ("scan-4.jpg", bmp(24, 24, "#dda15e")), ("scan-5.jpg", tiff(24, 24, 90))])


# --- A picture whose header lies (imageNumerique8) ---

def lies():
    def make(name, width, height, shown, number, palette):
        p = Picture(width, height, 0)
        p.where(lambda x, y: (x + y) % 40 < 8, 1)
        p.disc(width // 2, 60, 34, 2)
        p.box(0, height - 60, width, 60, 3)
        p.digits(20, height - 50, number, 5, 0)
        (HERE / name).write_bytes(png(p, palette, shown_height=shown))
    make("affiche-amputee.png", 240, 273, 180, "70452", ["#f4f1de", "#e07a5f", "#3d405b", "#81b29a"])
    make("plan-ampute.png", 260, 311, 200, "39186", ["#edf2f4", "#8d99ae", "#ef233c", "#2b2d42"])


# --- Colours to pick (couleurImage4) ---

def shapes():
    def make(name, ground, disc, square, triangle):
        p = Picture(300, 160, 0)
        p.disc(60, 80, 38, 1)
        p.box(115, 45, 70, 70, 2)
        p.where(lambda x, y: 42 <= y <= 118 and abs(x - 245) * 2 <= y - 42, 3)
        (HERE / name).write_bytes(png(p, [ground, disc, square, triangle]))
    make("formes-atelier.png", "#FAF3DD", "#2A9D8F", "#2C9A8B", "#2A9F91")
    make("formes-kermesse.png", "#F0F4F8", "#C8553D", "#C8573F", "#CA553B")


# --- A picture in layers (retoucheImage5) ---

def layers():
    def make(name, width, height, stack):
        """stack, from top to bottom: (name, visible, picture, palette, clear)."""
        entries, files = [], []
        for n, (layer, visible, picture, palette, clear) in enumerate(stack):
            entries.append(f'  <layer name="{layer}" src="data/layer{n}.png" x="0" y="0" opacity="1.0" visibility="{"visible" if visible else "hidden"}" composite-op="svg:src-over"/>')
            files.append((f"data/layer{n}.png", png(picture, palette, clear)))
        merged = Picture(width, height, 0)
        palette, base = [], {}
        for n, (_, visible, picture, colours, clear) in reversed(list(enumerate(stack))):
            if visible:
                base[n] = len(palette)
                palette += colours
                for y in range(height):
                    for x in range(width):
                        if picture.rows[y][x] != clear:
                            merged.rows[y][x] = base[n] + picture.rows[y][x]
        thumb = Picture(width // 2, height // 2)
        thumb.rows = [bytearray(r[::2]) for r in merged.rows[::2]]
        archive(name, [("mimetype", "image/openraster"), ("stack.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<image version="0.0.3" w="{width}" h="{height}">\n <stack>\n' + "\n".join(entries) + "\n </stack>\n</image>\n"),
            *files, ("mergedimage.png", png(merged, palette)), ("Thumbnails/thumbnail.png", png(thumb, palette))])

    def sheet(width, height, number, ground, ink, y, block=None):
        p = Picture(width, height, 0)
        if block:
            p.box(*block, 2)
        if number:
            p.digits(22, y, number, 4, 1)
        return p, ["#FFFFFF", ink, ground]
    w, h = 150, 96
    blank = lambda colour: (Picture(w, h, 0), [colour])
    a, pa = sheet(w, h, "4821", "#ffffff", "#1d3557", 12)
    b, pb = sheet(w, h, "", "#ffd166", "#000000", 0, (12, 50, 128, 40))
    c, pc = sheet(w, h, "6093", "#ffffff", "#9b2226", 58)
    d, pd = sheet(w, h, "7350", "#ffffff", "#0a9396", 58)
    make("etiquette-calques.ora", w, h, [("titre", True, a, pa, 0), ("bandeau", True, b, pb, 0), ("essai", True, c, pc, 0), ("brouillon", False, d, pd, 0), ("fond", True, *blank("#e9f5f9"), None)])
    a, pa = sheet(w, h, "5179", "#ffffff", "#386641", 60)
    b, pb = sheet(w, h, "", "#a7c957", "#000000", 0, (12, 6, 128, 42))
    c, pc = sheet(w, h, "2846", "#ffffff", "#6a040f", 12)
    d, pd = sheet(w, h, "9037", "#ffffff", "#370617", 12)
    make("badge-calques.ora", w, h, [("numero", True, a, pa, 0), ("reserve", False, d, pd, 0), ("cache", True, b, pb, 0), ("ancien", True, c, pc, 0), ("fond", True, *blank("#fdf6e3"), None)])


# --- Sounds: 8 bits, one channel, 8,000 samples per second (sonNumerique2, 7) ---

def wav(name, samples):
    (HERE / name).write_bytes(b"RIFF" + struct.pack("<I", 36 + len(samples)) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8) + b"data" + struct.pack("<I", len(samples)) + bytes(samples))


def sounds():
    def beeps(name, pattern):
        """a: high (1,000 Hz), g: low (200 Hz), other signs: silence."""
        out = [128] * 2400
        for sign in pattern:
            half = {"a": 4, "g": 20}.get(sign)
            out += [158 if (k // half) % 2 else 98 for k in range(1600)] if half else [128] * 1600
            out += [128] * 1200
        wav(name, out)
    beeps("bips-depart.wav", "gagaagaggaaga")
    beeps("bips-arrivee.wav", "agggagagaggagg")
    pad = {d: (low, high) for low, row in ((697, "123"), (770, "456"), (852, "789"), (941, "*0#")) for high, d in zip((1209, 1336, 1477), row)}

    def keys(name, number):
        out = [128] * 1600
        for d in number:
            low, high = pad[d]
            out += [128 + round(40 * math.sin(2 * math.pi * low * k / 8000) + 40 * math.sin(2 * math.pi * high * k / 8000)) for k in range(2400)] + [128] * 1200
        wav(name, out)
    keys("touches-coffre.wav", "739402")
    keys("touches-vestiaire.wav", "851693")


# --- Subtitles (montageVideo4) ---

def subtitles():
    def make(name, lines):
        stamp = lambda ms: f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"
        text(name, "\n".join(f"{n}\n{stamp(a)} --> {stamp(b)}\n{t}\n" for n, (a, b, t) in enumerate(lines, 1)))
    make("sous-titres-riviere.srt", [(4200, 7100, "La rivière naît sous un rocher."), (21650, 25000, "Elle traverse trois villages."), (41300, 44900, "Au moulin, elle ralentit."),
        (58150, 61400, "Puis vient la plaine."), (75020, 78800, "Et enfin la mer.")])
    make("sous-titres-horloger.srt", [(3500, 6400, "Il est six heures."), (33800, 37000, "L’atelier s’éveille."), (66250, 70100, "Chaque roue a sa place."),
        (118940, 122300, "Il manque une vis."), (131000, 134500, "L’horloge repart.")])


# --- A page with pictures, a drawing in code (pageMultimedia3, 5) ---

def pages():
    def page(name, title, body):
        text(name, f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
{body.strip()}
</body>
</html>
""")
    page("page-herbier.html", "Herbier", """
<h1>Herbier du collège</h1>
<p><img src="filet.png" alt=""></p>
<p><img src="coquelicot.jpg" alt="Un coquelicot ouvert, quatre pétales rouges"> <img alt="Une feuille de chêne aux bords arrondis" src="chene.jpg"></p>
<p><img src="ortie.jpg" title="L’ortie et ses poils urticants" width="320"> <img src="lierre.jpg" width="320" alt="Du lierre grimpant sur un mur"></p>
<p><a href="fougere.html"><img src="fougere.jpg" alt="Voir la page sur la fougère"></a></p>
""")
    page("page-velos.html", "Vélos anciens", """
<h1>Le musée du vélo</h1>
<p><img alt="Un grand-bi de 1880, vu de profil" src="grand-bi.jpg"> <img src="draisienne.jpg" alt="Une draisienne en bois"></p>
<p><img src="puce.png" alt=""> <a href="tandem.html"><img src="tandem.jpg" title="Voir la page du tandem"></a></p>
<p><img src="triporteur.jpg" alt="Un triporteur chargé de caisses" title="Triporteur de livraison"> <img width="300" src="pliant.jpg" alt="Un vélo pliant, plié"></p>
""")
    text("dessin-cerf-volant.svg", """
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">
  <rect width="400" height="300" fill="#dff3ff"/>
  <circle cx="60" cy="50" r="24" fill="gold"/>
  <g transform="translate(150 40)">
    <path d="M0 0 L60 70 L0 160 L-60 70 Z" fill="#7b2cbf"/>
    <g transform="scale(3)">
      <circle cx="-8" cy="20" r="4" fill="white"/>
      <g transform="translate(10 5)">
        <circle cx="15" cy="25" r="5" fill="red"/>
      </g>
    </g>
  </g>
  <circle cx="340" cy="240" r="10" fill="green"/>
</svg>
""")
    text("dessin-phare.svg", """
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 400" width="500" height="400">
  <rect width="500" height="400" fill="#0b2545"/>
  <g transform="translate(80 120)">
    <rect width="40" height="200" fill="white"/>
    <g transform="translate(20 -10) scale(2)">
      <circle cx="0" cy="0" r="12" fill="yellow"/>
      <g transform="scale(4)">
        <circle cx="30" cy="20" r="2" fill="red"/>
        <circle cx="12" cy="25" r="1" fill="orange"/>
      </g>
    </g>
  </g>
  <circle cx="450" cy="60" r="18" fill="lightgrey"/>
</svg>
""")


if __name__ == "__main__":
    for make in (pictures, lies, shapes, layers, sounds, subtitles, pages):
        make()
