package org.mailmedic.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailmedic.cli.CliMain;
import org.mailmedic.cli.Terminal;

/// The plugin's files by themselves: what WordPress cannot show ([WordPressTest]), because it has switched nothing off and asks for none of
/// them directly.
@Tag("real")
final class WordPressPluginTest {
    @TempDir
    private Path folder;
    private Path plugin;

    @BeforeEach
    void unpack() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/php")) && Files.isExecutable(Path.of("/usr/bin/unzip")), "no PHP");
        Path zip = folder.resolve("plugin.zip");
        var terminal = new Terminal(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()), System.err, Map.of(),
                false,
                _ -> null);
        assertEquals(0, CliMain.run(new String[] {"website", "make", "--host", "127.0.0.1", "--port", "1", "--form", "wordpress",
                "--controls",
            "none", "--output", zip.toString()}, terminal));
        Command.of("unzip", "-q", zip, "-d", folder).succeed();
        try (var files = Files.list(folder)) {
            plugin = files.filter(each -> each.getFileName().toString().startsWith("mail-medic-")).findFirst().orElseThrow()
                    .resolve("mail-medic.php");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"glob", "unlink"})
    void itsRemovalComesToAnEndWhereFunctionsAreSwitchedOff(String off) throws IOException {
        Path run = Files.writeString(folder.resolve("uninstall.php"), "<?php define('WP_UNINSTALL_PLUGIN', 1);"
                + " require $argv[1]; echo 'done';");
        assertEquals("done", Command.of("php", "-d", "disable_functions=" + off, run, plugin.resolveSibling("uninstall.php")).succeed());
    }

    /// By PHP_CodeSniffer, without those of its rules that are about the look of a text. PHPStan, Psalm and WordPress' own rules are in no
    /// registry that this computer may ask.
    @Test
    void nothingIsDeadDeprecatedOrRisky() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/phpcs")), "no PHP_CodeSniffer");
        var rules = Map.of("Generic", List.of("CodeAnalysis.EmptyPHPStatement", "CodeAnalysis.EmptyStatement",
                "CodeAnalysis.ForLoopWithTestFunctionCall", "CodeAnalysis.JumbledIncrementer", "CodeAnalysis.UnconditionalIfStatement",
                "CodeAnalysis.UnnecessaryFinalModifier", "CodeAnalysis.UnusedFunctionParameter", "CodeAnalysis.UselessOverridingMethod",
                "Files.ByteOrderMark", "PHP.BacktickOperator", "PHP.CharacterBeforePHPOpeningTag", "PHP.DeprecatedFunctions",
                "PHP.DisallowShortOpenTag", "PHP.DiscourageGoto", "PHP.ForbiddenFunctions"),
                "Squiz", List.of("Operators.ValidLogicalOperators", "PHP.DisallowMultipleAssignments", "PHP.Eval", "PHP.GlobalKeyword",
                        "PHP.InnerFunctions", "PHP.NonExecutableCode", "Scope.MethodScope", "Scope.StaticThisUsage"));
        rules.forEach((standard, sniffs) -> assertEquals("", Command.of("phpcs", "-q", "--report=emacs", "--standard=" + standard, "--sniffs="
                + sniffs.stream().map(sniff -> standard + "." + sniff).collect(Collectors.joining(",")), plugin.getParent()).run().out()
                .strip(), standard));
    }

    @Test
    void askedDirectlyThePluginSaysNothing() {
        for (String file : List.of("mail-medic.php", "words.php", "uninstall.php", "index.php")) {
            assertEquals("", Command.of("php", plugin.resolveSibling(file)).succeed(), file);
        }
    }
}
