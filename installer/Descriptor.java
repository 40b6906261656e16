import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Writes the descriptor that a library lacks, since only modules can be linked: named as its manifest says, with all packages exported,
/// and requiring every module that one of its classes names. Classes that are nowhere to be found belong to parts that are not used.
final class Descriptor {
    private final Map<String, String> moduleOf = new HashMap<>();

    /// @param libraries all jars of the program
    Descriptor(List<Path> libraries) {
        ModuleFinder.ofSystem().findAll().forEach(each -> remember(each.descriptor()));
        libraries.forEach(jar -> ModuleFinder.of(jar).findAll().forEach(each -> remember(each.descriptor())));
    }

    private void remember(ModuleDescriptor module) {
        module.packages().forEach(name -> moduleOf.putIfAbsent(name, module.name()));
    }

    byte[] of(ZipFile jar, ModuleDescriptor automatic) throws IOException {
        var requires = new TreeSet<String>();
        for (var entry : jar.stream().filter(e -> e.getName().endsWith(".class") && !e.getName().startsWith("META-INF/")).toList()) {
            try (var in = jar.getInputStream(entry)) {
                for (var constant : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                    if (constant instanceof ClassEntry named && !named.asInternalName().startsWith("[")) {
                        int slash = named.asInternalName().lastIndexOf('/');
                        var module = slash < 0 ? null : moduleOf.get(named.asInternalName().substring(0, slash).replace('/', '.'));
                        if (module != null) {
                            requires.add(module);
                        }
                    }
                }
            }
        }
        requires.remove(automatic.name());
        requires.remove("java.base");
        var exported = automatic.packages().stream().sorted().map(PackageDesc::of).toList();
        // Folders of plain resources count as packages too.
        var all = jar.stream().map(ZipEntry::getName).filter(name -> name.matches("[A-Za-z_][\\w/]*/[^/]+"))
                .filter(name -> !name.startsWith("META-INF/"))
            .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.')).distinct().sorted().map(PackageDesc::of).toList();
        var attribute = ModuleAttribute.of(ModuleDesc.of(automatic.name()), module -> {
            module.requires(ModuleDesc.of("java.base"), ClassFile.ACC_MANDATED, null);
            requires.forEach(name -> module.requires(ModuleDesc.of(name), 0, null));
            exported.forEach(name -> module.exports(name, 0));
        });
        return ClassFile.of().buildModule(attribute, type -> type.with(ModulePackagesAttribute.ofNames(all)));
    }
}
