# SPDX-License-Identifier: GPL-3.0-or-later
# fireline_add_test(tst_x LAYER domain store ... [SOURCES more.cpp] [TIMEOUT seconds] [TIER quick|long] [UNPRIVILEGED])
#   builds tst_x.cpp of the current folder against just those layers and registers it with ctest under their names as labels.
#   A test of the long tier is registered with the label "long", which the quick presets leave out.
#   What a test cannot do without and does not find, it says by QSKIP("missing: ..."). FIRELINE_NO_SKIPS makes that a failure.
#   UNPRIVILEGED: where root runs the tests, this one runs as `nobody` in a temporary folder (file permissions, PostgreSQL).

# All tests share one precompiled header: the domain's and QTest. Qt gives each test folder a definition of its own, for
# QFINDTESTDATA; a shared header needs equal definitions, and our tests find their data by FIRELINE_SOURCE_DIR.
if(FIRELINE_PCH)
    get_target_property(definitions Qt6::Test INTERFACE_COMPILE_DEFINITIONS)
    list(FILTER definitions EXCLUDE REGEX QT_TESTCASE_)
    set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${definitions}")
    file(WRITE ${CMAKE_BINARY_DIR}/testpch.cpp "// The tests' precompiled header needs one file to hang on.\n")
    add_library(fireline_test_pch OBJECT ${CMAKE_BINARY_DIR}/testpch.cpp)
    target_link_libraries(fireline_test_pch PRIVATE Qt6::Core Qt6::Test fireline_flags)
    target_precompile_headers(fireline_test_pch PRIVATE ${FIRELINE_PCH_HEADERS} <QTest>)
    # QTest reads otherwise where there are widgets, and otherwise again where there is a network: panels have a header of their
    # own, the few tests of the whole window do without.
    add_library(fireline_gui_test_pch OBJECT ${CMAKE_BINARY_DIR}/testpch.cpp)
    target_link_libraries(fireline_gui_test_pch PRIVATE Qt6::Widgets Qt6::Test fireline_flags)
    target_precompile_headers(fireline_gui_test_pch PRIVATE ${FIRELINE_PCH_HEADERS} <QTest> <QWidget>)
endif()

function(fireline_add_test name)
    cmake_parse_arguments(ARG "UNPRIVILEGED" "TIMEOUT;TIER" "LAYER;SOURCES;LINK" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    list(TRANSFORM ARG_LAYER PREPEND fireline_ OUTPUT_VARIABLE layers)
    target_link_libraries(${name} PRIVATE ${layers} ${ARG_LINK} Qt6::Test fireline_flags)
    if(FIRELINE_PCH AND "views" IN_LIST ARG_LAYER)
        target_precompile_headers(${name} REUSE_FROM fireline_gui_test_pch)
    elseif(FIRELINE_PCH AND NOT ARG_LINK AND NOT "window" IN_LIST ARG_LAYER AND NOT "windowchecks" IN_LIST ARG_LAYER)
        target_precompile_headers(${name} REUSE_FROM fireline_test_pch)
    endif()
    target_compile_definitions(${name} PRIVATE FIRELINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    set(wrapper)
    if(ARG_UNPRIVILEGED)
        set(wrapper ${CMAKE_SOURCE_DIR}/tests/support/unprivileged.sh)
    endif()
    add_test(NAME ${name} COMMAND ${wrapper} $<TARGET_FILE:${name}>)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set(labels ${ARG_LAYER})
    if(ARG_TIER STREQUAL "long")
        list(APPEND labels long)
    endif()
    if(ARG_UNPRIVILEGED)
        list(APPEND labels unprivileged)
    endif()
    # The screen that nobody sees is 800 x 800 unless it is told.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${labels}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen:configfile=${CMAKE_SOURCE_DIR}/tests/ui/screen.json;HOME=${CMAKE_BINARY_DIR}/testhome;XDG_DATA_HOME=${CMAKE_BINARY_DIR}/testhome/data;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/testhome/config;TZ=Etc/UTC;LC_ALL=C.UTF-8")
    if(FIRELINE_NO_SKIPS)
        set_tests_properties(${name} PROPERTIES FAIL_REGULAR_EXPRESSION "SKIP   : [^\n]* missing: ")
    endif()
endfunction()
