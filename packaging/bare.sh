#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bare.sh [--keep] [COMMAND...]: makes a fresh minimal Debian 12 from the package sources that this machine uses, puts the
# committed tree into it and runs there what README promises: ./dev run and ./dev test (or the given commands of ./dev), and
# at last ./dev run once more with a display, which has to end in the window ("window" among the given commands).
# Root only. Downloaded packages are kept under ~/.cache/fireline-bare for the next time.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

keep=
if [ "${1:-}" = --keep ]; then keep=1; shift; fi
commands=("$@")
[ ${#commands[@]} -gt 0 ] || commands=(run test window)
[ "$(id -u)" = 0 ] || { echo "bare: this needs root" >&2; exit 1; }

cache=${XDG_CACHE_HOME:-$HOME/.cache}/fireline-bare
mkdir -p "$cache"
root=$(mktemp -d "${TMPDIR:-/var/tmp}/fireline-bare.XXXXXX")
chmod 755 "$root" # it becomes the root folder of everybody in there

clean_up() {
    local mount
    for mount in "$root"/var/cache/apt/archives "$root"/dev/pts "$root"/dev "$root"/sys "$root"/proc; do
        ! mountpoint -q "$mount" || umount "$mount" || umount -l "$mount"
    done
    if [ -n "$keep" ]; then
        echo "bare: the root is kept: $root"
    elif ! grep -qF " $root/" /proc/mounts; then
        rm -rf "$root"
    else
        echo "bare: something is still mounted below $root; it is left as it is" >&2
    fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# Sources, keys and proxy settings are the machine's own: lines "URI release component" of Debian 12 alone.
sources=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
    awk '$2 ~ /^bookworm/ && $3 == "main"' | sort -u)
mirror=$(awk '$2 == "bookworm" { print $1; exit }' <<<"$sources")
[ -n "$mirror" ] || { echo "bare: apt on this machine knows no source of Debian 12 (bookworm); run apt-get update first" >&2; exit 1; }
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$keyring" ] || { echo "bare: $keyring is missing: install debian-archive-keyring" >&2; exit 1; }

seconds() { date +%s; }
began=$(seconds)
echo "bare: making a fresh Debian 12 (a minute or two)"
debootstrap --variant=minbase --keyring="$keyring" --cache-dir="$cache" bookworm "$root" "$mirror" >"$cache/debootstrap.log" 2>&1 ||
    { tail -n 20 "$cache/debootstrap.log" >&2; exit 1; }
made=$(($(seconds) - began))

while read -r uri release component; do
    [ -n "$uri" ] && echo "deb [signed-by=$keyring] $uri $release $component"
done <<<"$sources" >"$root/etc/apt/sources.list"
apt-config dump | grep -iE '^Acquire::(http|https|ftp)::Proxy' >"$root/etc/apt/apt.conf.d/90host" || true
cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true

mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys" || true
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for node in null zero full random urandom tty; do
    touch "$root/dev/$node"
    cp -a --remove-destination "/dev/$node" "$root/dev/$node"
done
ln -s /proc/self/fd "$root/dev/fd"
mkdir "$root/dev/shm" "$root/dev/pts"
chmod 1777 "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts" && ln -s pts/ptmx "$root/dev/ptmx"
mount --bind "$cache" "$root/var/cache/apt/archives"

mkdir "$root/fireline"
git archive HEAD | tar -x -C "$root/fireline"
[ -z "$(git status --porcelain)" ] || echo "bare: what is not committed is not tried"

inside() {
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 ${CI:+CI=$CI} \
        chroot "$root" "$@" </dev/null
}

status=0
report=()
for command in "${commands[@]}"; do
    began=$(seconds)
    result=passed
    echo "bare: ./dev $command"
    program="/fireline/dev $command"
    # A screen to look at is what the tests bring; after "test" nothing is missing.
    [ "$command" != window ] || inside /fireline/dev prepare || status=1
    [ "$command" != window ] || program="python3 -B /fireline/tests/ui/devrun.py /fireline/build/window.png"
    # shellcheck disable=SC2086  # a command may carry arguments: "test --long"
    inside $program || { result="FAILED ($?)"; status=1; }
    report+=("$(printf '%-12s %-12s %5d s' "./dev $command" "$result" $(($(seconds) - began)))")
done

[ ! -f "$root/fireline/build/window.png" ] || cp "$root/fireline/build/window.png" "$cache/window.png"
echo
echo "bare: commit $(git rev-parse --short HEAD) in a fresh Debian $(cat "$root/etc/debian_version"), made in $made s"
printf 'bare: %s\n' "${report[@]}"
exit $status
