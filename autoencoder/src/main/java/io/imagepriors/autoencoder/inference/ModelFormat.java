package io.imagepriors.autoencoder.inference;

/**
 * The names in a model file. The main graph maps {@link #IMAGES} {@code [N, C, H, W]} to {@link
 * #ENERGY} {@code [N]} and {@link #GRADIENT} {@code [N, C, H, W]}; that alone is a legal prior. Its
 * model-local functions in {@link #DOMAIN} are the maps of the latent space; their inputs are data,
 * in the order given here, and then weights, by the names of the main graph's initializers, so that
 * weights are stored once.
 *
 * <p>A file of the kind {@link #CLASSIFIER_KIND} holds a classifier instead: its main graph maps
 * {@link #IMAGES} to {@link #PROBABILITIES} {@code [N, classes]} and {@link #FEATURES} {@code [N,
 * features]}.
 */
public final class ModelFormat {
  /** The version of this format, stored under {@link #VERSION_KEY}. */
  public static final String VERSION = "1";

  /** The domain of the functions. */
  public static final String DOMAIN = "io.imagepriors";

  /** What all metadata keys of this format start with. */
  public static final String PREFIX = "imagepriors.";

  /** The key of the format's version. */
  public static final String VERSION_KEY = PREFIX + "format";

  /** The key of what the file holds; without it, a prior. */
  public static final String KIND_KEY = PREFIX + "kind";

  /** The value of {@link #KIND_KEY} for a prior. */
  public static final String PRIOR_KIND = "prior";

  /** The value of {@link #KIND_KEY} for a classifier. */
  public static final String CLASSIFIER_KIND = "classifier";

  /** The key of the model's name. */
  public static final String NAME_KEY = PREFIX + "name";

  /** The key of half a line on what it is. */
  public static final String SUMMARY_KEY = PREFIX + "summary";

  /** The key of the images' shape, as {@link io.imagepriors.api.Shape#toString()} writes it. */
  public static final String SHAPE_KEY = PREFIX + "shape";

  /** The key of the number of coordinates of a code. */
  public static final String DIMENSION_KEY = PREFIX + "dimension";

  /** The key of the number of a classifier's classes. */
  public static final String CLASSES_KEY = PREFIX + "classes";

  /** The key of the number of a classifier's features. */
  public static final String FEATURES_KEY = PREFIX + "features";

  /** The key of the functions' names, separated by commas. */
  public static final String FUNCTIONS_KEY = PREFIX + "functions";

  /** The main graph's input: images. */
  public static final String IMAGES = "x";

  /** The main graph's first output: one energy per image. */
  public static final String ENERGY = "energy";

  /** The main graph's second output, and that of {@link #DECODE_VJP}: a gradient. */
  public static final String GRADIENT = "gradient";

  /** A code, as input or output of the functions. */
  public static final String CODES = "z";

  /** The vectors that {@link #DECODE_VJP} multiplies with the Jacobian. */
  public static final String COTANGENT = "cotangent";

  /** The function from images {@code x} to codes {@code z} {@code [N, dimension]}. */
  public static final String ENCODE = "encode";

  /** The function from codes {@code z} to images {@code x}. */
  public static final String DECODE = "decode";

  /**
   * The function from {@code z} and {@code cotangent} to {@code gradient = J_decode(z)^T cotangent}
   * and, if it names it as a second output, the decoded image {@code x}.
   */
  public static final String DECODE_VJP = "decode_vjp";

  /** A classifier's first output: the probability of each class. */
  public static final String PROBABILITIES = "probabilities";

  /** A classifier's second output: the activations of its penultimate layer. */
  public static final String FEATURES = "features";

  /**
   * The descriptor's fact that says how many floating-point operations energy and gradient of one
   * image take.
   */
  public static final String GRADIENT_WORK_FACT = "operations.gradient";

  /** The same for decoding one code and pulling a vector back. */
  public static final String LATENT_WORK_FACT = "operations.latent";

  private ModelFormat() {}
}
