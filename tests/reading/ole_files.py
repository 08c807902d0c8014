"""OLE containers made for tests: [MS-CFB] with sectors of 512 bytes, every stream in the ordinary sectors."""

import struct

_END, _FREE, _FAT_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SECTOR, _LEAST = 512, 4096


def container(streams):
    """Return a container of streams (name → bytes); a stream is filled up to 4096 bytes with zeros."""
    padded = {name: data.ljust(_LEAST, b"\0") for name, data in streams.items()}
    directory_sectors = (len(padded) + 1 + 3) // 4
    fat, sectors = [], []

    def put(data):
        first, count = len(fat), -(-len(data) // _SECTOR)
        fat.extend([*range(first + 1, first + count), _END])
        sectors.append(data.ljust(count * _SECTOR, b"\0"))
        return first

    fat.append(_FAT_SECTOR)
    starts = {name: put(data) for name, data in padded.items()}
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    names = list(padded)
    for index, name in enumerate(names, 1):
        right = index + 1 if index < len(names) else _FREE
        entries.append(_entry(name, 2, starts[name], len(padded[name]), right=right))
    entries += [b"\0" * 64 + b"\0\0\0\0" + b"\xff" * 12 + b"\0" * 48] * (4 * directory_sectors - len(entries))
    directory = put(b"".join(entries))
    assert len(fat) <= _SECTOR // 4
    table = struct.pack(f"<{_SECTOR // 4}I", *fat, *[_FREE] * (_SECTOR // 4 - len(fat)))
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE, 9, 6, 0, 1,
                       directory, 0, _LEAST, _END, 0, _END, 0)  # fmt: skip
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    return head + table + b"".join(sectors)


def _entry(name, kind, start, size, child=_FREE, right=_FREE):
    encoded = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII16x4x16xIII", encoded, len(encoded), kind, 1, _FREE, right, child, start, size, 0)
