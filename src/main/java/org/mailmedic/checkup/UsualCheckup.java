package org.mailmedic.checkup;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.mailmedic.advice.Adviser;
import org.mailmedic.advice.TextBook;
import org.mailmedic.diagnosis.Diagnostician;
import org.mailmedic.diagnosis.rules.RuleBook;
import org.mailmedic.net.SystemNetwork;
import org.mailmedic.provider.Provider;
import org.mailmedic.provider.ProviderBook;

/// Puts together the check-up that the window and the terminal use: this computer's network and clock, all rules, all pages.
public final class UsualCheckup {
    private UsualCheckup() {}

    public static Checkup in(Locale language) {
        ProviderBook providers = ProviderBook.load();
        var adviser = new Adviser(language, Adviser.systemName(System.getProperty("os.name")), ZoneId.systemDefault(),
                host -> providers.byHost(host).map(Provider::name));
        var diagnostician = new Diagnostician(RuleBook.all(providers));
        return new Checkup(new SystemNetwork(), InstantSource.system(), diagnostician::diagnose, adviser, TextBook.open("message", language));
    }
}
