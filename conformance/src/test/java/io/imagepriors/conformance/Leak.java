package io.imagepriors.conformance;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Parameters;
import io.imagepriors.api.Plugin;
import io.imagepriors.api.PluginProvider;
import io.imagepriors.api.Prior;
import io.imagepriors.api.PriorModel;
import io.imagepriors.api.Shape;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.LogManager;

/** A right prior that leaves something behind when it is bound. */
abstract class Leak implements Prior, PluginProvider {
  private final ToyPrior prior = new ToyPrior(ToyPrior.Fault.NONE);

  abstract void leave();

  @Override
  public List<Plugin> plugins() {
    return List.of(this);
  }

  @Override
  public Descriptor descriptor() {
    return prior.descriptor();
  }

  @Override
  public Shape shape() {
    return prior.shape();
  }

  @Override
  public PriorModel bind(Shape shape, Parameters parameters) {
    leave();
    return prior.bind(shape, parameters);
  }

  @Override
  public void close() {
    prior.close();
  }

  /** Something whose class is the plug-in's own. */
  private static final class Token implements Runnable {
    @Override
    public void run() {}
  }

  /** A thread that never ends. */
  public static final class OfThread extends Leak {
    @Override
    void leave() {
      Thread thread = new Thread(OfThread::park, "left behind");
      thread.setDaemon(true);
      thread.start();
    }

    private static void park() {
      while (!Thread.currentThread().isInterrupted()) {
        LockSupport.park();
      }
    }
  }

  /** A value for each thread that ever used it. */
  public static final class OfThreadLocal extends Leak {
    private static final ThreadLocal<Token> TOKEN = new ThreadLocal<>();

    @Override
    void leave() {
      TOKEN.set(new Token());
    }
  }

  /** A hook that only the end of the process removes. */
  public static final class OfShutdownHook extends Leak {
    private static final Thread HOOK = new Thread(new Token(), "hook");
    private static boolean hooked;

    @Override
    void leave() {
      synchronized (OfShutdownHook.class) {
        if (!hooked) {
          Runtime.getRuntime().addShutdownHook(HOOK);
        }
        hooked = true;
      }
    }
  }

  /** A listener in a static list of the JDK's. */
  public static final class OfListener extends Leak {
    @Override
    void leave() {
      LogManager.getLogManager().addConfigurationListener(new Token());
    }
  }
}
