"""Reads what a peer needs of a model file: weights and metadata, by the fields' numbers.

Only the few messages of onnx.proto that hold them are known here, so that no library for ONNX is
needed.
"""

import numpy

_FLOAT = 1


def read(path):
    """The file's initializers as arrays by name, and its metadata as texts by key."""
    with open(path, "rb") as file:
        model = memoryview(file.read())
    weights = {}
    metadata = {}
    for field, value in _fields(model):
        if field == 7:  # graph
            for inner, tensor in _fields(value):
                if inner == 5:  # initializer
                    name, array = _tensor(tensor)
                    weights[name] = array
        elif field == 14:  # metadata_props
            entry = dict(_fields(value))
            metadata[bytes(entry[1]).decode()] = bytes(entry[2]).decode()
    return weights, metadata


def _tensor(message):
    sides = []
    name = ""
    kind = 0
    data = None
    for field, value in _fields(message):
        if field == 1:  # dims, packed or one by one
            sides.extend(_packed(value) if isinstance(value, memoryview) else [value])
        elif field == 2:  # data_type
            kind = value
        elif field in (4, 9):  # float_data, raw_data
            data = numpy.frombuffer(value, "<f4")
        elif field == 8:
            name = bytes(value).decode()
    if kind != _FLOAT or data is None:
        raise ValueError(f"weight '{name}' must be float32")
    return name, data.reshape(sides)


def _fields(message):
    """Pairs of a field's number and its value: a number, or the bytes of what has a length."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        wire = key & 7
        if wire == 0:
            value, at = _varint(message, at)
        elif wire in (1, 5):
            size = 8 if wire == 1 else 4
            value, at = message[at : at + size], at + size
        elif wire == 2:
            size, at = _varint(message, at)
            value, at = message[at : at + size], at + size
        else:
            raise ValueError(f"a field of wire type {wire}")
        yield key >> 3, value


def _packed(message):
    at = 0
    while at < len(message):
        value, at = _varint(message, at)
        yield value


def _varint(message, at):
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at
