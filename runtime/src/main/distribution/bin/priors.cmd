@echo off
rem Runs the image priors of the folder in which this file's folder lies.
setlocal
for %%D in ("%~dp0..") do set "HOME_DIR=%%~fD"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem DJL's engine reports its use over the network unless told not to.
set "OPT_OUT_TRACKING=true"
"%JAVA%" ^
  -XX:+UseSerialGC -Xms48m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -Xshare:auto ^
  -Djava.awt.headless=true ^
  -Dai.djl.offline=true ^
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn ^
  -Dorg.slf4j.simpleLogger.log.ai.djl.util.cuda=error ^
  "-Donnxruntime.native.path=%HOME_DIR%\lib\native\onnxruntime" ^
  "-Dimagepriors.home=%HOME_DIR%" ^
  -cp "%HOME_DIR%\lib\*;%HOME_DIR%\lib\training\*" ^
  io.imagepriors.launcher.Launcher %*
exit /b %ERRORLEVEL%
