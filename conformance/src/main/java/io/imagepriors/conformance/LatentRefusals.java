package io.imagepriors.conformance;

import io.imagepriors.api.CodeStack;
import io.imagepriors.api.ImageStack;
import io.imagepriors.api.LatentSpace;
import io.imagepriors.api.Shape;

/**
 * Stacks that a latent space must refuse.
 *
 * @param space the latent space
 * @param x images that fit
 * @param z as many codes that fit
 */
record LatentRefusals(LatentSpace space, ImageStack x, CodeStack z) {

  /** Requires that each is refused. */
  void require() {
    WrongShapes.of(space.shape()).forEach(this::requireShapes);
    requireCodes();
  }

  private void requireShapes(Shape other) {
    ImageStack wrong = ImageStack.zeros(x.count(), other);
    CodeStack out = z.like();
    Refusal.of("images of shape " + other + " to encode")
        .by(() -> space.encode(wrong, out), out.values());
    Refusal.of("room for images of shape " + other + " to decode into")
        .by(() -> space.decode(z, wrong), wrong.pixels());
    Refusal.of("a cotangent of shape " + other)
        .by(() -> space.decodeVjp(z, wrong, out), out.values());
  }

  private void requireCodes() {
    CodeStack wider = CodeStack.zeros(x.count(), space.dimension() + 1);
    CodeStack longer = CodeStack.zeros(x.count() + 1, space.dimension());
    ImageStack image = x.like();
    Refusal.of("too many coordinates to encode into")
        .by(() -> space.encode(x, wider), wider.values());
    Refusal.of("too many codes to encode into").by(() -> space.encode(x, longer), longer.values());
    Refusal.of("too many coordinates to decode")
        .by(() -> space.decode(wider, image), image.pixels());
    Refusal.of("more codes than images to decode")
        .by(() -> space.decode(longer, image), image.pixels());
    Refusal.of("a gradient of too many coordinates")
        .by(() -> space.decodeVjp(z, image, wider), wider.values());
    Refusal.of("a gradient of too many codes")
        .by(() -> space.decodeVjp(z, image, longer), longer.values());
  }
}
