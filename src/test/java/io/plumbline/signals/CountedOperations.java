package io.plumbline.signals;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Loads the detectors a second time with a counter at every method and every turn of a loop, so that a test can assert how work grows with
 * a text without measuring time. What the JDK does in one call counts as one.
 */
public final class CountedOperations extends ClassLoader {

    private static final String COUNTED = "io.plumbline.signals.";
    private static final String COUNTER = CountedOperations.class.getName();

    private static long operations;

    public CountedOperations() {
        super(CountedOperations.class.getClassLoader());
    }

    /** Called by the counted classes. */
    public static void count() {
        operations++;
    }

    public static long soFar() {
        return operations;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(COUNTED) || name.equals(COUNTER)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? counted(name) : known;
        }
    }

    private Class<?> counted(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            ClassReader reader = new ClassReader(in.readAllBytes());
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new Counting(writer), 0);
            byte[] code = writer.toByteArray();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Puts a call of the counter at the beginning of methods and before jumps backwards. */
    private static final class Counting extends ClassVisitor {

        Counting(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {

                private final Set<Label> passed = new HashSet<>();

                @Override
                public void visitCode() {
                    super.visitCode();
                    call();
                }

                @Override
                public void visitLabel(Label label) {
                    passed.add(label);
                    super.visitLabel(label);
                }

                @Override
                public void visitJumpInsn(int opcode, Label label) {
                    if (passed.contains(label)) {
                        call();
                    }
                    super.visitJumpInsn(opcode, label);
                }

                private void call() {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, COUNTER.replace('.', '/'), "count", "()V", false);
                }
            };
        }
    }
}
