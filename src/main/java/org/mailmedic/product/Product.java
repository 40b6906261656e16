package org.mailmedic.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What this program is: its name, and the version that the build wrote into it.
public final class Product {
    private static final String FILE = "/org/mailmedic/product.properties";
    private static final String NAME = "Mail Medic";

    /// Read when the first fact is asked for.
    private static final class Facts {
        private static final Properties READ = read();
    }

    private Product() {}

    public static String name() {
        return NAME;
    }

    /// As in `pom.xml`, such as `1.0.0`.
    public static String version() {
        return Facts.READ.getProperty("version");
    }

    /// Where there is more about it, and newer versions. The program itself never asks there.
    public static String home() {
        return Facts.READ.getProperty("home");
    }

    private static Properties read() {
        var facts = new Properties();
        try (InputStream in = Product.class.getResourceAsStream(FILE)) {
            facts.load(in);
        } catch (IOException damaged) {
            throw new UncheckedIOException(FILE, damaged);
        }
        return facts;
    }
}
