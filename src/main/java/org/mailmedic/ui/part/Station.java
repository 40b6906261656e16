package org.mailmedic.ui.part;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.plan.Stage;

/// A station of the journey as it is shown: one or several stages of the check-up, with a name people know.
public enum Station {
    COMPUTER(Feather.MONITOR, Stage.SETTINGS),
    NETWORK(Feather.WIFI, Stage.NETWORK),
    NAME(Feather.SEARCH, Stage.DNS),
    DOOR(Feather.LOG_IN, Stage.CONNECT),
    GREETING(Feather.MESSAGE_CIRCLE, Stage.GREETING, Stage.HELLO),
    ENCRYPTION(Feather.LOCK, Stage.ENCRYPT),
    SIGN_IN(Feather.KEY, Stage.SIGN_IN),
    SENDING(Feather.SEND, Stage.SENDER, Stage.RECIPIENT, Stage.MESSAGE, Stage.DELIVERY);

    private static final List<Station> TLS_FIRST = List.of(COMPUTER, NETWORK, NAME, DOOR, ENCRYPTION, GREETING, SIGN_IN, SENDING);
    private final Feather icon;
    private final List<Stage> stages;

    Station(Feather icon, Stage... stages) {
        this.icon = icon;
        this.stages = List.of(stages);
    }

    public Feather icon() {
        return icon;
    }

    public List<Stage> stages() {
        return stages;
    }

    /// The words' key.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Station of(Stage stage) {
        return Arrays.stream(values()).filter(each -> each.stages.contains(stage)).findFirst().orElseThrow();
    }

    /// In the order in which the mail comes by.
    public static List<Station> inOrder(boolean tlsFirst) {
        return tlsFirst ? TLS_FIRST : List.of(values());
    }
}
