@echo off
rem Runs the image priors: priors demo, priors restore ..., or priors alone for the shell.
rem Builds them first where the build is missing or older than the sources.
setlocal
set "ROOT=%~dp0"
set "HOME_DIR=%ROOT%runtime\target\priors"

if not exist "%HOME_DIR%\.built" goto build
powershell -NoProfile -Command "$b=(Get-Item -LiteralPath '%HOME_DIR%\.built').LastWriteTime; $f=Get-ChildItem -Path '%ROOT%pom.xml','%ROOT%*\pom.xml','%ROOT%*\bnd.bnd'; $f+=Get-ChildItem -Recurse -Path '%ROOT%*\src\main','%ROOT%runtime\src\assembly'; if ($f | Where-Object { $_.LastWriteTime -gt $b } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

:build
rem Making a folder is atomic: whoever makes it builds, the others wait for it to go.
if not exist "%ROOT%target" mkdir "%ROOT%target"
mkdir "%ROOT%target\priors.lock.d" 2>nul
if errorlevel 1 (
  echo priors: waiting for another build; if there is none, remove "%ROOT%target\priors.lock.d" 1>&2
  goto wait
)
echo priors: building; the first time downloads what is needed and takes minutes ... 1>&2
pushd "%ROOT%"
call mvn -B -q -DskipTests package -pl runtime -am 1>&2
set "BUILD_RC=%ERRORLEVEL%"
popd
rmdir "%ROOT%target\priors.lock.d"
if not "%BUILD_RC%"=="0" (
  echo priors: the build failed 1>&2
  exit /b 1
)
goto run

:wait
if exist "%ROOT%target\priors.lock.d" (
  ping -n 2 127.0.0.1 >nul
  goto wait
)

:run
call "%HOME_DIR%\bin\priors.cmd" %*
exit /b %ERRORLEVEL%
