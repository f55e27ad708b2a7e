# SPDX-License-Identifier: GPL-3.0-or-later
# One library and one include root per layer: a layer that is not linked cannot be included. What is released holds them all
# (static); the presets that tests are built with share them (BUILD_SHARED_LIBS): some three hundred programs with a copy of
# every layer each took 8 GB of disk, and several times that under the sanitizers. What a program says of a layer is compiled into
# it by headers: one that was not compiled anew need not be linked anew either.
#
#   fireline_add_layer(domain LINK Qt6::Core PRIVATE_LINK ...)
#     makes fireline_domain; its include root is the folder that calls this.
#   fireline_layer_sources(domain a.cpp b.cpp)
#     adds the current folder's sources to that layer.
set(CMAKE_LINK_DEPENDS_NO_SHARED ON)

function(fireline_add_layer name)
    cmake_parse_arguments(ARG "" "" "LINK;PRIVATE_LINK" ${ARGN})
    add_library(fireline_${name})
    target_link_libraries(fireline_${name} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK} fireline_flags)
    target_include_directories(fireline_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    # No definition of its own while it is shared: all layers share one precompiled header.
    set_target_properties(fireline_${name} PROPERTIES LINKER_LANGUAGE CXX DEFINE_SYMBOL "")
    fireline_precompile(fireline_${name})
endfunction()

function(fireline_layer_sources name)
    list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    target_sources(fireline_${name} PRIVATE ${ARGN})
endfunction()

# One small precompiled header for all layers: the Qt Core classes that nearly every file reads. Measured on the domain:
# 45 s of processor time without, 21 s with. Umbrella headers would cost more than they save. A layer that adds
# definitions of its own (Qt6::Sql does) can still use the domain's.
option(FIRELINE_PCH "Precompile the Qt Core headers that nearly every file reads" ON)
set(FIRELINE_PCH_HEADERS <QByteArray> <QCoreApplication> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QString> <functional> <memory> <optional> <variant>)

function(fireline_precompile target)
    if(NOT FIRELINE_PCH)
        return()
    endif()
    if(target STREQUAL "fireline_domain")
        target_precompile_headers(${target} PRIVATE ${FIRELINE_PCH_HEADERS})
    else()
        target_precompile_headers(${target} REUSE_FROM fireline_domain)
    endif()
endfunction()
