# SPDX-License-Identifier: GPL-3.0-or-later
# Flags that every target of ours is built with.
add_library(fireline_flags INTERFACE)
target_compile_options(fireline_flags INTERFACE -Wall -Wextra -Wpedantic -Werror=switch -Wshadow -Wnon-virtual-dtor)
if(FIRELINE_WERROR)
    target_compile_options(fireline_flags INTERFACE -Werror)
endif()
target_compile_definitions(fireline_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    FIRELINE_VERSION="${PROJECT_VERSION}")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()

# Some three hundred programs are linked: mold takes a quarter of the processor time that the usual linker takes.
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()
