#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# unprivileged.sh PROGRAM [ARGUMENTS]: runs a test, and what it names as FIRELINE_PROGRAM, as it would run for a person. To root every file is readable and
# PostgreSQL refuses to start, so root hands over to `nobody` here, with a home and a temporary folder of its own.
set -eu
if [ "$(id -u)" != 0 ]; then
    exec "$@"
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/fireline-unprivileged.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/tmp" "$work/bin"

# Who may use the display is said in a file that only its owner reads.
if [ -r "${XAUTHORITY:-}" ]; then
    cp "$XAUTHORITY" "$work/xauthority"
    export XAUTHORITY=$work/xauthority
fi

as_nobody() {
    setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups --no-new-privs \
        env HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_CONFIG_HOME="$work/home/config" \
        XDG_RUNTIME_DIR="$work/tmp" TMPDIR="$work/tmp" "$@"
}

# A tree below /root cannot be entered by anybody else: then copies are run.
enterable() {
    local path
    path=$(realpath "$1")
    if ! as_nobody test -x "$path"; then
        cp "$path" "$work/bin/"
        path=$work/bin/$(basename "$path")
    fi
    echo "$path"
}

chown -R nobody "$work"
program=$(enterable "$1")
shift
if [ -n "${FIRELINE_PROGRAM:-}" ]; then
    FIRELINE_PROGRAM=$(enterable "$FIRELINE_PROGRAM")
    export FIRELINE_PROGRAM
fi
cd "$work/tmp"
as_nobody "$program" "$@"
