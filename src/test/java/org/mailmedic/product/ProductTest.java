package org.mailmedic.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;

final class ProductTest {
    @Test
    void saysWhatThePomSays() throws Exception {
        var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of("pom.xml").toFile());
        var path = XPathFactory.newInstance().newXPath();
        assertEquals(path.evaluate("/project/version", pom), Product.version());
        assertEquals(path.evaluate("/project/name", pom), Product.name());
        assertEquals(path.evaluate("/project/url", pom), Product.home());
    }
}
