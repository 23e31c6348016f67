"""The other side of `priors bench peer`: does what it is told, one line of JSON after another.

Reads a request from standard input, answers on standard output, until the input ends. Arrays go
through files of float32, one image after another.
"""

import json
import platform
import sys
import time

import numpy
import torch

import networks
import onnx_weights
import tasks

SHAPE = (1, 28, 28)
FORMS = ("transposed", "upsampled")
CHUNKS = (1, 2, 4, 8, 16, 32, 128)


class Peer:
    def __init__(self):
        self.models = {}
        self.trainings = {}
        self.fastest = {}

    def hello(self, threads, clock):
        if clock == "PROCESSOR":
            tasks.now = time.process_time_ns
        torch.set_num_threads(threads)
        torch.manual_seed(0)
        return {
            "python": platform.python_version(),
            "torch": torch.__version__,
            "threads": torch.get_num_threads(),
        }

    def model(self, name, file):
        weights, metadata = onnx_weights.read(file)
        forms = FORMS if metadata["imagepriors.parameter.architecture"] == "conv" else FORMS[:1]
        self.models[name] = {form: networks.frozen(weights, metadata, form) for form in forms}
        return {}

    def energy(self, name, x, gradient, form):
        """Energies, and a file of their gradient, in one of the forms there are."""
        images = _read(x).requires_grad_(True)
        forms = list(self.models[name].values())
        energies = forms[form % len(forms)].energy(images)
        (slope,) = torch.autograd.grad(energies.sum(), images)
        slope.numpy().tofile(gradient)
        return {"energies": energies.tolist()}

    def pixel(self, name, batch, times):
        return self._steps(tasks.pixel_steps, name, batch, times)

    def latent(self, name, batch, times):
        return self._steps(tasks.latent_steps, name, batch, times)

    def _steps(self, steps, name, batch, times):
        x = torch.rand(batch, *SHAPE)
        model = self._form(name, batch, steps.__name__, lambda m, n: steps(m, x, n))
        return {"nanos": steps(model, x, times)}

    def _form(self, name, batch, what, run):
        """Of the forms that give the same the one that is fastest here, found out once."""
        key = (name, batch, what)
        if key not in self.fastest:
            best = {}
            for model in self.models[name].values():
                run(model, 3)
                best[model] = min(run(model, 5) for _ in range(3))
            self.fastest[key] = min(best, key=best.get)
        return self.fastest[key]

    def restore(self, name, y, mask, out, starts, keep, search, refine, spread):
        images = _read(y)
        seen = _read(mask)
        model, chunk = self._plan(name, images, starts, keep, search, refine)
        torch.manual_seed(0)
        begin = tasks.now()
        parts = [
            tasks.restore(model, part, seen, starts, keep, search, refine, spread)
            for part in images.split(chunk)
        ]
        restored = torch.cat(parts)
        nanos = tasks.now() - begin
        restored.contiguous().numpy().tofile(out)
        return {"nanos": nanos, "chunk": chunk}

    def _plan(self, name, images, starts, keep, search, refine):
        """The form, and the number of images at a time, that are fastest, found out once."""
        key = (name, len(images), starts, keep, search, refine)
        if key not in self.fastest:
            costs = {}
            for model in self.models[name].values():
                for chunk in sorted({min(c, len(images)) for c in CHUNKS}):
                    first = _once(model, images, chunk * starts)
                    then = _once(model, images, chunk * keep)
                    costs[model, chunk] = (search * first + refine * then) / chunk
            self.fastest[key] = min(costs, key=costs.get)
        return self.fastest[key]

    def train(self, architecture, images, batch, times):
        if architecture not in self.trainings:
            model = networks.trainable(architecture, 12)
            self.trainings[architecture] = tasks.Training(model, _read(images), batch, 12)
        return {"nanos": self.trainings[architecture].steps(times)}


def _once(model, images, rows):
    """Nanoseconds of a step over codes of so many rows."""
    y = images[torch.arange(rows) % len(images)]
    tasks.latent_steps(model, y, 2)
    return min(tasks.latent_steps(model, y, 3) for _ in range(3)) / 3


def _read(path):
    return torch.from_numpy(numpy.fromfile(path, "<f4")).reshape(-1, *SHAPE)


def main():
    peer = Peer()
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(peer, request.pop("do"))(**request)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
