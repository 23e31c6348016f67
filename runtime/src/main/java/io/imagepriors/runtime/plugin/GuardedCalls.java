package io.imagepriors.runtime.plugin;

import io.imagepriors.api.Descriptor;
import io.imagepriors.api.Monitor;
import io.imagepriors.api.Outcome;
import io.imagepriors.api.Progress;
import io.imagepriors.api.Restoration;
import io.imagepriors.api.WithdrawnException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * The calls of one guarded object. A call that takes a monitor is told to stop when its plug-in is
 * withdrawn; a restoration then ends with its best estimate in the {@link WithdrawnException}.
 */
final class GuardedCalls implements InvocationHandler {
  private final Object target;
  private final Descriptor descriptor;
  private final Guard guard;

  /**
   * Calls to an object.
   *
   * @param descriptor of the plug-in that it is or belongs to, known even when that is gone
   */
  GuardedCalls(Object target, Descriptor descriptor, Guard guard) {
    this.target = target;
    this.descriptor = descriptor;
    this.guard = guard;
  }

  Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> descriptor.name();
      case "descriptor" -> descriptor;
      case "name" -> descriptor.name();
      case "close" -> {
        guard.closeOpened(target);
        yield null;
      }
      default -> enter(method, arguments);
    };
  }

  private Object enter(Method method, Object[] arguments) throws Throwable {
    if (!guard.gate().enter()) {
      throw WithdrawnException.of(descriptor.name());
    }
    try {
      return call(method, arguments);
    } catch (LinkageError e) {
      if (guard.gate().isClosed()) { // it took longer than its bundle could wait
        throw WithdrawnException.of(descriptor.name());
      }
      throw e;
    } finally {
      guard.gate().leave();
    }
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    Watch watch = null;
    for (int i = 0; arguments != null && i < arguments.length; i++) {
      if (arguments[i] instanceof Monitor monitor) {
        watch = new Watch(monitor, guard.gate());
        arguments[i] = watch;
      }
    }
    try {
      Object result = method.invoke(target, arguments);
      if (watch != null && watch.withdrawn && result instanceof Restoration restoration) {
        if (restoration.outcome() == Outcome.CANCELLED) {
          throw WithdrawnException.of(descriptor.name()).with(restoration.images());
        }
      }
      return guard.guardResult(result, this);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The caller's monitor, which says stop too when the plug-in is withdrawn. */
  private static final class Watch implements Monitor {
    private final Monitor monitor;
    private final CallGate gate;
    private boolean withdrawn;

    Watch(Monitor monitor, CallGate gate) {
      this.monitor = monitor;
      this.gate = gate;
    }

    @Override
    public boolean step(Progress progress) {
      boolean goOn = monitor.step(progress);
      withdrawn = goOn && gate.isClosed();
      return goOn && !withdrawn;
    }
  }
}
