package org.mailmedic.ui.page;

import java.time.InstantSource;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.mailmedic.advice.Entries;
import org.mailmedic.advice.EvidenceWords;
import org.mailmedic.advice.FactWords;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.ui.part.Texts;

/// What the window lends to a [Feature].
///
/// @param way      where a page can lead to: [Way#back] to where the person was, [Way#account(org.mailmedic.settings.Symptom,
///                 org.mailmedic.discover.slip.Draft)] to a check-up with what is known filled in
/// @param outside  browser, files, this system's settings, and the threads: work goes to `background`, its result back to `fx`
/// @param contacts whom the person lets the program ask; its options are those of every check
/// @param entries  tells what of a step has to be entered somewhere
/// @param self     how this computer calls itself, to be masked in what is saved
/// @param still    whether nothing is to move
public record Hub(Way way, Outside outside, Contacts contacts, ProviderBook book, Entries entries, FactWords words,
        EvidenceWords evidenceWords, Texts texts, OwnNames self, Locale language, InstantSource clock, BooleanSupplier still) {}
