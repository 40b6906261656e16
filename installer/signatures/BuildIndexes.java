import java.io.IOException;
import java.nio.file.Path;
import org.mailmedic.diagnosis.observation.Interceptors;
import org.mailmedic.diagnosis.reply.ReplyReader;
import org.mailmedic.explain.Explainer;
import org.mailmedic.explain.signature.SignatureBook;
import org.mailmedic.provider.ProviderNames;

/// Writes the indexes by which a cold program reads its data: the signatures of replies and of programs' messages, without the examples
/// that stand beside them and with the letters without which no text needs to be searched for one; the names of providers, and of programs
/// that open connections.
///
/// Run by Maven in the phase `process-classes`: `java installer/signatures/BuildIndexes.java FOLDER`, the folder of the compiled program.
final class BuildIndexes {
    private BuildIndexes() {}

    public static void main(String[] args) throws IOException {
        var classes = Path.of(args[0]);
        ReplyReader.writeIndex(classes);
        SignatureBook.writeIndexes(classes);
        Explainer.writeIndex(classes);
        ProviderNames.writeIndex(classes);
        Interceptors.writeIndex(classes);
    }
}
