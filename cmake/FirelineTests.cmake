# SPDX-License-Identifier: GPL-3.0-or-later
# fireline_add_test(tst_x LAYER domain store ... [SOURCES more.cpp] [TIMEOUT seconds] [TIER quick|long])
#   builds tst_x.cpp of the current folder against just those layers and registers it with ctest under their names as labels.
#   A test of the long tier is registered with the label "long", which the quick presets leave out.
function(fireline_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT;TIER" "LAYER;SOURCES;LINK" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    list(TRANSFORM ARG_LAYER PREPEND fireline_ OUTPUT_VARIABLE layers)
    target_link_libraries(${name} PRIVATE ${layers} ${ARG_LINK} Qt6::Test fireline_flags)
    target_compile_definitions(${name} PRIVATE FIRELINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set(labels ${ARG_LAYER})
    if(ARG_TIER STREQUAL "long")
        list(APPEND labels long)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${labels}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;HOME=${CMAKE_BINARY_DIR}/testhome;XDG_DATA_HOME=${CMAKE_BINARY_DIR}/testhome/data;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/testhome/config;TZ=Etc/UTC;LC_ALL=C.UTF-8")
endfunction()
