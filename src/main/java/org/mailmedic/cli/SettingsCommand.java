package org.mailmedic.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mailmedic.advice.TextBook;
import org.mailmedic.discover.paste.SettingsReader;
import org.mailmedic.discover.paste.taking.PastedSettings;
import org.mailmedic.discover.slip.Slip;
import org.mailmedic.discover.slip.Slips;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.json.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/// `settings`: reads mail settings out of a pasted snippet and points out slips.
@Command(name = "settings", sortOptions = false)
final class SettingsCommand implements Callable<Integer> {
    private static final int LONGEST = 4 * 1024 * 1024;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "0..1", defaultValue = "-", descriptionKey = "file")
    private String file;

    private final OutputOptions output = new OutputOptions();

    SettingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    CommandSpec spec() {
        var spec = CommandSpec.forAnnotatedObject(this);
        output.addTo(spec);
        return spec.addOption(Choice.help());
    }

    @Override
    public Integer call() throws UsageException, UnwrittenException {
        output.check();
        TextBook words = TextBook.open("paste", output.language(terminal));
        ProviderBook book = ProviderBook.load();
        Optional<PastedSettings> read = new SettingsReader(book).read(pasted());
        List<Slip> slips = read.map(reading -> Slips.in(reading.draft(), book)).orElse(List.of());
        try {
            output.write(switch (output.format()) {
                case JSON -> JsonText.of(PasteForm.json(read, slips, words));
                case TEXT -> PasteForm.text(read, slips, words);
            }, terminal);
        } finally {
            read.ifPresent(PastedSettings::close);
        }
        return read.isEmpty() ? ExitCode.PROBLEM : ExitCode.FINE;
    }

    private String pasted() throws UsageException {
        if (file.equals("-")) {
            return decoded(terminal.in(), "-");
        }
        if (file.isBlank()) {
            throw new UsageException("file.empty", Map.of());
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new UsageException("settings.folder", Map.of("file", file));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return decoded(in, file);
        } catch (IOException unreadable) {
            throw new UsageException("file.unreadable", Map.of("file", file));
        }
    }

    private static String decoded(InputStream in, String what) throws UsageException {
        byte[] bytes;
        try {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (IOException unreadable) {
            throw UsageException.of("settings.unreadable", what);
        }
        try {
            if (bytes.length > LONGEST) {
                throw UsageException.of("settings.long", what);
            }
            return decoded(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// UTF-16 where a byte order mark says so, as Windows programs save it; otherwise UTF-8, or Latin-1 where it is not that.
    private static String decoded(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe || bytes[0] == (byte) 0xfe
                && bytes[1] == (byte) 0xff);
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
