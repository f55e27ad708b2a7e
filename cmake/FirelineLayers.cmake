# SPDX-License-Identifier: GPL-3.0-or-later
# One static library and one include root per layer: a layer that is not linked cannot be included.
#
#   fireline_add_layer(domain LINK Qt6::Core PRIVATE_LINK ...)
#     makes fireline_domain; its include root is the folder that calls this.
#   fireline_layer_sources(domain a.cpp b.cpp)
#     adds the current folder's sources to that layer.
function(fireline_add_layer name)
    cmake_parse_arguments(ARG "" "" "LINK;PRIVATE_LINK" ${ARGN})
    add_library(fireline_${name} STATIC)
    target_link_libraries(fireline_${name} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK} fireline_flags)
    target_include_directories(fireline_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    set_target_properties(fireline_${name} PROPERTIES LINKER_LANGUAGE CXX)
endfunction()

function(fireline_layer_sources name)
    list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    target_sources(fireline_${name} PRIVATE ${ARGN})
endfunction()
