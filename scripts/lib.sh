# Shared by the scripts of this folder; source it, do not run it.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$top/server/target/wangge.jar

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 2; }

# Prints the script's own head comment as its help.
help_of() { sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$1"; }

is_root() { [ "$(id -u)" = 0 ]; }

# install_debian PACKAGE… : installs what is missing when this machine lets us, else says what to install.
install_debian() {
  local missing=()
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  if ! command -v apt-get >/dev/null || ! is_root; then
    die "missing: ${missing[*]}. Install them with your system's package manager (Debian: apt-get install ${missing[*]}) and run this again."
  fi
  say "installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_java() {
  command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java" >/dev/null ||
    die "no Java found: install a JDK, version 17 or newer, or set JAVA_HOME."
}

java_command() { need_java; "${JAVA_HOME:+$JAVA_HOME/bin/}java" "$@"; }

# Builds the jar when a source is newer than it.
build_when_needed() {
  need_java
  if [ -f "$jar" ] && [ -z "$(find "$top/server/src/main" "$top/web" "$top/data" "$top/pom.xml" "$top/server/pom.xml" \
      -path "$top/web/node_modules" -prune -o -type f -newer "$jar" -print -quit)" ]; then
    return
  fi
  say "building (the first time takes a minute or two)"
  "$top/scripts/mvnw" -q -B -f "$top/pom.xml" package -DskipTests -Dspotless.check.skip ||
    die "the build failed: see above."
  touch "$jar"
}
