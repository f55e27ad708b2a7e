#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lint.sh [--base REV] [--fix] [--no-tidy]: everything `./dev lint` looks at. clang-tidy sees changed files only.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."

base= fix= tidy=1
while [ $# -gt 0 ]; do
    case $1 in
    --base) base=${2:?--base needs a revision}; shift ;;
    --fix) fix=1 ;;
    --no-tidy) tidy= ;;
    *) echo "usage: ./dev lint [--base REV] [--fix] [--no-tidy]" >&2; exit 2 ;;
    esac
    shift
done
failed=

if [ -z "$base" ]; then
    for candidate in origin/main main HEAD~1; do
        revision=$(git merge-base HEAD "$candidate" 2>/dev/null) || continue
        [ "$revision" != "$(git rev-parse HEAD)" ] || [ "$candidate" = HEAD~1 ] || continue
        base=$revision
        break
    done
fi

mapfile -t sources < <(git ls-files -co --exclude-standard -- '*.cpp' '*.h')
if [ -n "$fix" ]; then
    clang-format-14 -i "${sources[@]}"
elif ! clang-format-14 --dry-run --Werror "${sources[@]}" 2>build/lint-format.log; then
    grep -oE '^[^:]+:[0-9]+' build/lint-format.log | sort -u | head -n 40
    echo "clang-format: ./dev lint --fix puts the lines above in order"
    failed=1
fi

python3 tests/lint/lint_layers.py || failed=1
python3 tests/lint/lint_source.py || failed=1
python3 tests/lint/lint_translations.py || failed=1
python3 tests/lint/lint_words.py || failed=1

mapfile -t changed < <({ git diff --name-only --diff-filter=d "${base:-HEAD}"; git ls-files -o --exclude-standard; } | grep '\.cpp$' | sort -u)
if [ -n "$tidy" ] && [ ${#changed[@]} -gt 0 ]; then
    # A tree of its own, never compiled: clang cannot read g++'s precompiled header.
    cmake --preset dev -B build/lint -DFIRELINE_PCH=OFF -DBUILD_TESTING=ON >build/lint-configure.log 2>&1 ||
        { cat build/lint-configure.log; exit 1; }
    known=() mocs=()
    for file in "${changed[@]}"; do
        grep -qF "\"$PWD/$file\"" build/lint/compile_commands.json || continue
        known+=("$file")
        [[ $file != */tst_* ]] || mocs+=("$(basename "${file%.cpp}")_autogen")
    done
    echo "clang-tidy: ${#known[@]} changed files since ${base:-HEAD}"
    if [ ${#known[@]} -gt 0 ]; then
        # The tests include what moc wrote about them.
        [ ${#mocs[@]} = 0 ] || ninja -C build/lint "${mocs[@]}" >build/lint-moc.log 2>&1 || { tail -n 30 build/lint-moc.log; exit 1; }
        printf '%s\0' "${known[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy-14 -p build/lint --quiet 2>/dev/null || failed=1
    fi
fi

[ -z "$failed" ] || { echo "lint: faults found"; exit 1; }
echo "lint: clean"
