package org.mailmedic.checkup;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Diagnostician;
import org.mailmedic.diagnosis.WebsiteDiagnostician;
import org.mailmedic.diagnosis.rules.PairBook;
import org.mailmedic.diagnosis.rules.RuleBook;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.net.tls.TlsInspector;
import org.mailmedic.product.SystemZone;
import org.mailmedic.provider.HostingBook;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.provider.ProviderNames;

/// Puts together the check-up that the window and the terminal use: this computer's network and clock, all rules, all pages.
public final class UsualCheckup {
    private UsualCheckup() {}

    /// For a program that runs check-ups as long as the person likes.
    public static Checkup in(Locale language) {
        return with(language, Workers.VIRTUAL, Commons.none());
    }

    /// For a program that ends right after one check-up, and shall end at once.
    public static Checkup once(Locale language) {
        return with(language, Workers.PLATFORM, Commons.none());
    }

    /// For a program that checks many servers, several at once: what they have in common is looked at once ([Commons]).
    public static Checkup forMany(Locale language) {
        return with(language, Workers.VIRTUAL, Commons.shared());
    }

    /// Makes ready, on a thread of its own, what a check-up needs later and the JVM is slow at the first time: the classes, tables and
    /// compiled arithmetic of TLS. For a program that does something else meanwhile. It opens no connection, and nobody has to wait for it.
    public static void prepare() {
        Workers.PLATFORM.newThread(TlsInspector::rehearse).start();
    }

    /// For what a website's server saw: the same rules and pages, and those for two places beside each other.
    public static WebsiteView website(Locale language) {
        ProviderBook providers = ProviderBook.load();
        var judge = new WebsiteDiagnostician(RuleBook.all(providers), PairBook.all(), HostingBook.load());
        return new WebsiteView(judge::diagnose, adviser(language));
    }

    private static Adviser adviser(Locale language) {
        return new Adviser(language, Adviser.systemName(System.getProperty("os.name")), SystemZone::id,
                ProviderNames.load()::byHost);
    }

    private static Checkup with(Locale language, ThreadFactory threads, Commons commons) {
        ProviderBook providers = ProviderBook.load();
        var adviser = adviser(language);
        var diagnostician = new Diagnostician(RuleBook.all(providers));
        return new Checkup(new SystemNetwork(), InstantSource.system(), diagnostician::diagnose, adviser,
                TextBook.open("message", language), threads, commons);
    }
}
