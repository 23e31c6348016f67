package io.imagepriors.classifiers.digits;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.imagepriors.api.Classifier;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.Trainer;
import io.imagepriors.autoencoder.inference.OnnxClassifier;
import io.imagepriors.autoencoder.training.ClassifierTrainer;

/** What this jar is made of: a trainer, and the classifier that it trained. */
public final class DigitClassifierModule extends AbstractModule {
  private static final String NAME = "digit-classifier";
  private static final String MODEL = NAME + ".onnx";
  private static final String SUMMARY =
      "small convolutional network that tells the classes of images apart";

  @Provides
  @Singleton
  Classifier classifier() {
    return OnnxClassifier.of(DigitClassifierModule.class.getResource(MODEL));
  }

  @Provides
  @Singleton
  Trainer trainer() {
    return new ClassifierTrainer(NAME, SUMMARY);
  }

  @ProvidesIntoSet
  Plugin plugin(Classifier classifier) {
    return classifier;
  }

  @ProvidesIntoSet
  Plugin plugin(Trainer trainer) {
    return trainer;
  }
}
