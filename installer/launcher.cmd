@echo off
rem Starts @COMMAND@ with the Java runtime that lies beside it.
setlocal
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
rem What runs for months is worth more compiling than what is to answer at once.
set LASTING=
if "%~1"=="exporter" set LASTING=@LASTING@
"%~dp0..\lib\runtime\bin\java.exe" "-XX:AOTCache=%~dp0..\lib\@COMMAND@.aot" @OPTIONS@ %LASTING% -m @MAIN@ %*
