package io.imagepriors.tasks;

import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.tasks.degradation.Blur;
import io.imagepriors.tasks.degradation.CompressedSensing;
import io.imagepriors.tasks.degradation.Downsample;
import io.imagepriors.tasks.degradation.GaussianNoise;
import io.imagepriors.tasks.degradation.Mask;
import io.imagepriors.tasks.restorer.FilterRestorer;
import io.imagepriors.tasks.restorer.HybridRestorer;
import io.imagepriors.tasks.restorer.LatentMapRestorer;
import io.imagepriors.tasks.restorer.MapRestorer;
import io.imagepriors.tasks.restorer.PosteriorRestorer;
import io.imagepriors.tasks.restorer.SmoothRestorer;
import io.imagepriors.tasks.restorer.TotalVariationRestorer;
import java.util.List;

/**
 * Offers the degradations {@code gaussian-noise}, {@code mask}, {@code blur}, {@code downsample}
 * and {@code compressed-sensing} and the restorers {@code map}, {@code latent-map}, {@code hybrid},
 * {@code posterior}, {@code total-variation}, {@code harmonic}, {@code biharmonic}, {@code
 * non-local-means} and {@code median}. None of them holds anything that needs closing.
 */
public final class RestorationTasks implements PluginProvider {

  @Override
  public List<Plugin> plugins() {
    return List.of(
        new GaussianNoise(),
        new Mask(),
        new Blur(),
        new Downsample(),
        new CompressedSensing(),
        new MapRestorer(),
        new LatentMapRestorer(),
        new HybridRestorer(),
        new PosteriorRestorer(),
        new TotalVariationRestorer(),
        SmoothRestorer.harmonic(),
        SmoothRestorer.biharmonic(),
        FilterRestorer.nonLocalMeans(),
        FilterRestorer.median());
  }
}
