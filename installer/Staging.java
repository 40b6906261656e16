import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.module.ModuleFinder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Prepares one jar of the program for linking.
final class Staging {
    private Staging() {}

    /// Class files below this version are verified the old way, and the AOT cache leaves them out.
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

    /// @param descriptors for jars that have none of their own
    static void stage(Path jar, Path into, Descriptor descriptors) throws IOException {
        var module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
        // OpenJFX publishes an empty jar beside the one for each system.
        if (module.isAutomatic() && module.name().startsWith("javafx.") && module.name().endsWith("Empty")) {
            return;
        }
        var libraries = into.resolveSibling("libraries-" + module.name());
        var staged = into.resolve(module.name() + ".jar");
        try (var zip = new ZipFile(jar.toFile()); var out = new ZipOutputStream(Files.newOutputStream(staged))) {
            var classFile = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(hierarchy(zip)));
            for (var entry : zip.stream().filter(e -> !e.isDirectory() && !isLeftOut(e)).toList()) {
                byte[] bytes;
                try (var in = zip.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
                if (isNativeLibrary(entry)) {
                    Files.write(Files.createDirectories(libraries).resolve(entry.getName()), bytes);
                    continue;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(isOldClass(entry, bytes) ? modernise(classFile, bytes) : bytes);
                out.closeEntry();
            }
            if (module.isAutomatic()) {
                out.putNextEntry(new ZipEntry("module-info.class"));
                out.write(descriptors.of(zip, module));
                out.closeEntry();
            }
        }
        if (Files.isDirectory(libraries)) {
            // As a jmod the libraries land beside the JVM's own: nothing is unpacked into the home folder when the window starts.
            BuildImage.run("jmod", "create", "--class-path", staged.toString(), "--libs", libraries.toString(),
                into.resolve(module.name() + ".jmod").toString());
            Files.delete(staged);
        }
    }

    /// ControlsFX carries pictures for dialogs that are never shown here; they are the Oxygen icons, under a licence of their own (CC
    /// BY-SA).
    private static boolean isLeftOut(ZipEntry entry) {
        return entry.getName().matches("org/controlsfx/dialog/.*\\.(png|txt)");
    }

    private static boolean isNativeLibrary(ZipEntry entry) {
        return entry.getName().matches("[^/]+\\.(so|dll|dylib)");
    }

    private static boolean isOldClass(ZipEntry entry, byte[] bytes) {
        return entry.getName().endsWith(".class") && ByteBuffer.wrap(bytes).getShort(6) < FIRST_WITH_STACK_MAPS;
    }

    /// The same class with stack maps, in the format of today.
    private static byte[] modernise(ClassFile classFile, byte[] old) {
        var model = classFile.parse(old);
        return classFile.build(model.thisClass().asSymbol(), modern -> {
            modern.withVersion(ClassFile.latestMajorVersion(), 0);
            model.forEach(element -> {
                if (!(element instanceof ClassFileVersion)) {
                    modern.with(element);
                }
            });
        });
    }

    private static ClassHierarchyResolver hierarchy(ZipFile zip) {
        return ClassHierarchyResolver.ofResourceParsing(name -> {
            try {
                var entry = zip.getEntry(name.packageName().replace('.', '/') + "/" + name.displayName() + ".class");
                return entry == null ? null : zip.getInputStream(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).orElse(ClassHierarchyResolver.defaultResolver());
    }
}
