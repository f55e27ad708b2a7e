// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header has loops in a keyword of Qt that this code base does without.
#define foreach(variable, container) for (variable : container) // lint: allowed
#include <qcustomplot.h>
#undef foreach
