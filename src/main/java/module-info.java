import org.jspecify.annotations.NullMarked;

/// Mail Medic: why mail does not go out, whose job it is to fix it, and what to do.
@NullMarked
module org.mailmedic {
    requires static org.jspecify;
    requires java.logging;
    requires java.naming;
    requires java.net.http;
    requires java.xml;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires org.tukaani.xz;
    requires org.dnsjava;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires info.picocli;
    requires org.commonmark;
    requires jdk.httpserver;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires bcrypt;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.apache.fontbox;
    requires org.apache.commons.logging;

    exports org.mailmedic.ui to javafx.graphics;
    opens org.mailmedic.cli to info.picocli;
}
