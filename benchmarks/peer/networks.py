"""The auto-encoders of the model files, as modules of PyTorch."""

import torch
from torch import nn


class Flatten(nn.Module):
    def forward(self, x):
        return x.flatten(1)


class Image(nn.Module):
    def __init__(self, *sides):
        super().__init__()
        self.sides = sides

    def forward(self, x):
        return x.reshape(-1, *self.sides)


class AutoEncoder(nn.Module):
    """Encoder and decoder; the energy is the norm of the residual."""

    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder

    def energy(self, x):
        return (self.decoder(self.encoder(x)) - x).flatten(1).norm(dim=1)


def _linear(weights, name):
    weight = weights[name + ".weight"]
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    return _set(layer, weight, weights[name + ".bias"])


def _set(layer, weight, bias):
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(weight))
        layer.bias.copy_(torch.tensor(bias))
    return layer


def _convolution(weights, name, stride):
    weight = weights[name + ".weight"]
    layer = nn.Conv2d(weight.shape[1], weight.shape[0], weight.shape[2], stride, 1)
    return _set(layer, weight, weights[name + ".bias"])


def _transposed(weights, name):
    """The file's own form: upsampling and the convolution after it, as one operator."""
    weight = weights[name + ".weight"]
    layer = nn.ConvTranspose2d(weight.shape[0], weight.shape[1], weight.shape[2], 2, 1)
    return [_set(layer, weight, weights[name + ".bias"])]


def _upsampled(weights, name):
    """The form in which it is usually written. Both are the same function."""
    wide = torch.tensor(weights[name + ".weight"])
    kernel = _narrow(_narrow(wide, 2), 3).flip(2, 3).transpose(0, 1)
    layer = nn.Conv2d(kernel.shape[1], kernel.shape[0], 3, 1, 1)
    return [nn.Upsample(scale_factor=2), _set(layer, kernel.numpy(), weights[name + ".bias"])]


def _narrow(wide, axis):
    """Undoes the sum of a kernel of three and its copy one further, which has four."""
    first, second, third, _ = wide.unbind(axis)
    second = second - first
    return torch.stack([first, second, third - second], axis)


def frozen(weights, metadata, form):
    """The trained network, normalisation folded into weights, nothing to be learned.

    form: 'transposed' or 'upsampled', for the decoder's convolutions.
    """
    make = _conv if metadata["imagepriors.parameter.architecture"] == "conv" else _mlp
    model = make(weights, {"transposed": _transposed, "upsampled": _upsampled}[form])
    return model.eval().requires_grad_(False)


def _conv(weights, up):
    encoder = nn.Sequential(
        _convolution(weights, "encoder.0", 2),
        nn.ReLU(),
        _convolution(weights, "encoder.3", 2),
        nn.ReLU(),
        Flatten(),
        _linear(weights, "encoder.6"),
        nn.ReLU(),
        _linear(weights, "encoder.9"),
        nn.Sigmoid(),
    )
    decoder = nn.Sequential(
        _linear(weights, "decoder.0"),
        nn.ReLU(),
        _linear(weights, "decoder.3"),
        nn.ReLU(),
        Image(32, 7, 7),
        *up(weights, "decoder.8"),
        nn.ReLU(),
        *up(weights, "decoder.12"),
        nn.Sigmoid(),
    )
    return AutoEncoder(encoder, decoder)


def _mlp(weights, _):
    encoder = nn.Sequential(
        Flatten(),
        _linear(weights, "encoder.0"),
        nn.ReLU(),
        _linear(weights, "encoder.3"),
        nn.ReLU(),
        _linear(weights, "encoder.6"),
        nn.Sigmoid(),
    )
    decoder = nn.Sequential(
        _linear(weights, "decoder.0"),
        nn.ReLU(),
        _linear(weights, "decoder.3"),
        nn.ReLU(),
        _linear(weights, "decoder.6"),
        Image(1, 28, 28),
        nn.Sigmoid(),
    )
    return AutoEncoder(encoder, decoder)


def trainable(architecture, dimension):
    """The same networks with batch normalisation, to be trained."""
    if architecture == "conv":
        encoder = nn.Sequential(
            nn.Conv2d(1, 16, 3, 2, 1),
            nn.BatchNorm2d(16),
            nn.ReLU(),
            nn.Conv2d(16, 32, 3, 2, 1),
            nn.BatchNorm2d(32),
            nn.ReLU(),
            Flatten(),
            *_hidden(1568, 256),
            nn.Linear(256, dimension),
            nn.Sigmoid(),
        )
        decoder = nn.Sequential(
            *_hidden(dimension, 256),
            *_hidden(256, 1568),
            Image(32, 7, 7),
            nn.Upsample(scale_factor=2),
            nn.Conv2d(32, 16, 3, 1, 1),
            nn.BatchNorm2d(16),
            nn.ReLU(),
            nn.Upsample(scale_factor=2),
            nn.Conv2d(16, 1, 3, 1, 1),
            nn.Sigmoid(),
        )
    else:
        encoder = nn.Sequential(
            Flatten(),
            *_hidden(784, 512),
            *_hidden(512, 256),
            nn.Linear(256, dimension),
            nn.Sigmoid(),
        )
        decoder = nn.Sequential(
            *_hidden(dimension, 256),
            *_hidden(256, 512),
            nn.Linear(512, 784),
            Image(1, 28, 28),
            nn.Sigmoid(),
        )
    return AutoEncoder(encoder, decoder)


def _hidden(inputs, outputs):
    return [nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs), nn.ReLU()]
