"""What is timed, written as a user of PyTorch writes it: automatic differentiation, Adam."""

import time

import torch

SIGMA = 0.25
TEMPERATURE = 0.01

# What time is told by: replaced by a processor's clock where the machine is busy.
now = time.perf_counter_ns


def pixel_steps(model, x, times):
    """Adam over pixels: data term of Gaussian noise, and the energy. Gives nanoseconds."""
    y = x.clone()
    x = x.clone().requires_grad_(True)
    optimizer = torch.optim.Adam([x], lr=0.03)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = ((x - y) ** 2).sum() / (2 * SIGMA**2) + model.energy(x).sum() / TEMPERATURE
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            x.clamp_(0, 1)

    return _time(step, times)


def latent_steps(model, y, times):
    """Adam over the logits of codes: data term of the decoded image. Gives nanoseconds."""
    u = torch.logit(model.encoder(y), 1e-3).requires_grad_(True)
    optimizer = torch.optim.Adam([u], lr=0.15)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = ((model.decoder(torch.sigmoid(u)) - y) ** 2).sum() / (2 * SIGMA**2)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            u.clamp_(-6, 6)

    return _time(step, times)


def restore(model, y, mask, starts, keep, search, refine, spread):
    """Codes from many starts; the best few go on and are averaged by how well they fit.

    mask: 1 where a pixel was seen, of one image.
    """
    count, dimension = len(y), model.encoder(y[:1]).shape[1]
    with torch.no_grad():
        first = torch.logit(model.encoder(y * mask), 1e-3).unsqueeze(1)
        others = torch.rand(count, starts - 1, dimension)
        u = torch.cat([first, torch.logit(others, 1e-3)], 1).reshape(-1, dimension)
    u, misfit = _descend(model, u, y.repeat_interleave(starts, 0), mask, search)
    best = misfit.reshape(count, starts).topk(keep, largest=False).indices
    chosen = (best + starts * torch.arange(count).unsqueeze(1)).flatten()
    u, misfit = _descend(model, u[chosen], y.repeat_interleave(keep, 0), mask, refine)
    with torch.no_grad():
        share = torch.softmax(-misfit.reshape(count, keep) / (2 * spread**2), 1)
        images = model.decoder(torch.sigmoid(u)).reshape(count, keep, *y.shape[1:])
        return (share[:, :, None, None, None] * images).sum(1)


def _descend(model, u, y, mask, steps):
    u = u.clone().requires_grad_(True)
    optimizer = torch.optim.Adam([u], lr=0.15)
    decay = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for _ in range(steps):
        optimizer.zero_grad(set_to_none=True)
        _misfit(model, u, y, mask).sum().backward()
        optimizer.step()
        decay.step()
        with torch.no_grad():
            u.clamp_(-6, 6)
    with torch.no_grad():
        return u.detach(), _misfit(model, u, y, mask)


def _misfit(model, u, y, mask):
    return (mask * (model.decoder(torch.sigmoid(u)) - y) ** 2).flatten(1).sum(1)


class Training:
    """Steps of the uniform prior's training: reconstruction, and codes that fill the cube."""

    def __init__(self, model, images, batch, dimension):
        self.model = model.train()
        self.images = images
        self.batch = batch
        self.dimension = dimension
        self.optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)

    def steps(self, times):
        return _time(self._step, times)

    def _step(self):
        x = self.images[torch.randint(len(self.images), (self.batch,))]
        self.optimizer.zero_grad(set_to_none=True)
        codes = self.model.encoder(x)
        error = ((self.model.decoder(codes) - x) ** 2).sum() / self.batch
        (error + 400 * _discrepancy(codes, torch.rand_like(codes))).backward()
        self.optimizer.step()


def _discrepancy(a, b):
    """The unbiased squared maximum mean discrepancy, with three inverse multiquadrics."""
    n, dimension = a.shape

    def kernel(p, q):
        distance = (p * p).sum(1)[:, None] + (q * q).sum(1)[None, :] - 2 * p @ q.T
        return sum(c / (c + distance) for c in (s * dimension / 6 for s in (0.1, 0.4, 1.6)))

    def within(p):
        square = kernel(p, p)
        return (square.sum() - square.diagonal().sum()) / (n * (n - 1))

    return within(a) + within(b) - 2 * kernel(a, b).mean()


def _time(step, times):
    begin = now()
    for _ in range(times):
        step()
    return now() - begin
