#!/bin/sh
# Starts @COMMAND@ with the Java runtime that lies beside it, wherever both have been moved or linked to.
case $0 in
    */*) self=$0 ;;
    *) self=./$0 ;;
esac
while [ -h "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=${self%/*}/$link ;;
    esac
done
lib=${self%/*}/../lib
# Java takes a colon for the end of a file name, and does not start below a folder that has one.
case $lib in /*) whole=$lib ;; *) whole=$PWD/$lib ;; esac
case $whole in *:*)
    echo "Mail Medic cannot start below a folder with a colon in its name. Please move it to another one." >&2
    exit 3 ;;
esac
# Without a locale the JVM takes every letter beyond ASCII, in file names and passwords too, for a question mark.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in C|POSIX) export LC_ALL=C.UTF-8 ;; esac
# Options that somebody set for other Java programs would only spoil the start of this one.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
# What runs for months is worth more compiling than what is to answer at once.
case ${1-} in exporter) set -- @LASTING@ -m @MAIN@ "$@" ;; *) set -- -m @MAIN@ "$@" ;; esac
exec "$lib/runtime/bin/java" "-XX:AOTCache=$lib/@COMMAND@.aot" @OPTIONS@ "$@"
