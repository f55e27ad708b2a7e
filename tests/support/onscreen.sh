#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# onscreen.sh PROGRAM [ARGUMENTS]: runs it on a screen of its own, with a window manager: without one no window becomes active.
set -eu
if [ -z "${FIRELINE_ONSCREEN:-}" ]; then
    FIRELINE_ONSCREEN=1 exec xvfb-run -a -s '-screen 0 1366x768x24' "$0" "$@"
fi
openbox 2>/dev/null &
manager=$!
trap 'kill "$manager"' EXIT
"$@"
