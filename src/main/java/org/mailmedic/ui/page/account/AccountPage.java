package org.mailmedic.ui.page.account;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mailmedic.settings.Security;
import org.mailmedic.ui.page.Layout;
import org.mailmedic.ui.page.Page;
import org.mailmedic.ui.part.Buttons;
import org.mailmedic.ui.part.Columns;
import org.mailmedic.ui.part.FooterBar;
import org.mailmedic.ui.part.FormField;
import org.mailmedic.ui.part.Headline;
import org.mailmedic.ui.part.HintBox;
import org.mailmedic.ui.part.Labels;
import org.mailmedic.ui.part.NextPulse;
import org.mailmedic.ui.part.SecretField;
import org.mailmedic.ui.part.Texts;

/// "Your mail account": the address first, what was found for it, and the rest only where it is needed.
public final class AccountPage implements Page {
    private static final Duration PAUSE = Duration.millis(700);
    private static final double COLUMN_GAP = 48;
    private static final double NARROWEST_COLUMN = 17;
    private static final double FORM_SHARE = 560;
    private static final double ASIDE_SHARE = 344;
    private final AccountModel model;
    private final Texts texts;
    private final Layout layout;
    private final SecretField password;
    private final Map<AccountField, Control> controls = new EnumMap<>(AccountField.class);
    private final FoundBox found;
    private final PasteBox paste;
    private final AccountAside aside;
    private Subscription subscriptions = Subscription.EMPTY;

    public AccountPage(AccountModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        password = new SecretField(texts);
        found = new FoundBox(model, texts);
        paste = new PasteBox(model.paste(), texts);
        aside = new AccountAside(model, texts);
        var columns = new Columns(COLUMN_GAP, NARROWEST_COLUMN, false, FORM_SHARE, ASIDE_SHARE).with(form(), aside);
        Button start = Buttons.main(texts.get("account.start"), Feather.ARROW_RIGHT, this::start);
        start.setContentDisplay(ContentDisplay.RIGHT);
        Button back = Buttons.back(texts, model::back);
        subscriptions = subscriptions.and(model.manualProperty().subscribe((was, now) -> {
            if (now && !was && layout().body().getScene() != null) {
                NextPulse.run(control(AccountField.HOST)::requestFocus);
            }
        }));
        layout = Layout.of(new Headline(texts.get("account.headline")), Labels.wrapping(texts.get("account.lead"), "lead"),
                new FooterBar(FooterBar.left(back), start), columns);
    }

    private VBox form() {
        var first = new VBox(8, text(AccountField.ADDRESS, model.addressProperty(), "account.address", false), found);
        var form = new VBox(paste, first, manual(), passwordField(),
                text(AccountField.RECIPIENT, model.recipientProperty(), "account.recipient",
                true),
                send());
        form.getStyleClass().add("form");
        return form;
    }

    /// The settings that somebody gave to the person.
    private Node manual() {
        var fields = new VBox(text(AccountField.HOST, model.hostProperty(), "account.host", false), portAndSecurity(),
                text(AccountField.USER, model.userProperty(), "account.user", true));
        fields.getStyleClass().add("form");
        fields.visibleProperty().bind(model.manualProperty());
        fields.managedProperty().bind(fields.visibleProperty());
        return fields;
    }

    /// Side by side, with their hints under both, where there is room for words.
    private VBox portAndSecurity() {
        FormField port = named(AccountField.PORT, model.portProperty(), "account.port", false)
                .marking(model.hintProperty(AccountField.PORT));
        var both = new Columns(16, 8, false, 1, 2).with(port, security());
        return new VBox(8, both, new HintBox(control(AccountField.PORT), model.hintProperty(AccountField.PORT)),
                new HintBox(control(AccountField.SECURITY), model.hintProperty(AccountField.SECURITY)));
    }

    private Control control(AccountField field) {
        return Objects.requireNonNull(controls.get(field));
    }

    private FormField text(AccountField field, StringProperty value, String key, boolean optional) {
        return named(field, value, key, optional).hinting(model.hintProperty(field));
    }

    private FormField named(AccountField field, StringProperty value, String key, boolean optional) {
        var control = new OneLine();
        control.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        control.setId("account-" + field.name().toLowerCase(Locale.ROOT));
        control.textProperty().bindBidirectional(value);
        control.setPromptText(texts.get(key + ".prompt"));
        controls.put(field, control);
        settling(field, control);
        return optional ? new FormField(texts.get(key), texts.get("window.optional"), control, control, texts.get(key + ".note"))
                : new FormField(texts.get(key), control, control, texts.get(key + ".note"));
    }

