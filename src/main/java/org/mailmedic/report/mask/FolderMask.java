package org.mailmedic.report.mask;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Masks what a path tells about a person: `/home/anna/Shop/ca.pem` becomes `/home/a•••/S•••/ca.pem`.
public final class FolderMask implements Mask {
    private static final String REST = "((?:[^/\\\\\\s\"'<>|:*?]++[/\\\\])*+)";

    private final Pseudonyms names = new Pseudonyms();
    private final Pattern path;

    /// @param folders the person's own; those of other systems are known by their usual places
    public FolderMask(List<String> folders) {
        String places = Stream.concat(Stream.of("/home/", "/Users/", "[A-Za-z]:[\\\\/]Users[\\\\/]"),
                folders.stream().map(FolderMask::parent).filter(p -> p.length() > 1).map(Pattern::quote)).collect(Collectors.joining("|"));
        path = Pattern.compile("(" + places + ")([^/\\\\\\s\"'<>|:*?•]++)([/\\\\]?)" + REST);
    }

    private static String parent(String folder) {
        int slash = Math.max(folder.lastIndexOf('/', folder.length() - 2), folder.lastIndexOf('\\', folder.length() - 2));
        return folder.substring(0, slash + 1);
    }

    @Override
    public Masking.Kind kind() {
        return Masking.Kind.FOLDERS;
    }

    @Override
    public String apply(String text, boolean foreign) {
        return text.indexOf('/') < 0 && text.indexOf('\\') < 0 ? text : path.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) + names.name(found.group(2)) + found.group(3) + below(found.group(4))));
    }

    private String below(String folders) {
        var masked = new StringBuilder();
        int at = 0;
        for (int i = 0; i < folders.length(); i++) {
            char c = folders.charAt(i);
            if (c == '/' || c == '\\') {
                String name = folders.substring(at, i);
                masked.append(name.contains(Pseudonyms.DOTS) ? name : names.name(name)).append(c);
                at = i + 1;
            }
        }
        return masked.toString();
    }
}
