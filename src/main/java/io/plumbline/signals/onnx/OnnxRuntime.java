package io.plumbline.signals.onnx;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * ONNX Runtime, where a person put it beside the model or on the class path. It is 50 MB and more, and few need it, so the program neither
 * brings it nor is compiled against it: the six calls that are needed go by name.
 */
public final class OnnxRuntime {

    private static final String ENVIRONMENT = "ai.onnxruntime.OrtEnvironment";

    private final Class<?> tensor;
    private final Object environment;

    private OnnxRuntime(ClassLoader loader) throws ReflectiveOperationException {
        tensor = Class.forName("ai.onnxruntime.OnnxTensor", true, loader);
        Class<?> type = Class.forName(ENVIRONMENT, true, loader);
        environment = type.getMethod("getEnvironment").invoke(null);
        // Nothing leaves this machine.
        type.getMethod("setTelemetry", boolean.class).invoke(environment, false);
    }

    /** The runtime in this folder ({@code onnxruntime*.jar}), else the one on the class path. */
    public static OnnxRuntime beside(Path folder) {
        try {
            Optional<Path> jar;
            try (Stream<Path> files = Files.list(folder)) {
                jar = files.filter(file -> file.getFileName().toString().matches("onnxruntime.*\\.jar")).sorted().findFirst();
            }
            ClassLoader here = OnnxRuntime.class.getClassLoader();
            // The loader lives as long as the model; closing it would take classes away that the runtime loads late.
            return new OnnxRuntime(jar.isEmpty() ? here : new URLClassLoader(new URL[] {jar.get().toUri().toURL()}, here));
        } catch (ClassNotFoundException e) {
            throw new InputException("ONNX Runtime is not there. Put onnxruntime-1.20.0.jar (Maven: com.microsoft.onnxruntime) into " + folder + ".", e);
        } catch (ReflectiveOperationException | IOException | LinkageError e) {
            throw new InputException("ONNX Runtime in " + folder + " can't be started: " + cause(e) + ". Use the jar for this operating system.", e);
        }
    }

    /** Opens a model. */
    public Session open(Path model) {
        try {
            Object session = environment.getClass().getMethod("createSession", String.class).invoke(environment, model.toString());
            return new Session(session);
        } catch (ReflectiveOperationException e) {
            throw new InputException("The model " + model + " can't be opened: " + cause(e) + ".", e);
        }
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure instanceof InvocationTargetException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage());
    }

    /** An opened model; safe for several threads. */
    public final class Session {

        private final Object session;
        private final Set<?> inputs;
        private final Method run;

        private Session(Object session) throws ReflectiveOperationException {
            this.session = session;
            inputs = (Set<?>) session.getClass().getMethod("getInputNames").invoke(session);
            run = session.getClass().getMethod("run", Map.class);
        }

        public Set<?> inputs() {
            return inputs;
        }

        /** The first output for one text as one row of scores: {@code [1][k]} or {@code [1]}. */
        public float[] run(Map<String, long[]> values) {
            Object output = output(values);
            if (output instanceof float[][] rows && rows.length > 0) {
                return rows[0];
            }
            if (output instanceof float[] row) {
                return row;
            }
            throw new InputException("The model gives no scores: its first output is " + output.getClass().getSimpleName() + ", not float[1][k].");
        }

        /** The first output for one text as one row of scores for each piece: {@code [1][n][k]}. */
        public float[][] runByPiece(Map<String, long[]> values) {
            Object output = output(values);
            if (output instanceof float[][][] texts && texts.length > 0) {
                return texts[0];
            }
            throw new InputException("The model does not label words: its first output is " + output.getClass().getSimpleName()
                + ", not float[1][pieces][labels]. It must be exported for token classification.");
        }

        private Object output(Map<String, long[]> values) {
            Map<String, AutoCloseable> tensors = new LinkedHashMap<>();
            try {
                for (Map.Entry<String, long[]> value : values.entrySet()) {
                    tensors.put(value.getKey(), (AutoCloseable) tensor.getMethod("createTensor", environment.getClass(), LongBuffer.class, long[].class)
                        .invoke(null, environment, LongBuffer.wrap(value.getValue()), new long[] {1, value.getValue().length}));
                }
                try (AutoCloseable result = (AutoCloseable) run.invoke(session, tensors)) {
                    Object first = result.getClass().getMethod("get", int.class).invoke(result, 0);
                    return first.getClass().getMethod("getValue").invoke(first);
                }
            } catch (Exception e) {
                throw new InputException("The model can't be run: " + cause(e) + ".", e);
            } finally {
                tensors.values().forEach(Session::close);
            }
        }

        private static void close(AutoCloseable tensor) {
            try {
                tensor.close();
            } catch (Exception e) {
                throw new IllegalStateException("a tensor can't be closed", e);
            }
        }
    }
}
