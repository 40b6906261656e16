package org.mailmedic.ui.page;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.mailmedic.provider.ProviderBook;
import org.mailmedic.report.mask.OwnNames;
import org.mailmedic.ui.part.Texts;

/// What the window lends to a [Feature].
///
/// @param way      where a page can lead to: [Way#back] to where the person was, [Way#account(org.mailmedic.settings.Symptom,
///                 org.mailmedic.discover.slip.Draft)] to a check-up with what is known filled in
/// @param outside  browser, files, this system's settings, and the threads: work goes to `background`, its result back to `fx`
/// @param contacts whom the person lets the program ask; its options are those of every check
/// @param retelling tells reports in another language
/// @param texts    the window's words, in the language that it speaks at present
/// @param self     how this computer calls itself, to be masked in what is saved
/// @param still    whether nothing is to move
public record Hub(Way way, Outside outside, Contacts contacts, ProviderBook book, Retelling retelling, Texts texts, OwnNames self,
        InstantSource clock, BooleanSupplier still) {}
