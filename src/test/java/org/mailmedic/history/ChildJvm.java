package org.mailmedic.history;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Another process of the program, with the classes of this test.
public final class ChildJvm {
    private ChildJvm() {}

    /// @param options for the JVM itself
    public static ProcessBuilder running(Class<?> main, List<String> options, Object... arguments) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        words.addAll(options);
        words.addAll(List.of("-cp", classPath(), main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        return new ProcessBuilder(words);
    }

    /// The tests run as a module that is patched with its tests: on a class path all of it lies side by side.
    private static String classPath() {
        return Stream.concat(Stream.of(Path.of("target", "test-classes").toString(), Path.of("target", "classes").toString()),
                        Stream.of("java.class.path", "jdk.module.path").map(name -> System.getProperty(name, ""))
                                .filter(path -> !path.isEmpty()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
