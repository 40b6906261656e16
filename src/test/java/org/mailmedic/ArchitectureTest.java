package org.mailmedic;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Console;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the house to its plan: which room may use which, and what only certain rooms may do.
///
/// A room is a package directly below `org.mailmedic`, with everything in it. A room without classes breaks nothing.
final class ArchitectureTest {
    private static final String HOUSE = "org.mailmedic";

    /// Rooms of plain data: no threads, no sockets, no pixels.
    private static final List<String> DATA =
            List.of("settings", "provider", "plan", "evidence", "diagnosis", "advice", "report", "product");

    /// The table: a room, and the rooms it may use besides itself.
    private static final Map<String, Set<String>> MAY_USE = table();

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        rooms.put("settings", Set.of());
        rooms.put("provider", Set.of("settings"));
        rooms.put("product", Set.of());
        rooms.put("pasted", Set.of("settings"));
        rooms.put("discover", Set.of("settings", "provider", "pasted", "net"));
        rooms.put("plan", Set.of("settings", "provider"));
        rooms.put("net", Set.of("settings", "evidence"));
        rooms.put("evidence", Set.of("settings", "plan"));
        rooms.put("probe", Set.of("settings", "plan", "net", "evidence"));
        rooms.put("diagnosis", Set.of("settings", "provider", "plan", "evidence"));
        rooms.put("explain", Set.of("settings", "provider", "pasted", "plan", "evidence", "diagnosis"));
        rooms.put("maildomain", Set.of("settings", "plan", "net", "provider", "evidence", "diagnosis"));
        rooms.put("website", Set.of("settings", "plan", "net", "evidence", "report"));
        rooms.put("advice", Set.of("settings", "provider", "evidence", "diagnosis"));
        rooms.put("report", with(DATA));
        rooms.put("history", Set.of("report"));
        rooms.put("checkup", with(DATA, "discover", "net", "probe", "explain", "maildomain", "history"));
        rooms.put("practice", Set.of("net"));
        rooms.put("monitor", with(DATA, "checkup", "explain", "maildomain", "history"));
        rooms.put("ui", with(DATA, "checkup", "explain", "maildomain", "website", "monitor"));
        rooms.put("cli", with(DATA, "checkup", "explain", "maildomain", "website", "monitor"));
        return rooms;
    }

    /// Doors beyond the table, each with its reason.
    private static final Map<String, String> EXCEPTIONS = Map.of(
        "net -> plan", "it fills in evidence, which names routes and stages of the plan",
        "advice -> plan", "it words evidence, which names routes and stages of the plan",
        "discover -> evidence", "it reads greetings, capabilities and certificates, which net reports as evidence",
        "website -> advice", "the files that it makes say what they are, in the person's language",
        "cli -> discover", "the commands `discover` and `settings` show what it found",
        "ui -> discover", "the first page fills its fields from an address or from pasted text",
        "ui -> history", "it shows, compares and deletes earlier check-ups, and keeps the new ones",
        "ui -> practice", "the first page can start a practice server",
        "cli -> practice", "the command `practice`");

    /// Rooms that may start threads, and why.
    private static final Map<String, String> START_THREADS = Map.of(
        "checkup", "runs the pipeline and owns its threads",
        "practice", "a server accepts and serves connections by itself",
        "monitor", "repeats check-ups by the clock");

    /// The one class elsewhere that starts a thread: it reads what the window needs before JavaFX is there, which owns the window's
    /// threads.
    private static final String BEFORE_TOOLKIT = HOUSE + ".ui.start.BeforeToolkit";

    /// Rooms in which a thread may pause for a while, and why.
    private static final Map<String, String> PAUSE = Map.of(
        "checkup", "a worker of the run lets a route have its chance before it tries the next; the end of the run interrupts it",
        "monitor", "a watch rests between its rounds; its end interrupts it",
        "practice", "a server that plays 'slow' has to be slow");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @TestFactory
    Stream<DynamicTest> everyRoomUsesOnlyWhatTheTableAllows() {
        return MAY_USE.keySet().stream().map(room -> DynamicTest.dynamicTest(room, () -> {
            var strangers = MAY_USE.keySet().stream()
                .filter(other -> !other.equals(room) && !MAY_USE.get(room).contains(other)
                        && !EXCEPTIONS.containsKey(room + " -> " + other))
                .map(ArchitectureTest::inside).toArray(String[]::new);
            check(noClasses().that().resideInAPackage(inside(room)).should().dependOnClassesThat().resideInAnyPackage(strangers)
                .because("the table says that '" + room + "' may use " + MAY_USE.get(room)));
        }));
    }

    @Test
    void theHouseIsThere() {
        assertTrue(CLASSES.contain(HOUSE + ".Main"), "no classes below target/classes: nothing was looked at");
    }

    @Test
    void everyPackageHasItsLineInTheTable() {
        var unknown = CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(HOUSE + "."))
            .map(name -> name.substring(HOUSE.length() + 1).split("\\.")[0])
            .filter(room -> !MAY_USE.containsKey(room))
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown, "rooms without a line in the table");
    }

    @Test
    void noRoomUsesTheFrontDoor() {
        check(noClasses().that().resideInAPackage(HOUSE + ".(*)..").should().dependOnClassesThat().resideInAPackage(HOUSE)
            .because("Main opens the rooms, never the other way round"));
    }

    @Test
    void noCyclesBetweenRooms() {
        check(slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles());
        check(slices().matching(HOUSE + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void aNameIsUsedOnce() {
        var named = CLASSES.stream().filter(each -> each.getEnclosingClass().isEmpty() && !each.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new, Collectors.counting()));
        named.values().removeIf(times -> times == 1);
        assertEquals(Map.of(), named, "a simple name says one thing in the whole program");
    }

    @Test
    void everyRoomSaysWhatLivesInIt() throws IOException {
        var main = Path.of("src", "main", "java", "org", "mailmedic");
        try (var folders = Files.walk(main)) {
            var mute = folders.filter(Files::isDirectory).filter(folder -> !folder.equals(main) && holdsClasses(folder)
                    && !Files.exists(folder.resolve("package-info.java"))).toList();
            assertEquals(List.of(), mute, "rooms without a package-info.java");
        }
    }

    private static boolean holdsClasses(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whoShowsResultsNeverJudges() {
        check(noClasses().that().resideInAnyPackage(inside("ui"), inside("cli"), inside("report"), inside("advice"))
            .should().dependOnClassesThat().resideInAPackage(inside("diagnosis.rules")));
    }

    @Test
    void javaFxStaysInTheWindow() {
        check(noClasses().that().resideOutsideOfPackage(inside("ui"))
            .should().dependOnClassesThat(resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..",
                    "org.kordamp.."))
            .because("the terminal never starts JavaFX and the engine has no pixels"));
    }

    @Test
    void oneDoorToTheJavaFxThread() {
        check(noClasses().that().doNotHaveSimpleName("FxThread").should().callMethod(Platform.class, "runLater", Runnable.class));
    }

    @Test
    void awtAndSwingAreNotUsed() {
        check(noClasses().should().dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.swing..")));
    }

    @Test
    void picocliStaysInTheTerminal() {
        check(noClasses().that().resideOutsideOfPackage(inside("cli")).should().dependOnClassesThat().resideInAPackage("picocli.."));
    }

    @Test
    void onlyTheTerminalAndMainPrint() {
        check(noClasses().that().resideOutsideOfPackages(inside("cli"), HOUSE)
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .orShould().dependOnClassesThat().areAssignableTo(Console.class));
        check(noClasses().should().accessTargetWhere(to(Throwable.class, "printStackTrace")));
    }

    @Test
    void onlyTheTerminalAndMainEndTheProgram() {
        check(noClasses().that().resideOutsideOfPackages(inside("cli"), HOUSE)
            .should().accessTargetWhere(to(System.class, "exit").or(to(Runtime.class, "exit", "halt"))));
    }

    @Test
    void onlyTheRoomsNamedStartThreads() {
        check(noClasses().that().resideOutsideOfPackages(rooms(START_THREADS)).and().doNotHaveFullyQualifiedName(BEFORE_TOOLKIT)
            .should().accessTargetWhere(to(Thread.class, "start", "startVirtualThread")
                .or(to(Thread.Builder.class, "start"))
                .or(to(CompletableFuture.class, "runAsync", "supplyAsync"))
                .or(to(Collection.class, "parallelStream"))
                .or(toAnythingOf(Executors.class, ForkJoinPool.class, Timer.class)))
            .because("a thread that nobody owns is never ended; the owners are " + START_THREADS));
    }

    @Test
    void onlyTheRoomsNamedPause() {
        check(noClasses().that().resideOutsideOfPackages(rooms(PAUSE)).should().accessTargetWhere(to(Thread.class, "sleep"))
            .because("time is handed in; where it passes for real: " + PAUSE));
    }

    @Test
    void noStaticMutableState() {
        check(noFields().that().areStatic().and().areNotFinal().should().beDeclaredInClassesThat().resideInAPackage(HOUSE + ".."));
    }

    @Test
    void nothingIsDeserialized() {
        check(noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class)
            .because("what comes from a file or from the network is data, never code"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String inside(String room) {
        return HOUSE + "." + room + "..";
    }

    private static String[] rooms(Map<String, String> reasons) {
        return reasons.keySet().stream().map(ArchitectureTest::inside).toArray(String[]::new);
    }

    private static Set<String> with(List<String> rooms, String... more) {
        return Stream.concat(rooms.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static DescribedPredicate<JavaAccess<?>> to(Class<?> owner, String... names) {
        return DescribedPredicate.describe(owner.getSimpleName() + Arrays.toString(names), access ->
            access.getTargetOwner().isAssignableTo(owner) && Arrays.asList(names).contains(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> toAnythingOf(Class<?>... owners) {
        return DescribedPredicate.describe("a member of " + Arrays.toString(owners), access ->
            Arrays.stream(owners).anyMatch(access.getTargetOwner()::isAssignableTo));
    }
}
