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
cache=$lib/@COMMAND@.aot
# The JVM takes a colon for the end of the file name: better a slower start than none.
case $cache in *:*) cache= ;; esac
# Without a locale the JVM takes every letter beyond ASCII, in file names and passwords too, for a question mark.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in C|POSIX) export LC_ALL=C.UTF-8 ;; esac
# Options that somebody set for other Java programs would only spoil the start of this one.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
exec "$lib/runtime/bin/java" ${cache:+"-XX:AOTCache=$cache"} @OPTIONS@ "$@"