    /// Settings of several lines that are pasted into one field are read where they land, and what they hold is put where it belongs.
    private final class OneLine extends TextField {
        @Override
        public void paste() {
            String pasted = Clipboard.getSystemClipboard().getString();
            if (pasted != null && pasted.strip().lines().filter(line -> !line.isBlank()).count() > 1) {
                model.paste().openProperty().set(true);
                model.paste().paste(pasted);
            } else {
                super.paste();
            }
        }
    }

    /// Tells the model when the person pauses or leaves the field.
    private void settling(AccountField field, TextField control) {
        var pause = new PauseTransition(PAUSE);
        pause.setOnFinished(_ -> model.settle(field));
        subscriptions = subscriptions
                .and(control.textProperty().subscribe(_ -> pause.playFromStart()))
                .and(control.focusedProperty().subscribe(focused -> {
                    if (!focused) {
                        pause.stop();
                        model.settle(field);
                    }
                }))
                .and(pause::stop);
    }

    private FormField security() {
        var box = new ComboBox<Security>();
        box.setId("account-security");
        box.getItems().setAll(Security.values());
        box.valueProperty().bindBidirectional(model.securityProperty());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Security security) {
                return security == null ? "" : texts.get("account.security." + security.id());
            }

            @Override
            public @Nullable Security fromString(String text) {
                return null;
            }
        });
        subscriptions = subscriptions.and(box.valueProperty().subscribe(_ -> {
            model.settle(AccountField.SECURITY);
            model.settle(AccountField.PORT);
        }));
        controls.put(AccountField.SECURITY, box);
        return new FormField(texts.get("account.security"), box, box, "").marking(model.hintProperty(AccountField.SECURITY));
    }

    private FormField passwordField() {
        password.control().setId("account-password");
        controls.put(AccountField.PASSWORD, password.control());
        var field = new FormField(texts.get("account.password"), texts.get("window.optional"), password, password.control(),
                texts.get("account.password.note")).hinting(model.hintProperty(AccountField.PASSWORD));
        Button forget = Buttons.link(texts.get("account.password.forget"), Feather.TRASH_2, model.password()::forget);
        forget.visibleProperty().bind(model.password().heldProperty());
        forget.managedProperty().bind(forget.visibleProperty());
        subscriptions = subscriptions.and(model.password().heldProperty().subscribe(kept -> {
            password.control().setPromptText(kept ? texts.get("account.password.kept") : "");
            field.note(texts.get(kept ? "account.password.kept.note" : "account.password.note"));
        }));
        field.withAction(forget);
        subscriptions = subscriptions.and(password.focusWithinProperty().subscribe(within -> {
            if (!within) {
                settlePassword();
            }
        }));
        return field;
    }

    private Node send() {
        var box = new CheckBox(texts.get("account.send"));
        box.setId("account-send");
        box.setMnemonicParsing(false);
        box.setAccessibleText(texts.get("account.send"));
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(model.sendProperty());
        return new VBox(4, box, indented(Labels.wrapping(texts.get("account.send.note"), "quiet", "small")));
    }

    private static Node indented(Region node) {
        node.setPadding(new Insets(0, 0, 0, 32));
        return node;
    }

    private void start() {
        // Enter in the password's field starts without leaving it: what is to be said about it comes first, and stops once
        if (model.hintProperty(AccountField.PASSWORD).get() == null) {
            settlePassword();
            if (model.hintProperty(AccountField.PASSWORD).get() != null) {
                password.control().requestFocus();
                return;
            }
        }
        model.password().take(password.take());
        model.start().ifPresent(field -> control(field).requestFocus());
    }

    private void settlePassword() {
        model.password().settle(password.copy(), () -> password.fill(HeldPassword.withoutBlanks(password.take())));
    }

    /// On an empty page the address is what one types first; where settings are to be entered, their server.
    @Override
    public Optional<Node> first() {
        return model.addressProperty().get().isBlank() ? Optional.of(control(AccountField.ADDRESS)) : Optional.empty();
    }

    @Override
    public boolean take(Path file) {
        model.paste().openProperty().set(true);
        model.paste().read(file);
        return true;
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void replacedBy(Page other) {
        if (other instanceof AccountPage same) {
            same.password.fill(password.take());
            paste.handTo(same.paste);
        }
        close();
    }

    @Override
    public void left() {
        close();
        model.leave();
    }

    private void close() {
        password.clear();
        found.left();
        paste.left();
        aside.left();
        subscriptions.unsubscribe();
    }
}
