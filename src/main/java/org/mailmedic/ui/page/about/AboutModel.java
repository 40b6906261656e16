package org.mailmedic.ui.page.about;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mailmedic.product.Product;
import org.mailmedic.product.ThirdParty;
import org.mailmedic.ui.page.Way;
import org.mailmedic.ui.part.Texts;

/// What this program is, what it is made of, and where to look for a newer one. It looks nowhere by itself.
public final class AboutModel {
    private final Way way;
    private final Consumer<String> browser;
    private final Texts texts;

    /// @param browser opens an address outside of the window
    public AboutModel(Way way, Consumer<String> browser, Texts texts) {
        this.way = way;
        this.browser = browser;
        this.texts = texts;
    }

    public String version() {
        return texts.get("about.version", Product.version());
    }

    public String home() {
        return Product.home();
    }

    public void openHome() {
        browser.accept(Product.home());
    }

    /// What others made: the Java runtime, the typeface, and every library, each once.
    public List<ThirdParty.Part> parts() {
        return Stream.concat(
                Stream.of(new ThirdParty.Part(texts.get("about.runtime"), System.getProperty("java.version"),
                        texts.get("about.runtime.licence")),
                        new ThirdParty.Part(texts.get("about.typeface"), "", texts.get("about.typeface.licence"))),
                ThirdParty.all().stream().sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))).distinct().toList();
    }

    public void back() {
        way.back();
    }
}
