package org.mailmedic.report.html;

/// The program's sign, as the masters in `assets` draw it.
final class Logo {
    static final String SVG = """
            <svg class="logo" viewBox="0 0 256 256" width="28" height="28" aria-hidden="true"><rect class="tile" x="12" y="12" width="232" \
            height="232" rx="52"/><g fill="none" stroke="#ffffff" stroke-width="15" stroke-linecap="round" stroke-linejoin="round">\
            <path d="M148 190H72a18 18 0 0 1-18-18V84a18 18 0 0 1 18-18h112a18 18 0 0 1 18 18v46"/><path d="M58 82l70 52 70-52"/>\
            <path d="M162 178l18 18 34-36"/></g></svg>
            """;

    private Logo() {}
}
